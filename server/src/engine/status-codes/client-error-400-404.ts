import type { StatusCode } from './model.ts';

/** The client errors from 400 to 404: the ones that nearly every handler answers with. */
export const clientErrors400To404: readonly StatusCode[] = [
  {
    code: 400,
    reasonPhrase: 'Bad Request',
    class: 'client error',
    registration: 'registered',
    specification: {
      document: 'RFC 9110',
      section: '15.5.1',
      url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.1',
    },
    mdn: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Status/400',
    summary:
      'The request itself is at fault: it is malformed or invalid, and the server will not process it as it stands. The body should say what is wrong, so that the client can mend it.',
    useWhen: [
      'The body is not the JSON it claims to be.',
      'A required field, query parameter or header field is missing or has the wrong type.',
      'An identifier in the path cannot be one, such as `/orders/abc` where orders have numbers.',
      'The input fails validation and the API does not set 422 apart from 400.',
    ],
    notWhen: [
      'The request is well formed and only its meaning breaks a rule: 422 says it more precisely.',
      'Valid input collides with what is stored: 409.',
      'The credentials are missing or wrong: 401.',
      'Your own code failed on input that is fine: 500.',
    ],
    confusedWith: [
      { code: 422, tell: 'The server could read the input; it is the values that make no sense.' },
      { code: 409, tell: 'The same request would succeed if the stored data were different.' },
      { code: 415, tell: 'The media type of the body is one that the resource does not take.' },
      {
        code: 500,
        tell: 'The request is fine and the server failed; bad input that makes a handler throw is still 400.',
      },
    ],
    fields: [],
    retry: 'Not unchanged: the client must correct the request first.',
    cache: 'Only with explicit freshness, such as `Cache-Control: max-age=60`; an API rarely wants that.',
    bodyless: false,
    example: `POST /orders HTTP/1.1
Host: shop.example
Content-Type: application/json

{"product":7,"quantity":

HTTP/1.1 400 Bad Request
Content-Type: application/problem+json

{"title":"The body is no valid JSON: it ends too soon","status":400}`,
  },
  {
    code: 401,
    reasonPhrase: 'Unauthorized',
    class: 'client error',
    registration: 'registered',
    specification: {
      document: 'RFC 9110',
      section: '15.5.2',
      url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.2',
    },
    mdn: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Status/401',
    summary:
      'The client is not authenticated: it sent no credentials, or the server does not accept those it sent. Despite its name the code asks "Who are you?", not "May you do this?".',
    useWhen: [
      'A protected route is called without an `Authorization` field or session.',
      'The token is expired, revoked, malformed or signed with the wrong key.',
      'A sign-in fails because the user name or password is wrong.',
    ],
    notWhen: [
      'You know who the caller is, and they may not do this: 403.',
      'No credentials could ever open the resource: 403, or 404 to hide it.',
      'A proxy in between wants credentials for itself: 407.',
    ],
    confusedWith: [
      { code: 403, tell: 'The caller is known and not allowed; signing in again changes nothing.' },
      { code: 407, tell: 'The proxy asks, with `Proxy-Authenticate`, not the origin server.' },
      { code: 400, tell: 'The request is malformed apart from its credentials.' },
    ],
    fields: [
      {
        name: 'WWW-Authenticate',
        need: 'must',
        why: 'It holds at least one challenge, such as `Bearer`, that names how to authenticate.',
      },
    ],
    retry: 'Yes, with new or different credentials; the same ones will fail again.',
    cache: 'Only with explicit freshness; `Cache-Control: no-store` keeps the refusal from outliving the sign-in.',
    bodyless: false,
    example: `GET /users/me HTTP/1.1
Host: shop.example
Authorization: Bearer eyJ…

HTTP/1.1 401 Unauthorized
WWW-Authenticate: Bearer realm="shop", error="invalid_token"
Content-Type: application/problem+json

{"title":"The token has expired","status":401}`,
  },
  {
    code: 402,
    reasonPhrase: 'Payment Required',
    class: 'client error',
    registration: 'registered',
    specification: {
      document: 'RFC 9110',
      section: '15.5.3',
      url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.3',
    },
    mdn: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Status/402',
    summary:
      'Reserved: HTTP has not given this code a meaning yet. Some APIs use it for an unpaid bill, a used-up credit or a declined card, so a client learns what it means only from the API it calls.',
    useWhen: ['Your API documents it, for example for an account whose subscription has lapsed.'],
    notWhen: [
      'The plan of the account lacks the feature, and every client should understand the answer: 403.',
      'The caller has used up a rate limit: 429.',
      'The payment provider did not answer, or answered with nonsense: 504 or 502.',
    ],
    confusedWith: [
      { code: 403, tell: 'It has a standard meaning: the server understood the request and refuses it.' },
      { code: 429, tell: 'Waiting helps; nobody has to pay.' },
    ],
    fields: [],
    retry: 'Not before the payment is settled, as far as the API defines it so.',
    cache: 'Only with explicit freshness; better not, because the answer is wrong as soon as the bill is paid.',
    bodyless: false,
    example: `POST /orders/42/payment HTTP/1.1
Host: shop.example
Authorization: Bearer eyJ…
Content-Type: application/json

{"card":"card_81"}

HTTP/1.1 402 Payment Required
Content-Type: application/problem+json

{"title":"The bank declined the card","status":402}`,
  },
  {
    code: 403,
    reasonPhrase: 'Forbidden',
    class: 'client error',
    registration: 'registered',
    specification: {
      document: 'RFC 9110',
      section: '15.5.4',
      url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.4',
    },
    mdn: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Status/403',
    summary:
      'The server understood the request and refuses it. In an API it mostly says "I know who you are, but you may not do this"; the body may say which permission is missing.',
    useWhen: [
      'A signed-in user lacks the role or scope, such as a valid token without the admin role.',
      'A user reaches for an order that belongs to somebody else.',
      'The rule has nothing to do with credentials, such as a blocked address or a disabled feature.',
    ],
    notWhen: [
      'Nobody is signed in, or the token is not valid: 401.',
      'Even the existence of the resource is a secret: 404.',
      'Nobody may use this method on the resource: 405.',
      'The caller is allowed and only too fast: 429.',
    ],
    confusedWith: [
      { code: 401, tell: 'The server does not know who is calling; signing in may help.' },
      { code: 404, tell: 'It hides that the resource exists; 403 gives it away.' },
      { code: 405, tell: 'The method is not supported there, whoever calls.' },
      { code: 451, tell: 'A legal demand, not a permission, stands in the way.' },
    ],
    fields: [
      {
        name: 'WWW-Authenticate',
        need: 'may',
        why: 'A challenge with `error="insufficient_scope"` tells an OAuth client which scope to ask for.',
      },
    ],
    retry: 'Not with the same credentials; other credentials or a newly granted permission may help.',
    cache: 'Only with explicit freshness; keep it out of caches where permissions can change.',
    bodyless: false,
    example: `DELETE /products/7 HTTP/1.1
Host: shop.example
Authorization: Bearer eyJ…

HTTP/1.1 403 Forbidden
Content-Type: application/problem+json

{"title":"Only admins delete products","status":403,"role":"admin"}`,
  },
  {
    code: 404,
    reasonPhrase: 'Not Found',
    class: 'client error',
    registration: 'registered',
    specification: {
      document: 'RFC 9110',
      section: '15.5.5',
      url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.5',
    },
    mdn: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Status/404',
    summary:
      'The server has nothing to show for this URI: the resource does not exist, or the server does not want to say that it does. It leaves open whether that lasts.',
    useWhen: [
      'A look-up by the identifier in the path finds no row.',
      'No route matches the path.',
      'The caller may not even learn that the resource exists.',
    ],
    notWhen: [
      'A search or list finds no items: 200 with an empty list.',
      'The resource was there and is known to be gone for good: 410.',
      'The path exists and only the method does not: 405.',
      'The request body refers to something missing: 422, or 400 if the API has no use for 422.',
    ],
    confusedWith: [
      { code: 410, tell: 'The server knows that the resource was removed for good.' },
      { code: 403, tell: 'The server admits that there is something, and refuses it.' },
      { code: 204, tell: 'It is a success without content; a failed look-up is not one.' },
      { code: 400, tell: 'The identifier could not be one at all, so nothing was looked up.' },
    ],
    fields: [],
    retry: 'Pointless for now; the resource may appear later, and nothing says when.',
    cache:
      'Yes, on GET and HEAD even without explicit freshness; `Cache-Control: no-store` prevents it where the resource may soon appear.',
    bodyless: false,
    example: `GET /products/999 HTTP/1.1
Host: shop.example

HTTP/1.1 404 Not Found
Content-Type: application/problem+json

{"title":"There is no product 999","status":404}`,
  },
];
