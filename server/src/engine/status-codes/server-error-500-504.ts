import type { StatusCode } from './model.ts';

/** The server errors from 500 to 504. */
export const serverErrors500To504: readonly StatusCode[] = [
  {
    code: 500,
    reasonPhrase: 'Internal Server Error',
    class: 'server error',
    registration: 'registered',
    specification: {
      document: 'RFC 9110',
      section: '15.6.1',
      url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.6.1',
    },
    mdn: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Status/500',
    summary:
      'Something that the program did not foresee went wrong, and the request itself is not known to be at fault. The body tells nothing of the inside.',
    useWhen: [
      'A catch-all: an exception that no branch knows.',
      'The program is set up wrongly: a missing environment variable, a missing table.',
      'A query fails that should not: the database is broken, not the input.',
    ],
    notWhen: [
      'The input is malformed or invalid: `400` or `422`.',
      'The resource is missing, or exists already: `404`, `409`.',
      'Another service failed or was too slow: `502` or `504`.',
      'The service is down on purpose or overloaded: `503`.',
    ],
    confusedWith: [
      {
        code: 400,
        tell: 'There the same request can never succeed; after a `500` it may, once the program is mended.',
      },
      { code: 502, tell: 'There another service is known to have answered badly.' },
      { code: 503, tell: 'There the server knows that it is only for a while.' },
    ],
    fields: [],
    retry: 'Perhaps once for a GET or another idempotent request; nothing says that it will help.',
    cache: 'Only with explicit freshness, which is seldom wise.',
    bodyless: false,
    example: `GET /orders/42 HTTP/1.1
Host: shop.example

HTTP/1.1 500 Internal Server Error
Content-Type: application/problem+json

{"title":"Something went wrong","status":500,"incident":"7f3a"}`,
  },
  {
    code: 501,
    reasonPhrase: 'Not Implemented',
    class: 'server error',
    registration: 'registered',
    specification: {
      document: 'RFC 9110',
      section: '15.6.2',
      url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.6.2',
    },
    mdn: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Status/501',
    summary:
      'The server cannot do what the request asks for, for any resource; most often it does not know the method.',
    useWhen: [
      'The server implements a method nowhere, such as `PROPFIND`.',
      'A feature is announced and not built yet.',
    ],
    notWhen: [
      'Only this resource lacks the method: `405`.',
      'The path does not exist: `404`.',
      'The user lacks a right: `403`.',
    ],
    confusedWith: [
      { code: 405, tell: 'There the method is known and this resource does not take it.' },
      { code: 503, tell: 'There the service can do it, only not now.' },
    ],
    fields: [],
    retry: 'Not before the server is updated.',
    cache: 'Yes, on GET and HEAD even without explicit freshness; answers to other methods hardly ever.',
    bodyless: false,
    example: `PROPFIND /products HTTP/1.1
Host: shop.example

HTTP/1.1 501 Not Implemented
Content-Length: 0`,
  },
  {
    code: 502,
    reasonPhrase: 'Bad Gateway',
    class: 'server error',
    registration: 'registered',
    specification: {
      document: 'RFC 9110',
      section: '15.6.3',
      url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.6.3',
    },
    mdn: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Status/502',
    summary:
      'This server asked another one on behalf of the client, and the other one gave an answer that makes no sense here.',
    useWhen: [
      'A payment provider answers with an error, or with something that cannot be read.',
      'A proxy finds the program behind it closed or talking nonsense.',
    ],
    notWhen: [
      'The other service did not answer in time: `504`.',
      'The failure is in this program: `500`.',
      'The other service says that the client’s input is wrong: pass that on as `400` or `422`.',
    ],
    confusedWith: [
      { code: 504, tell: 'There no answer came in time; with `502` a bad one did.' },
      { code: 500, tell: 'There this server is at fault itself.' },
      { code: 503, tell: 'There this server takes no work for a while.' },
    ],
    fields: [],
    retry: 'Yes, for idempotent requests and after a pause: the other service may recover.',
    cache: 'Only with explicit freshness.',
    bodyless: false,
    example: `POST /orders HTTP/1.1
Host: shop.example
Content-Type: application/json

{"product":7,"quantity":2}

HTTP/1.1 502 Bad Gateway
Content-Type: application/problem+json

{"title":"The payment provider answered with an error","status":502}`,
  },
  {
    code: 503,
    reasonPhrase: 'Service Unavailable',
    class: 'server error',
    registration: 'registered',
    specification: {
      document: 'RFC 9110',
      section: '15.6.4',
      url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.6.4',
    },
    mdn: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Status/503',
    summary:
      'The server takes no requests for a while, because of maintenance or too much load. `Retry-After: 300` tells when to come back.',
    useWhen: [
      'Maintenance, announced or not.',
      'A pool or a queue is full, and waiting would not help.',
      'A health check of a program that has not started yet.',
    ],
    notWhen: [
      'This one client asks too often: `429`.',
      'Nobody knows what went wrong: `500`.',
      'Another service did not answer in time: `504`.',
    ],
    confusedWith: [
      { code: 429, tell: 'There one client is over its limit; with `503` everybody waits.' },
      { code: 500, tell: 'There nothing says that it will pass.' },
      { code: 504, tell: 'There this server works, and one behind it is too slow.' },
    ],
    fields: [{ name: 'Retry-After', need: 'may', why: 'It says after how many seconds, or when, to try again.' }],
    retry: 'Yes, after the time in `Retry-After`, or after a pause that grows.',
    cache: 'Only with explicit freshness.',
    bodyless: false,
    example: `GET /products HTTP/1.1
Host: shop.example

HTTP/1.1 503 Service Unavailable
Retry-After: 300
Content-Type: application/problem+json

{"title":"Closed for maintenance until 14:00","status":503}`,
  },
  {
    code: 504,
    reasonPhrase: 'Gateway Timeout',
    class: 'server error',
    registration: 'registered',
    specification: {
      document: 'RFC 9110',
      section: '15.6.5',
      url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.6.5',
    },
    mdn: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Status/504',
    summary: 'This server asked another one on behalf of the client, and no answer came in time.',
    useWhen: [
      'A call of another service ran into its time limit.',
      'A proxy waited too long for the program behind it.',
    ],
    notWhen: [
      'The client was too slow with its request: `408`.',
      'The other service answered, but badly: `502`.',
      'The work simply takes long: answer `202` and let the client ask for the result.',
    ],
    confusedWith: [
      { code: 408, tell: 'There the client did not finish its request in time.' },
      { code: 502, tell: 'There an answer came, and it was bad.' },
      { code: 503, tell: 'There this server itself takes no work.' },
    ],
    fields: [],
    retry: 'Yes, for idempotent requests; whether the first one took effect is not known.',
    cache: 'Only with explicit freshness.',
    bodyless: false,
    example: `GET /rates HTTP/1.1
Host: shop.example

HTTP/1.1 504 Gateway Timeout
Content-Type: application/problem+json

{"title":"The bank did not answer in time","status":504}`,
  },
];
