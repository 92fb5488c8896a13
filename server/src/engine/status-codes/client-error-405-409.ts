import type { StatusCode } from './model.ts';

/** The client errors from 405 to 409. */
export const clientErrors405To409: readonly StatusCode[] = [
  {
    code: 405,
    reasonPhrase: 'Method Not Allowed',
    class: 'client error',
    registration: 'registered',
    specification: {
      document: 'RFC 9110',
      section: '15.5.6',
      url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.6',
    },
    mdn: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Status/405',
    summary:
      'The server knows the method, but this resource does not support it. The `Allow` field lists the methods that it does support.',
    useWhen: [
      'The path has handlers, only none for this method: `DELETE /products`.',
      'A resource is read-only for everybody, now or always: `PUT /orders/42/receipt`.',
    ],
    notWhen: [
      'No route has this path at all: 404.',
      'Other callers may use the method: 403.',
      'The server implements the method nowhere: 501.',
    ],
    confusedWith: [
      { code: 404, tell: 'Nothing is at that path, whatever the method.' },
      { code: 403, tell: 'It depends on who calls; 405 holds for everybody.' },
      { code: 501, tell: 'The method is unknown to the whole server, not only to this resource.' },
    ],
    fields: [
      {
        name: 'Allow',
        need: 'must',
        why: 'It lists the methods that the resource supports now; the list may be empty.',
      },
    ],
    retry: 'Not with this method; one of those in `Allow` may work.',
    cache: 'Yes, on GET and HEAD even without explicit freshness; answers to other methods hardly ever.',
    bodyless: false,
    example: `DELETE /products HTTP/1.1
Host: shop.example

HTTP/1.1 405 Method Not Allowed
Allow: GET, HEAD, POST
Content-Type: application/problem+json

{"title":"The list of products cannot be deleted","status":405}`,
  },
  {
    code: 406,
    reasonPhrase: 'Not Acceptable',
    class: 'client error',
    registration: 'registered',
    specification: {
      document: 'RFC 9110',
      section: '15.5.7',
      url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.7',
    },
    mdn: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Status/406',
    summary:
      'The server has no representation that fits `Accept`, `Accept-Language` or `Accept-Encoding` of the request, and it does not want to send another one instead. The body should list what it can offer.',
    useWhen: [
      'The client accepts only `application/xml`, and the API speaks only JSON.',
      'The requested version of a versioned media type is not offered.',
    ],
    notWhen: [
      'The body that the client sent has the wrong format: 415.',
      'The values in the body are not acceptable: 400 or 422.',
      'A default representation would do: sending it with 200 is allowed, too.',
    ],
    confusedWith: [
      { code: 415, tell: 'It is about the format that the client sends, not the one it wants back.' },
      { code: 400, tell: 'It is about the request itself; 406 is about the wishes for the answer.' },
    ],
    fields: [
      {
        name: 'Vary',
        need: 'may',
        why: 'If caches may keep the answer, it names the fields that decided it, such as `Accept`.',
      },
    ],
    retry: 'Not unchanged; with an `Accept` field that allows something on offer.',
    cache: 'Only with explicit freshness, and then with `Vary`.',
    bodyless: false,
    example: `GET /products/7 HTTP/1.1
Host: shop.example
Accept: application/xml

HTTP/1.1 406 Not Acceptable
Content-Type: application/problem+json

{"title":"Products come as JSON or CSV","status":406}`,
  },
  {
    code: 407,
    reasonPhrase: 'Proxy Authentication Required',
    class: 'client error',
    registration: 'registered',
    specification: {
      document: 'RFC 9110',
      section: '15.5.8',
      url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.8',
    },
    mdn: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Status/407',
    summary:
      'A proxy between the client and the server wants credentials for itself before it forwards the request. An API handler does not send this; proxies do.',
    useWhen: ['You write a forward proxy, and its user has not authenticated with the proxy.'],
    notWhen: ['Your API or its gateway wants the user to sign in: 401.', 'The proxy knows its user and refuses: 403.'],
    confusedWith: [
      { code: 401, tell: 'The origin server asks, with `WWW-Authenticate`.' },
      { code: 511, tell: 'A network, such as that of a hotel, wants a sign-in before it lets anything through.' },
    ],
    fields: [
      {
        name: 'Proxy-Authenticate',
        need: 'must',
        why: 'It holds the challenge of the proxy, such as `Basic realm="office"`.',
      },
    ],
    retry: 'Yes, with a new or different `Proxy-Authorization` field.',
    cache: 'Only with explicit freshness; it concerns one client and its proxy, so better not at all.',
    bodyless: false,
    example: `GET http://shop.example/products HTTP/1.1
Host: shop.example

HTTP/1.1 407 Proxy Authentication Required
Proxy-Authenticate: Basic realm="office"
Content-Length: 0`,
  },
  {
    code: 408,
    reasonPhrase: 'Request Timeout',
    class: 'client error',
    registration: 'registered',
    specification: {
      document: 'RFC 9110',
      section: '15.5.9',
      url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.9',
    },
    mdn: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Status/408',
    summary:
      'The client took too long to send its request: the server stopped waiting before the request was complete. It says nothing about how long the server worked on an answer.',
    useWhen: [
      'An upload stalls, and the rest of the body does not arrive in time.',
      'A connection stays idle in the middle of a request.',
    ],
    notWhen: [
      'A service that you call does not answer in time: 504.',
      'Your own work takes long: 202, and finish it later; 503 if the server is overloaded.',
    ],
    confusedWith: [
      { code: 504, tell: 'An upstream was too slow to answer; here the client was too slow to ask.' },
      { code: 503, tell: 'The request arrived whole; the server cannot handle it for now.' },
    ],
    fields: [
      {
        name: 'Connection',
        need: 'may',
        why: 'In HTTP/1.1, `close` tells that the server ends the connection, since the rest of the request is lost.',
      },
    ],
    retry: 'Yes, the same request again; in HTTP/1.1 that takes a new connection.',
    cache: 'Only with explicit freshness, which makes no sense here.',
    bodyless: false,
    example: `POST /products/7/images HTTP/1.1
Host: shop.example
Content-Type: image/png
Content-Length: 5242880

HTTP/1.1 408 Request Timeout
Connection: close
Content-Type: application/problem+json

{"title":"The image did not arrive within 30 seconds","status":408}`,
  },
  {
    code: 409,
    reasonPhrase: 'Conflict',
    class: 'client error',
    registration: 'registered',
    specification: {
      document: 'RFC 9110',
      section: '15.5.10',
      url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.10',
    },
    mdn: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Status/409',
    summary:
      'The request is in order but collides with the current state of the resource. The body should say what collides, so that the client can resolve it and try again.',
    useWhen: [
      'A sign-up uses an e-mail address that is taken; 200 with an `error` key would hide that.',
      'Another unique key exists already, such as the number of a product.',
      'The state does not allow the step, such as cancelling an order that has shipped.',
      'An edit carries an outdated version number in its body.',
    ],
    notWhen: [
      'The input would be wrong whatever is stored: 400 or 422.',
      'A conditional field of the request, such as `If-Match`, does not hold: 412.',
      'A WebDAV lock holds the resource: 423.',
      'The same PUT arrives twice: it is idempotent, so answer 200 or 204 again.',
    ],
    confusedWith: [
      { code: 422, tell: 'The content makes no sense by itself; yet some teams use 422 for duplicates, too.' },
      { code: 412, tell: 'The client named a condition in a header field, and it is false.' },
      { code: 400, tell: 'The request is malformed or invalid in any state.' },
      { code: 423, tell: 'The resource is locked; 409 covers every other collision of states.' },
    ],
    fields: [],
    retry: 'Only once the conflict is resolved, by a changed request or a changed state.',
    cache: 'Only with explicit freshness; better not, because the state may change at any time.',
    bodyless: false,
    example: `POST /users HTTP/1.1
Host: shop.example
Content-Type: application/json

{"email":"ada@example.com","name":"Ada"}

HTTP/1.1 409 Conflict
Content-Type: application/problem+json

{"title":"The e-mail address is taken","status":409,"field":"email"}`,
  },
];
