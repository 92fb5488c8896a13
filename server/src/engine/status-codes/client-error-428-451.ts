import type { StatusCode } from './model.ts';

/** The client errors from 428 to 451: each has a specification apart from RFC 9110. */
export const clientErrors428To451: readonly StatusCode[] = [
  {
    code: 428,
    reasonPhrase: 'Precondition Required',
    class: 'client error',
    registration: 'registered',
    specification: {
      document: 'RFC 6585',
      section: '3',
      url: 'https://www.rfc-editor.org/rfc/rfc6585#section-3',
    },
    mdn: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Status/428',
    summary:
      'The server takes this request only with a condition, such as `If-Match`, so that nobody overwrites a change that they have not seen. The body should explain how to send the request again.',
    useWhen: ['A PUT, PATCH or DELETE without `If-Match` reaches a resource that several clients edit.'],
    notWhen: [
      'The condition is there and does not hold: 412.',
      'Something else is missing from the request: 400.',
      'A condition would be nice but is not required: carry out the request.',
    ],
    confusedWith: [
      { code: 412, tell: 'The client sent a condition, and it is false.' },
      { code: 409, tell: 'The server has seen a collision; 428 only prevents one.' },
    ],
    fields: [],
    retry: 'Not unchanged: fetch the resource, then send the request with its entity tag in `If-Match`.',
    cache: 'No, a cache must not store it.',
    bodyless: false,
    example: `PUT /products/7 HTTP/1.1
Host: shop.example
Content-Type: application/json

{"name":"Teapot","price":1900}

HTTP/1.1 428 Precondition Required
Content-Type: application/problem+json

{"title":"Send If-Match with the ETag that you read","status":428}`,
  },
  {
    code: 429,
    reasonPhrase: 'Too Many Requests',
    class: 'client error',
    registration: 'registered',
    specification: {
      document: 'RFC 6585',
      section: '4',
      url: 'https://www.rfc-editor.org/rfc/rfc6585#section-4',
    },
    mdn: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Status/429',
    summary:
      'The client is over its rate limit: it has sent too many requests in a given time. The body should say which limit it hit, and `Retry-After: 60` lets it wait instead of guessing.',
    useWhen: [
      'A user, key or address exceeds its requests per minute.',
      'Failed sign-ins pile up, and the next attempt must wait.',
      'The daily quota of an account is used up.',
    ],
    notWhen: [
      'The server as a whole is overloaded, whoever asks: 503.',
      'The caller may not do this at any speed: 403.',
      'One request is too big: 413.',
      'An upstream limits the rate of your own server: 503 or 502, as it is not the fault of the client.',
    ],
    confusedWith: [
      { code: 503, tell: 'The server is the one in trouble; 429 singles out one client.' },
      { code: 403, tell: 'Waiting does not help; with 429 it does.' },
      { code: 402, tell: 'The API wants money, not patience.' },
    ],
    fields: [
      {
        name: 'Retry-After',
        need: 'may',
        why: 'It holds seconds, such as `60`, or a date; good clients wait as long as it says.',
      },
    ],
    retry: 'Yes, after the time in `Retry-After`; without the field, with growing pauses.',
    cache: 'No, a cache must not store it.',
    bodyless: false,
    example: `GET /products?page=101 HTTP/1.1
Host: shop.example
Authorization: Bearer eyJ…

HTTP/1.1 429 Too Many Requests
Retry-After: 60
Content-Type: application/problem+json

{"title":"At most 100 requests per minute","status":429}`,
  },
  {
    code: 431,
    reasonPhrase: 'Request Header Fields Too Large',
    class: 'client error',
    registration: 'registered',
    specification: {
      document: 'RFC 6585',
      section: '5',
      url: 'https://www.rfc-editor.org/rfc/rfc6585#section-5',
    },
    mdn: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Status/431',
    summary:
      'The header fields of the request are too large, one of them or all together. If one is to blame, the body should name it; the HTTP server mostly answers this before a handler runs.',
    useWhen: ['Cookies have piled up beyond the limit.', 'A token in `Authorization` is larger than the server takes.'],
    notWhen: ['The URI is too long: 414.', 'The body is too large: 413.', 'A header field has a bad value: 400.'],
    confusedWith: [
      { code: 413, tell: 'The body, not the header section, is too large.' },
      { code: 414, tell: 'The URI, not the header section, is too long.' },
    ],
    fields: [],
    retry: 'Not unchanged; with smaller header fields, for example after deleting cookies.',
    cache: 'No, a cache must not store it.',
    bodyless: false,
    example: `GET /orders HTTP/1.1
Host: shop.example
Cookie: cart=eyJ…

HTTP/1.1 431 Request Header Fields Too Large
Content-Type: application/problem+json

{"title":"The Cookie field is larger than 8 kB","status":431}`,
  },
  {
    code: 451,
    reasonPhrase: 'Unavailable For Legal Reasons',
    class: 'client error',
    registration: 'registered',
    specification: {
      document: 'RFC 7725',
      section: '3',
      url: 'https://www.rfc-editor.org/rfc/rfc7725#section-3',
    },
    mdn: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Status/451',
    summary:
      'A legal demand, such as a court order, forbids the server to give access. The body should say who demands it, on which law it rests, and to whom and what it applies.',
    useWhen: [
      'A court or an authority has a product listing blocked in the country of the caller.',
      'Content is withheld after a copyright complaint.',
    ],
    notWhen: [
      'Your own terms or permissions forbid it: 403.',
      'Even saying that the content exists is forbidden: 404.',
      'The content has been deleted for good: 410.',
    ],
    confusedWith: [
      { code: 403, tell: 'You refuse of your own accord; no legal demand makes you.' },
      { code: 410, tell: 'The resource is gone; with 451 it may still be there, only withheld.' },
    ],
    fields: [
      {
        name: 'Link',
        need: 'should',
        why: 'With `rel="blocked-by"` it names who carries out the block, not who demands it.',
      },
    ],
    retry: 'Pointless as long as the demand stands.',
    cache:
      'Yes, on GET and HEAD even without explicit freshness; send `Cache-Control: private` if it depends on the caller.',
    bodyless: false,
    example: `GET /products/13 HTTP/1.1
Host: shop.example

HTTP/1.1 451 Unavailable For Legal Reasons
Link: <https://shop.example/legal>; rel="blocked-by"
Content-Type: application/problem+json

{"title":"A court forbids its sale in your country","status":451}`,
  },
];
