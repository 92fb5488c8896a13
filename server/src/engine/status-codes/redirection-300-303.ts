import type { StatusCode } from './model.ts';

/** The redirections from 300 to 303. */
export const redirection300To303: readonly StatusCode[] = [
  {
    code: 300,
    reasonPhrase: 'Multiple Choices',
    class: 'redirection',
    registration: 'registered',
    specification: {
      document: 'RFC 9110',
      section: '15.4.1',
      url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.4.1',
    },
    mdn: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Status/300',
    summary:
      'The resource has several representations, each at its own address, and the client or the user should pick one. The body lists them.',
    useWhen: ['A document exists in several formats or languages, and you leave the choice to the client.'],
    notWhen: [
      'The server can choose by `Accept` or `Accept-Language`: `200` with `Vary`.',
      'There is one new address only: `301`, `302`, `307` or `308`.',
      'A search found several things: `200` with the list.',
    ],
    confusedWith: [
      { code: 406, tell: 'No representation fits what the client accepts; `300` offers several.' },
      { code: 302, tell: 'It names one address, and the client follows it by itself.' },
    ],
    fields: [
      {
        name: 'Location',
        need: 'should',
        why: 'It is the choice that the server prefers, if it has one; clients may follow it.',
      },
      { name: 'Link', need: 'may', why: 'It lists the choices with `rel=alternate` for programs.' },
    ],
    retry: 'Not as it is: the client asks for one of the listed addresses.',
    cache: 'Yes, on `GET` and `HEAD` even without explicit freshness.',
    bodyless: false,
    example: `GET /manuals/7 HTTP/1.1
Host: api.shop.example

HTTP/1.1 300 Multiple Choices
Content-Type: application/json
Link: </manuals/7.pdf>; rel=alternate; type="application/pdf"
Link: </manuals/7.html>; rel=alternate; type="text/html"

{"choices":["/manuals/7.pdf","/manuals/7.html"]}`,
  },
  {
    code: 301,
    reasonPhrase: 'Moved Permanently',
    class: 'redirection',
    registration: 'registered',
    specification: {
      document: 'RFC 9110',
      section: '15.4.2',
      url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.4.2',
    },
    mdn: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Status/301',
    summary:
      'The resource has a new address for good, and links to the old one should be changed. For historical reasons a client may turn a `POST` into a `GET`.',
    useWhen: [
      'A page or a resource that people read has moved for good.',
      'Every address of a site goes to another host or to `https`, and only `GET` and `HEAD` matter.',
    ],
    notWhen: [
      'The method and the body must stay as they are: `308`.',
      'The move is for a while: `302` or `307`.',
      'The resource is gone without a successor: `410`.',
    ],
    confusedWith: [
      { code: 308, tell: 'It is permanent too, but the client repeats the method and the body.' },
      { code: 302, tell: 'It is temporary: the client keeps the old address.' },
    ],
    fields: [{ name: 'Location', need: 'should', why: 'It is the new address, which the client follows by itself.' }],
    retry: 'Not at this address: the client follows `Location` and keeps to it from then on.',
    cache: 'Yes, on `GET` and `HEAD` even without explicit freshness; browsers may keep it for very long.',
    bodyless: false,
    example: `GET /items/7 HTTP/1.1
Host: api.shop.example

HTTP/1.1 301 Moved Permanently
Location: /products/7
Content-Length: 0`,
  },
  {
    code: 302,
    reasonPhrase: 'Found',
    class: 'redirection',
    registration: 'registered',
    specification: {
      document: 'RFC 9110',
      section: '15.4.3',
      url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.4.3',
    },
    mdn: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Status/302',
    summary:
      'The resource is at another address for now, and the client should keep the old one. For historical reasons a client may turn a `POST` into a `GET`.',
    useWhen: [
      'A page that people read is elsewhere for a while.',
      'A browser is sent to a log-in page and comes back later.',
    ],
    notWhen: [
      'The method and the body must stay as they are: `307`.',
      'A form has been handled and its result is another page: `303` says so plainly.',
      'The move is for good: `301` or `308`.',
      'A program calls the API without valid credentials: `401` instead of a log-in page.',
    ],
    confusedWith: [
      { code: 303, tell: 'The client goes on with `GET`; after a `302` that is up to the client.' },
      { code: 307, tell: 'It is temporary too, but the client repeats the method and the body.' },
      { code: 301, tell: 'It is permanent: the client should forget the old address.' },
    ],
    fields: [
      { name: 'Location', need: 'should', why: 'It is the address for now, which the client follows by itself.' },
    ],
    retry: 'The client follows `Location` now and asks the old address the next time.',
    cache: 'Only with explicit freshness.',
    bodyless: false,
    example: `GET /cart HTTP/1.1
Host: www.shop.example
Accept: text/html

HTTP/1.1 302 Found
Location: /login?next=%2Fcart
Content-Length: 0`,
  },
  {
    code: 303,
    reasonPhrase: 'See Other',
    class: 'redirection',
    registration: 'registered',
    specification: {
      document: 'RFC 9110',
      section: '15.4.4',
      url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.4.4',
    },
    mdn: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Status/303',
    summary:
      'The answer to this request can be read at another address, with `GET`. The other address is not a new place of the resource that was asked for.',
    useWhen: [
      'A form has been handled, and the browser should show a page that may be reloaded safely.',
      'A job is done, and its address leads on to the result.',
      'A resource is a thing that cannot be sent, and another one describes it.',
    ],
    notWhen: [
      'The client must repeat its `POST` elsewhere: `307` or `308`.',
      'An API returns a new resource to a program: `201` with `Location`.',
      'The resource itself has moved: `301` or `308`.',
    ],
    confusedWith: [
      { code: 302, tell: 'A client may repeat the method there; after `303` it reads, with `GET`.' },
      { code: 201, tell: 'It names the new resource but does not send the client there.' },
    ],
    fields: [
      { name: 'Location', need: 'should', why: 'It is the address to read; without it the client cannot go on.' },
    ],
    retry: 'No: the request has been handled, and the client reads `Location` with `GET`.',
    cache: 'Only with explicit freshness; what is found at `Location` follows its own rules.',
    bodyless: false,
    example: `POST /checkout HTTP/1.1
Host: www.shop.example
Content-Type: application/x-www-form-urlencoded

cart=51&payment=invoice

HTTP/1.1 303 See Other
Location: /orders/42
Content-Length: 0`,
  },
];
