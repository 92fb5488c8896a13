import type { StatusCode } from './model.ts';

/** The client errors from 421 to 426. */
export const clientErrors421To426: readonly StatusCode[] = [
  {
    code: 421,
    reasonPhrase: 'Misdirected Request',
    class: 'client error',
    registration: 'registered',
    specification: {
      document: 'RFC 9110',
      section: '15.5.20',
      url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.20',
    },
    mdn: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Status/421',
    summary:
      'The request came to a server that cannot or will not speak for the host in its URI, for example over a connection that was opened for another host. Servers and gateways send this; handlers hardly ever do.',
    useWhen: [
      'A client reuses a connection for a host that this server is not set up to serve.',
      'The host of the request does not fit the TLS connection that it came over.',
    ],
    notWhen: [
      'The host is right and the path is unknown: 404.',
      'You run a proxy: it must not send 421 by itself.',
      'The resource has moved to another host: 301, 307 or 308.',
    ],
    confusedWith: [
      { code: 404, tell: 'The server is the right one, only the resource is missing.' },
      { code: 400, tell: 'The `Host` field is missing or malformed; 421 means a well-formed host of another server.' },
    ],
    fields: [],
    retry: 'Yes, over another connection, such as a new one to the host in the URI; this holds for every method.',
    cache: 'Only with explicit freshness, which makes no sense here.',
    bodyless: false,
    example: `GET /products HTTP/1.1
Host: admin.shop.example

HTTP/1.1 421 Misdirected Request
Content-Type: application/problem+json

{"title":"This server does not serve admin.shop.example","status":421}`,
  },
  {
    code: 422,
    reasonPhrase: 'Unprocessable Content',
    class: 'client error',
    registration: 'registered',
    specification: {
      document: 'RFC 9110',
      section: '15.5.21',
      url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.21',
    },
    mdn: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Status/422',
    summary:
      'The server knows the media type and could read the body, but what it says makes no sense, such as a quantity of -5; the answer should name the broken rule. Older libraries call the code Unprocessable Entity.',
    useWhen: [
      'A value is out of range, such as a quantity of -5 or a date of birth in the future.',
      'Values contradict each other, such as an end before its start.',
      'The order refers to a product that does not exist.',
    ],
    notWhen: [
      'The JSON does not parse: 400.',
      'The `Content-Type` is not one that the route takes: 415.',
      'Sensible data collides with what is stored, such as an e-mail address that is taken: 409.',
      'The resource in the path does not exist: 404.',
    ],
    confusedWith: [
      { code: 400, tell: 'The request is broken in its form already; an API without 422 answers 400 to both.' },
      { code: 409, tell: 'The content is fine by itself; the current state of the resource forbids it.' },
      { code: 415, tell: 'The format is wrong, before anybody reads a value.' },
    ],
    fields: [],
    retry: 'Not unchanged: the client must correct the values first.',
    cache: 'Only with explicit freshness; an API rarely wants that.',
    bodyless: false,
    example: `POST /orders HTTP/1.1
Host: shop.example
Content-Type: application/json

{"product":7,"quantity":-5}

HTTP/1.1 422 Unprocessable Content
Content-Type: application/problem+json

{"title":"quantity must be at least 1","status":422,"field":"quantity"}`,
  },
  {
    code: 423,
    reasonPhrase: 'Locked',
    class: 'client error',
    registration: 'registered',
    specification: {
      document: 'RFC 4918',
      section: '11.3',
      url: 'https://www.rfc-editor.org/rfc/rfc4918#section-11.3',
    },
    mdn: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Status/423',
    summary:
      'The resource is locked, so the method cannot be applied to it. The code comes from WebDAV, where clients take locks with `LOCK`; some APIs borrow it for locks of their own.',
    useWhen: [
      'A WebDAV client writes to a resource that another client has locked.',
      'Your API offers locks, and somebody else holds the one on this resource.',
    ],
    notWhen: [
      'The account of the user is locked: 403.',
      'The states collide without any lock: 409.',
      'A row of the database is locked for a moment: wait, or answer 503.',
    ],
    confusedWith: [
      { code: 409, tell: 'The state collides, but nobody holds a lock.' },
      { code: 403, tell: 'The caller lacks permission; a lock passes.' },
    ],
    fields: [],
    retry: 'Yes, once the lock is released, or with the lock token if the client itself holds the lock.',
    cache: 'Only with explicit freshness; better not, because the lock will pass.',
    bodyless: false,
    example: `PUT /products/7/description HTTP/1.1
Host: shop.example
Content-Type: text/plain

A pot for four cups.

HTTP/1.1 423 Locked
Content-Type: application/problem+json

{"title":"Grace is editing this text","status":423}`,
  },
  {
    code: 424,
    reasonPhrase: 'Failed Dependency',
    class: 'client error',
    registration: 'registered',
    specification: {
      document: 'RFC 4918',
      section: '11.4',
      url: 'https://www.rfc-editor.org/rfc/rfc4918#section-11.4',
    },
    mdn: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Status/424',
    summary:
      'An action was not done because another action of the same request failed. The code comes from WebDAV and mostly stands inside a 207 answer, beside the item that was skipped.',
    useWhen: [
      'In a batch that is all or nothing, for the items that failed only because another one did.',
      'One request starts several actions, and the main one cannot follow because an earlier one failed.',
    ],
    notWhen: [
      'A service that you depend on fails: 502, 503 or 504.',
      'A resource that the body refers to is missing: 422 or 409.',
    ],
    confusedWith: [
      { code: 502, tell: 'An upstream service failed; 424 is about another part of the same request.' },
      { code: 207, tell: 'It is the status of the whole answer; 424 is that of one item in it.' },
    ],
    fields: [],
    retry: 'Not unchanged: the action that failed first has to be put right.',
    cache: 'Only with explicit freshness; better not.',
    bodyless: false,
    example: `DELETE /users/5?with=orders HTTP/1.1
Host: shop.example
Authorization: Bearer eyJ…

HTTP/1.1 424 Failed Dependency
Content-Type: application/problem+json

{"title":"Order 42 could not be deleted, so the user stays","status":424}`,
  },
  {
    code: 425,
    reasonPhrase: 'Too Early',
    class: 'client error',
    registration: 'registered',
    specification: {
      document: 'RFC 8470',
      section: '5.2',
      url: 'https://www.rfc-editor.org/rfc/rfc8470#section-5.2',
    },
    mdn: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Status/425',
    summary:
      'The request came in TLS early data, before the handshake was complete, and an attacker could replay it. The server will not run that risk and wants the request again afterwards.',
    useWhen: ['A request in early data, which a gateway marks with `Early-Data: 1`, would do harm if it ran twice.'],
    notWhen: [
      'The request did not come in early data: the client would not know what to do with 425.',
      'The result is not ready yet: 202 with a place to ask, or 409.',
      'The client calls too often: 429.',
    ],
    confusedWith: [
      { code: 429, tell: 'There are too many requests; 425 is about a single one in early data.' },
      { code: 503, tell: 'The server is not ready; 425 is about the handshake.' },
    ],
    fields: [],
    retry: 'Yes, the client should repeat it by itself, but not in early data.',
    cache: 'Only with explicit freshness, which makes no sense here.',
    bodyless: false,
    example: `POST /orders/42/payment HTTP/1.1
Host: shop.example
Early-Data: 1

HTTP/1.1 425 Too Early
Content-Length: 0`,
  },
  {
    code: 426,
    reasonPhrase: 'Upgrade Required',
    class: 'client error',
    registration: 'registered',
    specification: {
      document: 'RFC 9110',
      section: '15.5.22',
      url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.22',
    },
    mdn: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Status/426',
    summary:
      'The server refuses the request over the current protocol, and might accept it after a switch to one that its `Upgrade` field names.',
    useWhen: [
      'A plain GET reaches a route that only speaks WebSocket.',
      'The server wants a newer version of a protocol before it goes on.',
    ],
    notWhen: [
      'The client application is outdated: 400 or 403 with a clear message, since no protocol helps.',
      'The plan of the account must be upgraded: 402 or 403.',
      'The page should be read over HTTPS: redirect with 301 or 308.',
    ],
    confusedWith: [
      { code: 101, tell: 'The client asked for the switch, and the server makes it now.' },
      { code: 505, tell: 'The server does not support the major version of HTTP in the request at all.' },
    ],
    fields: [
      { name: 'Upgrade', need: 'must', why: 'It names the protocols that would do, such as `websocket`.' },
      { name: 'Connection', need: 'must', why: 'In HTTP/1.1 it lists `upgrade` whenever `Upgrade` is sent.' },
    ],
    retry: 'Yes, with a request that switches to a protocol in `Upgrade`.',
    cache: 'Only with explicit freshness, which makes no sense here.',
    bodyless: false,
    example: `GET /orders/42/live HTTP/1.1
Host: shop.example

HTTP/1.1 426 Upgrade Required
Upgrade: websocket
Connection: Upgrade
Content-Type: application/problem+json

{"title":"This address speaks WebSocket only","status":426}`,
  },
];
