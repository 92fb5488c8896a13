import type { StatusCode } from './model.ts';

/** The codes of interim responses: each is followed by the final response to the same request. */
export const informational: readonly StatusCode[] = [
  {
    code: 100,
    reasonPhrase: 'Continue',
    class: 'informational',
    registration: 'registered',
    specification: {
      document: 'RFC 9110',
      section: '15.2.1',
      url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.2.1',
    },
    mdn: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Status/100',
    summary:
      'The header section is fine so far, and the client should now send the body. It answers `Expect: 100-continue`; a final response still follows.',
    useWhen: [
      'A request with `Expect: 100-continue` passes the checks that need only its header section, such as authentication and size.',
    ],
    notWhen: [
      'The header section already rules the request out: answer the final code at once, such as `401`, `413` or `417`.',
      'The whole request has been read: send the final response, such as `200` or `201`.',
      'The client speaks HTTP/1.0, which knows no interim responses.',
    ],
    confusedWith: [
      {
        code: 417,
        tell: '`417` refuses an expectation that the server cannot meet; `100` meets it and asks for the body.',
      },
      { code: 202, tell: '`202` is final and says that work goes on; `100` is interim and says only: send the body.' },
    ],
    fields: [],
    retry: 'There is nothing to retry: the client sends the body and waits for the final response.',
    cache: 'Never stored; caches keep final responses only.',
    bodyless: true,
    example: `PUT /products/7/photo HTTP/1.1
Host: api.shop.example
Content-Type: image/jpeg
Content-Length: 481920
Expect: 100-continue

HTTP/1.1 100 Continue

HTTP/1.1 204 No Content
ETag: "p7-2"`,
  },
  {
    code: 101,
    reasonPhrase: 'Switching Protocols',
    class: 'informational',
    registration: 'registered',
    specification: {
      document: 'RFC 9110',
      section: '15.2.2',
      url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.2.2',
    },
    mdn: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Status/101',
    summary:
      'The server agrees to the `Upgrade` that the client offered. Right after this response the connection speaks the new protocol, such as WebSocket.',
    useWhen: [
      'A WebSocket handshake over HTTP/1.1 succeeds.',
      'The server takes up a protocol that the client offered in `Upgrade`.',
    ],
    notWhen: [
      'The client did not send `Upgrade`: the server may only demand it, with `426`.',
      'The handshake is invalid: answer `400`.',
      'The connection is HTTP/2 or HTTP/3, which have no `101`: WebSocket uses extended `CONNECT` there and answers `200`.',
    ],
    confusedWith: [
      {
        code: 426,
        tell: '`426` tells the client to ask for another protocol; `101` switches because the client has asked.',
      },
    ],
    fields: [
      { name: 'Upgrade', need: 'must', why: 'It names the protocol that the connection speaks from here on.' },
      { name: 'Connection', need: 'must', why: 'It lists `Upgrade`, so that the field stays on this one connection.' },
    ],
    retry: 'There is nothing to retry: the client goes on in the new protocol.',
    cache: 'Never stored; it concerns this one connection.',
    bodyless: true,
    example: `GET /orders/live HTTP/1.1
Host: api.shop.example
Connection: Upgrade
Upgrade: websocket
Sec-WebSocket-Version: 13
Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==

HTTP/1.1 101 Switching Protocols
Connection: Upgrade
Upgrade: websocket
Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=`,
  },
  {
    code: 102,
    reasonPhrase: 'Processing',
    class: 'informational',
    registration: 'registered',
    specification: {
      document: 'RFC 2518',
      section: '10.1',
      url: 'https://www.rfc-editor.org/rfc/rfc2518#section-10.1',
    },
    mdn: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Status/102',
    summary:
      'The server has the whole request and still works on it, so the client should not give up. WebDAV introduced it and dropped it again in RFC 4918.',
    useWhen: ['An old WebDAV client is known to wait for it during a long operation on many resources.'],
    notWhen: [
      'The work outlasts the request: answer `202` with the address of a job.',
      'The client should start to load what the page needs: send `103`.',
    ],
    confusedWith: [
      {
        code: 202,
        tell: '`202` ends the exchange and moves the work into the background; after `102` the client keeps waiting.',
      },
      { code: 100, tell: '`100` asks for the body; `102` is sent when the whole request has arrived.' },
    ],
    fields: [],
    retry: 'The client keeps waiting for the final response and does not send the request again.',
    cache: 'Never stored; caches keep final responses only.',
    bodyless: true,
    example: `COPY /catalog/2025/ HTTP/1.1
Host: dav.shop.example
Destination: https://dav.shop.example/catalog/2026/

HTTP/1.1 102 Processing

HTTP/1.1 201 Created
Location: https://dav.shop.example/catalog/2026/
Content-Length: 0`,
  },
  {
    code: 103,
    reasonPhrase: 'Early Hints',
    class: 'informational',
    registration: 'registered',
    specification: {
      document: 'RFC 8297',
      section: '2',
      url: 'https://www.rfc-editor.org/rfc/rfc8297#section-2',
    },
    mdn: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Status/103',
    summary:
      'These fields will probably be in the final response, so the client can act on them now. Browsers use its `Link` fields to preload and preconnect.',
    useWhen: ['A page takes a while to make, and its style sheets, scripts or other origins are known beforehand.'],
    notWhen: [
      'The client is a program that reads JSON: it gains nothing, send the final response.',
      'The final response is ready: put the `Link` fields there.',
      'The client speaks HTTP/1.1 and might mistake an interim response for the final one.',
    ],
    confusedWith: [
      { code: 102, tell: '`102` says only that work goes on; `103` brings fields that the client can use already.' },
      { code: 100, tell: '`100` answers `Expect: 100-continue`; `103` needs no such request.' },
    ],
    fields: [
      {
        name: 'Link',
        need: 'may',
        why: 'It names what to preload or which origin to connect to; it is what browsers act on.',
      },
    ],
    retry: 'There is nothing to retry: the client waits for the final response.',
    cache: 'Never stored itself; what the client preloads is cached by the rules of those responses.',
    bodyless: true,
    example: `GET /products/7 HTTP/1.1
Host: www.shop.example
Accept: text/html

HTTP/1.1 103 Early Hints
Link: </assets/product.css>; rel=preload; as=style

HTTP/1.1 200 OK
Content-Type: text/html; charset=utf-8
Link: </assets/product.css>; rel=preload; as=style

<!doctype html><title>Teapot</title>`,
  },
  {
    code: 104,
    reasonPhrase: 'Upload Resumption Supported',
    class: 'informational',
    registration: 'temporary',
    specification: {
      document: 'draft-ietf-httpbis-resumable-upload',
      section: '',
      url: 'https://datatracker.ietf.org/doc/draft-ietf-httpbis-resumable-upload/',
    },
    summary:
      'While an upload still runs, the server says that it can be resumed, and where. The code is registered for a draft only and may change.',
    useWhen: [
      'A large upload has begun and the server keeps what has arrived, so that the client can go on after a break.',
    ],
    notWhen: [
      'The upload is complete: answer `201` or `200`.',
      'The client only waits for leave to send the body: send `100`.',
      'The client gives no sign that it knows the draft: leave the interim response out.',
    ],
    confusedWith: [
      { code: 100, tell: '`100` asks for the body; `104` names the address at which a broken upload goes on.' },
      {
        code: 308,
        tell: 'Some upload services answer `308` for "resume here"; by its definition `308` is a redirect.',
      },
    ],
    fields: [
      {
        name: 'Location',
        need: 'should',
        why: 'It is the address of the upload, where the client asks how much arrived and sends the rest.',
      },
    ],
    retry: 'If the connection breaks, the client asks at `Location` how much arrived and sends the rest there.',
    cache: 'Never stored; caches keep final responses only.',
    bodyless: true,
    example: `POST /products/7/videos HTTP/1.1
Host: api.shop.example
Content-Type: video/mp4
Content-Length: 73400320
Upload-Complete: ?1

HTTP/1.1 104 Upload Resumption Supported
Location: https://api.shop.example/uploads/b530

HTTP/1.1 201 Created
Location: https://api.shop.example/products/7/videos/3
Content-Length: 0`,
  },
];
