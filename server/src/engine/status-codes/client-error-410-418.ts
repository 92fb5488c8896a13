import type { StatusCode } from './model.ts';

/** The client errors from 410 to 418: mostly about the message and its conditions rather than the data. */
export const clientErrors410To418: readonly StatusCode[] = [
  {
    code: 410,
    reasonPhrase: 'Gone',
    class: 'client error',
    registration: 'registered',
    specification: {
      document: 'RFC 9110',
      section: '15.5.11',
      url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.11',
    },
    mdn: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Status/410',
    summary:
      'The resource was here, has been removed, and is not expected back. The client should forget its links to it.',
    useWhen: [
      'A deleted resource leaves a tombstone, so the server knows that it once existed.',
      'A version of the API or a time-limited offer has been shut down for good.',
    ],
    notWhen: [
      'You do not know whether it ever existed or will come back: 404.',
      'It lives on at another URI: 301 or 308.',
      'It is away for a while only: 503, or 404.',
    ],
    confusedWith: [
      { code: 404, tell: 'It leaves open whether the resource ever was, or will be, there.' },
      { code: 301, tell: 'The resource has a new URI, and `Location` names it.' },
    ],
    fields: [],
    retry: 'No: the removal is meant to last.',
    cache: 'Yes, on GET and HEAD even without explicit freshness; answers to other methods hardly ever.',
    bodyless: false,
    example: `GET /offers/summer-sale HTTP/1.1
Host: shop.example

HTTP/1.1 410 Gone
Content-Type: application/problem+json

{"title":"The summer sale is over","status":410}`,
  },
  {
    code: 411,
    reasonPhrase: 'Length Required',
    class: 'client error',
    registration: 'registered',
    specification: {
      document: 'RFC 9110',
      section: '15.5.12',
      url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.12',
    },
    mdn: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Status/411',
    summary:
      'The server wants to know the size of the body in advance and refuses a request without `Content-Length`. Servers and storage services send it more often than handlers do.',
    useWhen: ['An upload must announce its size, for example because the store reserves space first.'],
    notWhen: ['The size is known and too big: 413.', 'The body is missing or incomplete: 400.'],
    confusedWith: [
      { code: 413, tell: 'The body is too large; 411 only asks how large it is.' },
      { code: 400, tell: 'A wrong or malformed `Content-Length` makes the request itself bad.' },
    ],
    fields: [],
    retry: 'Yes, with a valid `Content-Length`.',
    cache: 'Only with explicit freshness, which makes no sense here.',
    bodyless: false,
    example: `PUT /products/7/image HTTP/1.1
Host: shop.example
Content-Type: image/png
Transfer-Encoding: chunked

HTTP/1.1 411 Length Required
Content-Type: application/problem+json

{"title":"Send Content-Length with an image","status":411}`,
  },
  {
    code: 412,
    reasonPhrase: 'Precondition Failed',
    class: 'client error',
    registration: 'registered',
    specification: {
      document: 'RFC 9110',
      section: '15.5.13',
      url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.13',
    },
    mdn: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Status/412',
    summary:
      'A condition that the client put into a header field, such as `If-Match`, does not hold, so the server did not apply the request. It guards against overwriting what somebody else has changed.',
    useWhen: [
      'A PUT, PATCH or DELETE carries `If-Match`, and the entity tag is no longer current.',
      'A PUT with `If-None-Match: *`, meant to create something, would overwrite what exists already.',
      'The resource has changed since the date in `If-Unmodified-Since`.',
    ],
    notWhen: [
      'A GET or HEAD carries `If-None-Match`, and nothing has changed: 304.',
      'The client sent no condition, and you require one: 428.',
      'The version number stands in the body, not in a conditional field: 409.',
      'A rule of your own is not met, and the client named no condition: 409 or 422.',
    ],
    confusedWith: [
      { code: 409, tell: 'The server found the collision without a condition from the client.' },
      { code: 428, tell: 'The condition is missing; with 412 it is there and false.' },
      { code: 304, tell: 'On GET and HEAD a false `If-None-Match` means "your copy is still good".' },
    ],
    fields: [],
    retry: 'Not unchanged: fetch the current state, decide anew, and send the request with a condition that fits.',
    cache: 'Only with explicit freshness; better not, because the state moves on.',
    bodyless: false,
    example: `PUT /products/7 HTTP/1.1
Host: shop.example
If-Match: "v3"
Content-Type: application/json

{"name":"Teapot","price":1900}

HTTP/1.1 412 Precondition Failed
Content-Type: application/problem+json

{"title":"The product has changed since you read it","status":412}`,
  },
  {
    code: 413,
    reasonPhrase: 'Content Too Large',
    class: 'client error',
    registration: 'registered',
    specification: {
      document: 'RFC 9110',
      section: '15.5.14',
      url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.14',
    },
    mdn: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Status/413',
    summary:
      'The body of the request is larger than the server is willing or able to handle. Older libraries call the code Payload Too Large or Request Entity Too Large.',
    useWhen: ['An uploaded file or a JSON body exceeds the limit.', 'A batch holds more items than one request may.'],
    notWhen: [
      'The URI is too long: 414.',
      'The header fields are too large: 431.',
      'A single value is too long for its column: 422 or 400.',
    ],
    confusedWith: [
      { code: 414, tell: 'The target URI, not the body, is too long.' },
      { code: 431, tell: 'The header fields, not the body, are too large.' },
      { code: 429, tell: 'Too many requests, each of which may be small.' },
    ],
    fields: [
      {
        name: 'Retry-After',
        need: 'should',
        why: 'Only where the limit is temporary: it says when a second attempt is worthwhile.',
      },
    ],
    retry: 'Not unchanged, except after `Retry-After`; a smaller body may pass.',
    cache: 'Only with explicit freshness, which makes no sense here.',
    bodyless: false,
    example: `POST /products/7/images HTTP/1.1
Host: shop.example
Content-Type: image/png
Content-Length: 52428800

HTTP/1.1 413 Content Too Large
Connection: close
Content-Type: application/problem+json

{"title":"An image may have 5 MB","status":413,"maxBytes":5242880}`,
  },
  {
    code: 414,
    reasonPhrase: 'URI Too Long',
    class: 'client error',
    registration: 'registered',
    specification: {
      document: 'RFC 9110',
      section: '15.5.15',
      url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.15',
    },
    mdn: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Status/414',
    summary:
      'The target URI is longer than the server is willing to interpret. Older libraries call the code Request-URI Too Long.',
    useWhen: [
      'A query string has grown past the limit, for example a filter with thousands of identifiers.',
      'A redirect loop makes the URI longer with every hop.',
    ],
    notWhen: ['The header fields are too large: 431.', 'A query parameter is invalid: 400.'],
    confusedWith: [
      { code: 431, tell: 'It is about header fields such as cookies, not about the URI.' },
      { code: 413, tell: 'It is about the body.' },
    ],
    fields: [],
    retry: 'Not unchanged; with a shorter URI, or with the data in the body of a POST if the API offers that.',
    cache: 'Yes, on GET and HEAD even without explicit freshness; answers to other methods hardly ever.',
    bodyless: false,
    example: `GET /products?ids=1,2,3,… HTTP/1.1
Host: shop.example

HTTP/1.1 414 URI Too Long
Content-Type: application/problem+json

{"title":"Ask for at most 500 products at once","status":414}`,
  },
  {
    code: 415,
    reasonPhrase: 'Unsupported Media Type',
    class: 'client error',
    registration: 'registered',
    specification: {
      document: 'RFC 9110',
      section: '15.5.16',
      url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.16',
    },
    mdn: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Status/415',
    summary:
      'The resource does not take a body of this format for this method. `Content-Type`, `Content-Encoding` or a look at the data itself may show it.',
    useWhen: [
      'A client sends a form or XML where the route takes JSON only.',
      'An upload that must be an image is something else.',
      'The body is compressed with a coding that the server does not know.',
    ],
    notWhen: [
      'The `Content-Type` is right and the JSON does not parse: 400.',
      'The format is right and the values make no sense: 422.',
      'The client wants an answer in a format that you do not have: 406.',
    ],
    confusedWith: [
      { code: 406, tell: 'It is about the format of the answer; 415 is about the format of the request.' },
      { code: 400, tell: 'The format is supported, only this body is malformed.' },
      { code: 422, tell: 'The format is supported and the body parses.' },
    ],
    fields: [
      { name: 'Accept', need: 'may', why: 'It lists the media types that the body may have.' },
      { name: 'Accept-Patch', need: 'should', why: 'On a PATCH it lists the patch formats that the resource takes.' },
      {
        name: 'Accept-Encoding',
        need: 'should',
        why: 'If the content coding was the problem, it lists the codings that would have passed.',
      },
    ],
    retry: 'Not unchanged; with a body in a supported format.',
    cache: 'Only with explicit freshness, which makes no sense here.',
    bodyless: false,
    example: `POST /orders HTTP/1.1
Host: shop.example
Content-Type: text/csv

7,2

HTTP/1.1 415 Unsupported Media Type
Accept: application/json
Content-Type: application/problem+json

{"title":"Send the order as JSON","status":415}`,
  },
  {
    code: 416,
    reasonPhrase: 'Range Not Satisfiable',
    class: 'client error',
    registration: 'registered',
    specification: {
      document: 'RFC 9110',
      section: '15.5.17',
      url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.17',
    },
    mdn: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Status/416',
    summary:
      'The client asked with `Range` for a part that does not exist, or for more small or overlapping parts than the server will serve. Older libraries call the code Requested Range Not Satisfiable.',
    useWhen: [
      'All the ranges start behind the end of the file.',
      'So many tiny ranges are asked for that it looks like an attack.',
    ],
    notWhen: [
      'The server does not support ranges: ignore `Range` and answer 200 with the whole.',
      'A page number in the query is too high: 200 with an empty list, 400 or 404.',
    ],
    confusedWith: [
      { code: 206, tell: 'At least one of the ranges exists and is sent.' },
      { code: 400, tell: 'A query parameter such as `page` is invalid; no `Range` field is involved.' },
    ],
    fields: [
      {
        name: 'Content-Range',
        need: 'should',
        why: 'For byte ranges it tells the current length, as in `bytes */47022`.',
      },
    ],
    retry: 'Not unchanged; with a range within the length that `Content-Range` tells, or without `Range`.',
    cache: 'Only with explicit freshness, which makes no sense here.',
    bodyless: false,
    example: `GET /products/7/manual.pdf HTTP/1.1
Host: shop.example
Range: bytes=90000-

HTTP/1.1 416 Range Not Satisfiable
Content-Range: bytes */47022
Content-Length: 0`,
  },
  {
    code: 417,
    reasonPhrase: 'Expectation Failed',
    class: 'client error',
    registration: 'registered',
    specification: {
      document: 'RFC 9110',
      section: '15.5.18',
      url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.18',
    },
    mdn: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Status/417',
    summary:
      'The server, or one on the way to it, cannot meet what the `Expect` field of the request asks for. HTTP servers answer this themselves; a handler hardly ever does.',
    useWhen: ['`Expect` holds something other than `100-continue`.', 'A server on the way cannot do `100-continue`.'],
    notWhen: [
      'Your own expectations of the input are not met: 400 or 422.',
      'A condition such as `If-Match` fails: 412.',
    ],
    confusedWith: [
      { code: 412, tell: 'It is about `If-…` fields, not about `Expect`.' },
      { code: 422, tell: 'It is about the content of the request.' },
    ],
    fields: [],
    retry: 'Yes, without the `Expect` field.',
    cache: 'Only with explicit freshness, which makes no sense here.',
    bodyless: false,
    example: `PUT /products/7/image HTTP/1.1
Host: shop.example
Content-Type: image/png
Content-Length: 48211
Expect: 100-continue

HTTP/1.1 417 Expectation Failed
Content-Length: 0`,
  },
  {
    code: 418,
    reasonPhrase: '(Unused)',
    class: 'client error',
    registration: 'unused',
    specification: {
      document: 'RFC 9110',
      section: '15.5.19',
      url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.19',
    },
    mdn: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Status/418',
    summary:
      'An April Fools joke of 1998 used the number for "I\'m a teapot", and so many programs repeat it that the number is reserved and has no meaning in HTTP. A client can only treat it as some client error.',
    useWhen: ['As a joke, where no program relies on the answer.'],
    notWhen: [
      'You refuse a bot or an unwanted caller: 403 or 429.',
      'The request is bad in a way that no other code names: 400.',
    ],
    confusedWith: [{ code: 400, tell: 'It is the code for client errors without a code of their own.' }],
    fields: [],
    retry: 'Nothing defines it; a client should expect the same answer.',
    cache: 'Only with explicit freshness.',
    bodyless: false,
    example: '',
  },
];
