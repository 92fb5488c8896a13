import type { StatusCode } from './model.ts';

/** The successes from 205 to 226: those for forms, byte ranges, WebDAV and deltas. */
export const success205To226: readonly StatusCode[] = [
  {
    code: 205,
    reasonPhrase: 'Reset Content',
    class: 'success',
    registration: 'registered',
    specification: {
      document: 'RFC 9110',
      section: '15.3.6',
      url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.3.6',
    },
    mdn: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Status/205',
    summary:
      'The request succeeded, and the client should clear the form or view that sent it. The response has no body.',
    useWhen: ['People enter many records with one form, and the client is known to clear the form on this code.'],
    notWhen: [
      'The client is a browser: browsers do not act on it, so answer `303` or `204` and clear the form in code.',
      'There is nothing to clear: `204`.',
      'You send a body: `200`.',
    ],
    confusedWith: [{ code: 204, tell: 'It has no body either, but the client keeps its view as it is.' }],
    fields: [
      {
        name: 'Content-Length',
        need: 'may',
        why: 'With the value `0` it marks the end of the response in HTTP/1.1, where `205` does not do so by itself.',
      },
    ],
    retry: 'There is no need: the request succeeded.',
    cache: 'Only with explicit freshness.',
    bodyless: true,
    example: `POST /stock-counts HTTP/1.1
Host: shop.example
Content-Type: application/x-www-form-urlencoded

product=7&count=31

HTTP/1.1 205 Reset Content
Content-Length: 0`,
  },
  {
    code: 206,
    reasonPhrase: 'Partial Content',
    class: 'success',
    registration: 'registered',
    specification: {
      document: 'RFC 9110',
      section: '15.3.7',
      url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.3.7',
    },
    mdn: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Status/206',
    summary:
      'The body is the part of the representation that the client asked for with `Range`. Downloads go on after a break this way, and players jump within a video.',
    useWhen: ['A `GET` carries `Range`, the range can be met, and `If-Range`, if sent, matches the current version.'],
    notWhen: [
      'The request has no `Range`: `200` with everything.',
      'The range lies outside the representation: `416`.',
      'A list is split into pages by query parameters: `200` with links to the other pages.',
    ],
    confusedWith: [
      { code: 200, tell: 'The body is whole; a server may ignore `Range` and answer so.' },
      { code: 416, tell: 'No part can be sent, because the range starts after the end.' },
    ],
    fields: [
      {
        name: 'Content-Range',
        need: 'must',
        why: 'It says which bytes these are; with several ranges it stands in each part of `multipart/byteranges` instead.',
      },
      {
        name: 'ETag',
        need: 'must',
        why: 'It is required if the `200` would carry it, so that the client joins parts of one version only.',
      },
      { name: 'Accept-Ranges', need: 'may', why: 'It says which units of ranges the resource takes.' },
    ],
    retry: 'There is no need: the client goes on and asks for the next range.',
    cache: 'Yes, on `GET` even without explicit freshness, by caches that can join ranges.',
    bodyless: false,
    example: `GET /catalog.csv HTTP/1.1
Host: api.shop.example
Range: bytes=0-12

HTTP/1.1 206 Partial Content
Content-Range: bytes 0-12/48200
ETag: "c-2026-10"
Content-Type: text/csv
Content-Length: 13

id,name,price`,
  },
  {
    code: 207,
    reasonPhrase: 'Multi-Status',
    class: 'success',
    registration: 'registered',
    specification: {
      document: 'RFC 4918',
      section: '11.1',
      url: 'https://www.rfc-editor.org/rfc/rfc4918#section-11.1',
    },
    mdn: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Status/207',
    summary:
      'The request concerned several resources, and the body gives a status for each of them. Some or all of them may have failed.',
    useWhen: [
      'A WebDAV method such as `PROPFIND` or a `COPY` of a folder has a result for each resource.',
      'A bulk request may succeed in part, and your API documents its own body for that.',
    ],
    notWhen: [
      'The request succeeds or fails as a whole: its own code, such as `200` or `409`.',
      'The request itself is malformed, so that no item was tried: `400`.',
    ],
    confusedWith: [
      { code: 200, tell: 'It says that all went well; after a `207` the client must read the body to know.' },
      { code: 208, tell: 'It stands for one resource inside the body of a `207`.' },
    ],
    fields: [
      { name: 'Content-Type', need: 'should', why: 'It is `application/xml` in WebDAV, and JSON in most bulk APIs.' },
    ],
    retry: 'Only the items that failed, each by the rule of its own status.',
    cache: 'Only with explicit freshness.',
    bodyless: false,
    example: `POST /products/bulk-delete HTTP/1.1
Host: api.shop.example
Content-Type: application/json

{"ids":[7,8]}

HTTP/1.1 207 Multi-Status
Content-Type: application/json

{"results":[{"id":7,"status":204},{"id":8,"status":404}]}`,
  },
  {
    code: 208,
    reasonPhrase: 'Already Reported',
    class: 'success',
    registration: 'registered',
    specification: { document: 'RFC 5842', section: '7.1', url: 'https://www.rfc-editor.org/rfc/rfc5842#section-7.1' },
    mdn: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Status/208',
    summary:
      'Inside the body of a WebDAV `207`: the members of this collection are listed already, under another address that leads to the same collection.',
    useWhen: [
      'A `PROPFIND` of depth `infinity` reaches one collection through several bindings, and the client sent `DAV: bind`.',
    ],
    notWhen: [
      'It would be the status of a whole response: `200` or `207`.',
      'The same request came in a second time: its own result again, or `409`.',
    ],
    confusedWith: [
      { code: 207, tell: 'It is the status of the response that carries the `208`.' },
      {
        code: 508,
        tell: 'The bindings run in a loop and the client does not know `208`, so the request fails as a whole.',
      },
    ],
    fields: [],
    retry: 'There is no need: the members are elsewhere in the same body.',
    cache: 'It has no caching of its own; the `207` around it decides.',
    bodyless: false,
    example: `PROPFIND /catalog/ HTTP/1.1
Host: dav.shop.example
Depth: infinity
DAV: bind

HTTP/1.1 207 Multi-Status
Content-Type: application/xml

<D:multistatus xmlns:D="DAV:">
  <D:response>
    <D:href>/catalog/tea/all/</D:href>
    <D:propstat>
      <D:prop><D:displayname/></D:prop>
      <D:status>HTTP/1.1 208 Already Reported</D:status>
    </D:propstat>
  </D:response>
</D:multistatus>`,
  },
  {
    code: 226,
    reasonPhrase: 'IM Used',
    class: 'success',
    registration: 'registered',
    specification: {
      document: 'RFC 3229',
      section: '10.4.1',
      url: 'https://www.rfc-editor.org/rfc/rfc3229#section-10.4.1',
    },
    mdn: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Status/226',
    summary:
      'The body is not the representation itself but the result of instance manipulations, such as a delta from the version that the client has.',
    useWhen: ['A `GET` with `A-IM` asks for a delta, and client and server agree on its format.'],
    notWhen: [
      'The request has no `A-IM`: `200`.',
      'The body is only compressed: `200` with `Content-Encoding`.',
      'The client has the current version: `304`.',
    ],
    confusedWith: [
      {
        code: 206,
        tell: 'It holds a range of bytes that the client chose; `226` holds changes that the server worked out.',
      },
      { code: 304, tell: 'Nothing has changed, so there is no body at all.' },
    ],
    fields: [
      { name: 'ETag', need: 'must', why: 'It names the version that the client has after it applied the delta.' },
      { name: 'IM', need: 'should', why: 'It lists what was applied, in order, so that the client can undo it.' },
      {
        name: 'Delta-Base',
        need: 'may',
        why: 'It names the version to apply the delta to; with several tags in `If-None-Match` it is a must.',
      },
    ],
    retry: 'There is no need; a client that cannot apply the delta asks again without `A-IM`.',
    cache: 'Only with explicit freshness, and only by caches that know instance manipulations.',
    bodyless: false,
    example: `GET /catalog.csv HTTP/1.1
Host: api.shop.example
A-IM: diffe
If-None-Match: "c-1"

HTTP/1.1 226 IM Used
IM: diffe
ETag: "c-2"
Delta-Base: "c-1"
Content-Type: text/csv

2c
7,Teapot,26.00
.`,
  },
];
