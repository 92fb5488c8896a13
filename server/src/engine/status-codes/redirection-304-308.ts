import type { StatusCode } from './model.ts';

/** The redirections from 304 to 308. */
export const redirection304To308: readonly StatusCode[] = [
  {
    code: 304,
    reasonPhrase: 'Not Modified',
    class: 'redirection',
    registration: 'registered',
    specification: {
      document: 'RFC 9110',
      section: '15.4.5',
      url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.4.5',
    },
    mdn: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Status/304',
    summary:
      'The client has the current version already and should use its own copy. It answers a conditional `GET` or `HEAD` and has no body.',
    useWhen: [
      'A `GET` or `HEAD` carries `If-None-Match`, and the current `ETag` is in it.',
      'It carries `If-Modified-Since` without `If-None-Match`, and nothing has changed since.',
    ],
    notWhen: [
      'The request has no condition: `200`.',
      'A `PUT`, `PATCH` or `DELETE` fails its condition: `412`.',
      'An update changed nothing: `200` or `204`.',
    ],
    confusedWith: [
      { code: 412, tell: 'A condition failed and the method was not carried out, as with `If-Match` on an update.' },
      { code: 204, tell: 'It succeeded and there is no content; `304` says that the content is at the client.' },
    ],
    fields: [
      {
        name: 'ETag',
        need: 'must',
        why: 'It is required if the `200` would carry it, so that the client knows which copy is meant.',
      },
      {
        name: 'Cache-Control',
        need: 'must',
        why: 'It is required if the `200` would carry it, as it renews the freshness of the copy.',
      },
      {
        name: 'Vary',
        need: 'must',
        why: 'It is required if the `200` would carry it, and so are `Content-Location`, `Date` and `Expires`.',
      },
    ],
    retry: 'There is no need; a client that lost its copy asks again without the condition.',
    cache: 'It is not kept itself: a cache uses its fields to renew the stored response.',
    bodyless: true,
    example: `GET /products/7 HTTP/1.1
Host: api.shop.example
If-None-Match: "p7-1"

HTTP/1.1 304 Not Modified
ETag: "p7-1"
Cache-Control: max-age=60
Vary: Accept-Encoding`,
  },
  {
    code: 305,
    reasonPhrase: 'Use Proxy',
    class: 'redirection',
    registration: 'deprecated',
    specification: {
      document: 'RFC 9110',
      section: '15.4.6',
      url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.4.6',
    },
    summary:
      'It once told the client to repeat the request through a proxy. It is deprecated, as a server could send clients through a proxy of its own, and clients ignore it.',
    useWhen: [],
    notWhen: [
      'Clients should use a proxy: configure it at the client.',
      'The resource is at another address: `307` or `308`.',
    ],
    confusedWith: [
      { code: 407, tell: 'A proxy is in use and wants credentials.' },
      { code: 307, tell: 'It names another address for the resource, not a proxy.' },
    ],
    fields: [],
    retry: 'No: current clients do not act on it.',
    cache: 'Only with explicit freshness; do not send it at all.',
    bodyless: false,
    example: '',
  },
  {
    code: 306,
    reasonPhrase: '(Unused)',
    class: 'redirection',
    registration: 'unused',
    specification: {
      document: 'RFC 9110',
      section: '15.4.7',
      url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.4.7',
    },
    summary: 'An early draft of HTTP used it for switching proxies. It has no meaning today and stays reserved.',
    useWhen: [],
    notWhen: ['You want to redirect: `301`, `302`, `303`, `307` or `308`.'],
    confusedWith: [{ code: 307, tell: 'It is the temporary redirect that keeps the method.' }],
    fields: [],
    retry: 'No: clients do not know what it means.',
    cache: 'Only with explicit freshness; do not send it at all.',
    bodyless: false,
    example: '',
  },
  {
    code: 307,
    reasonPhrase: 'Temporary Redirect',
    class: 'redirection',
    registration: 'registered',
    specification: {
      document: 'RFC 9110',
      section: '15.4.8',
      url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.4.8',
    },
    mdn: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Status/307',
    summary:
      'The resource is at another address for now. The client repeats the request there with the same method and body, and keeps the old address.',
    useWhen: [
      'A `POST` or `PUT` should go to another server for a while.',
      'An upload goes to the address that is right for this client, such as the nearest region.',
    ],
    notWhen: [
      'The client should read a result with `GET`: `303`.',
      'The move is for good: `308`.',
      'The server is only busy and has no other address to name: `503`.',
    ],
    confusedWith: [
      { code: 302, tell: 'A client may turn its `POST` into a `GET`; `307` forbids that.' },
      { code: 308, tell: 'It keeps the method too, but is permanent.' },
    ],
    fields: [
      { name: 'Location', need: 'should', why: 'It is the address for now, where the client repeats the request.' },
    ],
    retry: 'The client repeats the request at `Location` and asks the old address the next time.',
    cache: 'Only with explicit freshness.',
    bodyless: false,
    example: `POST /orders HTTP/1.1
Host: api.shop.example
Content-Type: application/json

{"product":7,"quantity":2}

HTTP/1.1 307 Temporary Redirect
Location: https://eu.api.shop.example/orders
Content-Length: 0`,
  },
  {
    code: 308,
    reasonPhrase: 'Permanent Redirect',
    class: 'redirection',
    registration: 'registered',
    specification: {
      document: 'RFC 9110',
      section: '15.4.9',
      url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.4.9',
    },
    mdn: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Status/308',
    summary:
      'The resource has a new address for good. The client repeats the request there with the same method and body, and should change its links.',
    useWhen: [
      'An API has moved to another path or host for good, with all its methods.',
      'A `POST` to `http` must go to `https`.',
    ],
    notWhen: [
      'The move is for a while: `307`.',
      'The client should read a result with `GET`: `303`.',
      'The resource is gone without a successor: `410`.',
    ],
    confusedWith: [
      { code: 301, tell: 'It is permanent too, but a client may turn its `POST` into a `GET`.' },
      { code: 307, tell: 'It keeps the method too, but is temporary.' },
    ],
    fields: [{ name: 'Location', need: 'should', why: 'It is the new address, where the client repeats the request.' }],
    retry: 'Not at this address: the client repeats the request at `Location` and keeps to it from then on.',
    cache: 'Yes, on `GET` and `HEAD` even without explicit freshness.',
    bodyless: false,
    example: `POST /v1/orders HTTP/1.1
Host: api.shop.example
Content-Type: application/json

{"product":7,"quantity":2}

HTTP/1.1 308 Permanent Redirect
Location: /v2/orders
Content-Length: 0`,
  },
];
