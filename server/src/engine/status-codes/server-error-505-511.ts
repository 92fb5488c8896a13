import type { StatusCode } from './model.ts';

/** The server errors from 505 to 511. */
export const serverErrors505To511: readonly StatusCode[] = [
  {
    code: 505,
    reasonPhrase: 'HTTP Version Not Supported',
    class: 'server error',
    registration: 'registered',
    specification: {
      document: 'RFC 9110',
      section: '15.6.6',
      url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.6.6',
    },
    mdn: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Status/505',
    summary:
      'The server does not speak the major version of HTTP in which the request came. Servers answer it by themselves, before a handler runs.',
    useWhen: ['A server of your own reads a version in the request line that it does not know.'],
    notWhen: ['A version of the API is gone: `404` or `410`.', 'The client should change to another protocol: `426`.'],
    confusedWith: [
      { code: 426, tell: 'There the server asks for another protocol and names it in `Upgrade`.' },
      { code: 501, tell: 'There the version is fine and the method is not known.' },
    ],
    fields: [],
    retry: 'Only with another version of HTTP.',
    cache: 'Only with explicit freshness.',
    bodyless: false,
    example: `GET /products HTTP/9.9
Host: shop.example

HTTP/1.1 505 HTTP Version Not Supported
Content-Type: text/plain

This server speaks HTTP/1.1 and HTTP/2.`,
  },
  {
    code: 506,
    reasonPhrase: 'Variant Also Negotiates',
    class: 'server error',
    registration: 'registered',
    specification: {
      document: 'RFC 2295',
      section: '8.1',
      url: 'https://www.rfc-editor.org/rfc/rfc2295#section-8.1',
    },
    mdn: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Status/506',
    summary:
      'The server is set up in a circle: the variant that it chose would itself choose a variant. It belongs to an experiment with content negotiation that hardly anybody uses.',
    useWhen: ['A server that implements transparent content negotiation finds its own configuration circular.'],
    notWhen: [
      'No representation fits what the client accepts: `406`.',
      'The program is set up wrongly in any other way: `500`.',
    ],
    confusedWith: [
      { code: 406, tell: 'There the client’s wishes cannot be met; with `506` the server is set up wrongly.' },
      { code: 508, tell: 'There WebDAV went round in a circle while it listed resources.' },
    ],
    fields: [],
    retry: 'Not before the configuration is mended.',
    cache: 'Only with explicit freshness.',
    bodyless: false,
    example: `GET /manual HTTP/1.1
Host: shop.example
Negotiate: trans

HTTP/1.1 506 Variant Also Negotiates
Content-Type: text/plain

The server's variants of this page are set up in a circle.`,
  },
  {
    code: 507,
    reasonPhrase: 'Insufficient Storage',
    class: 'server error',
    registration: 'registered',
    specification: {
      document: 'RFC 4918',
      section: '11.5',
      url: 'https://www.rfc-editor.org/rfc/rfc4918#section-11.5',
    },
    mdn: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Status/507',
    summary:
      'The server has no room to store what it would need to store. It comes from WebDAV, and it is about the server’s space, for now.',
    useWhen: ['A PUT or an upload fails because the disk or the user’s quota on the server is full.'],
    notWhen: [
      'The content is larger than the server ever takes: `413`.',
      'The service is overloaded: `503`.',
      'A plan that the user pays for is used up: `402` or `403`.',
    ],
    confusedWith: [
      { code: 413, tell: 'There the content is too large by a rule; with `507` the space is used up.' },
      { code: 503, tell: 'There the server is busy, not full.' },
    ],
    fields: [],
    retry: 'Only after somebody made room; a client must not repeat it by itself.',
    cache: 'Only with explicit freshness.',
    bodyless: false,
    example: `PUT /files/report.pdf HTTP/1.1
Host: shop.example
Content-Type: application/pdf

HTTP/1.1 507 Insufficient Storage
Content-Type: application/problem+json

{"title":"The storage is full","status":507}`,
  },
  {
    code: 508,
    reasonPhrase: 'Loop Detected',
    class: 'server error',
    registration: 'registered',
    specification: {
      document: 'RFC 5842',
      section: '7.2',
      url: 'https://www.rfc-editor.org/rfc/rfc5842#section-7.2',
    },
    mdn: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Status/508',
    summary:
      'A WebDAV request for a whole tree went round in a circle, because a collection is bound inside itself; the whole operation failed.',
    useWhen: ['A `PROPFIND` with `Depth: infinity` meets the same collection again.'],
    notWhen: [
      'A redirect leads back to itself: mend the redirect.',
      'A proxy finds that it asks itself: `502` tells that better outside of WebDAV.',
    ],
    confusedWith: [
      { code: 208, tell: 'There a part that was listed before is left out, and the rest is fine.' },
      { code: 506, tell: 'There content negotiation is set up in a circle.' },
    ],
    fields: [],
    retry: 'Not as it is; a smaller `Depth` may work.',
    cache: 'Only with explicit freshness.',
    bodyless: false,
    example: `PROPFIND /catalogue HTTP/1.1
Host: shop.example
Depth: infinity

HTTP/1.1 508 Loop Detected
Content-Type: text/plain

The catalogue contains itself.`,
  },
  {
    code: 510,
    reasonPhrase: 'Not Extended',
    class: 'server error',
    registration: 'obsoleted',
    specification: {
      document: 'RFC 2774',
      section: '7',
      url: 'https://www.rfc-editor.org/rfc/rfc2774#section-7',
    },
    mdn: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Status/510',
    summary:
      'The request lacked extensions of HTTP that the server wanted. The experiment behind it is obsolete; do not use the code.',
    useWhen: ['Only in programs that still speak the HTTP Extension Framework.'],
    notWhen: [
      'A field is missing in the request: `400`, or `428` for a precondition.',
      'The client must change the protocol: `426`.',
    ],
    confusedWith: [
      { code: 426, tell: 'It asks for another protocol and is in use.' },
      { code: 428, tell: 'It asks for a precondition and is in use.' },
    ],
    fields: [],
    retry: 'Only with the extensions that the body names.',
    cache: 'Only with explicit freshness.',
    bodyless: false,
    example: '',
  },
  {
    code: 511,
    reasonPhrase: 'Network Authentication Required',
    class: 'server error',
    registration: 'registered',
    specification: {
      document: 'RFC 6585',
      section: '6',
      url: 'https://www.rfc-editor.org/rfc/rfc6585#section-6',
    },
    mdn: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Status/511',
    summary:
      'A network lets nobody through before they log in to the network itself, as in a hotel. It comes from the network in between, never from the site that was asked.',
    useWhen: ['A captive portal holds up a request and links to its own log-in page.'],
    notWhen: ['A site or an API wants its own users to log in: `401`.', 'A proxy wants credentials: `407`.'],
    confusedWith: [
      { code: 401, tell: 'There the site that was asked wants to know who asks.' },
      { code: 407, tell: 'There a proxy that the client uses on purpose wants to know.' },
    ],
    fields: [],
    retry: 'Yes, after the log-in to the network.',
    cache: 'No: a cache must not store it.',
    bodyless: false,
    example: `GET /products HTTP/1.1
Host: shop.example

HTTP/1.1 511 Network Authentication Required
Content-Type: text/html

<a href="https://login.network.example/">Log in to the network</a>`,
  },
];
