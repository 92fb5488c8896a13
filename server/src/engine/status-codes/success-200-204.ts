import type { StatusCode } from './model.ts';

/** The successes from 200 to 204: those that APIs answer every day. */
export const success200To204: readonly StatusCode[] = [
  {
    code: 200,
    reasonPhrase: 'OK',
    class: 'success',
    registration: 'registered',
    specification: {
      document: 'RFC 9110',
      section: '15.3.1',
      url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.3.1',
    },
    mdn: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Status/200',
    summary:
      'The request succeeded and the body holds the result: what `GET` found, or the state after a `PUT`, `PATCH` or `POST`.',
    useWhen: [
      'A `GET` found the resource; an empty list counts as found.',
      'A `PUT` or `PATCH` updated a resource and returns its new state.',
      'An action such as a search or a log-in succeeded and returns data.',
    ],
    notWhen: [
      'Something failed: answer the fitting `4xx` or `5xx`, never `200` with an `error` key.',
      'The request made a new resource: `201`.',
      'The work has only been queued: `202`.',
      'There is nothing to return: `204`.',
    ],
    confusedWith: [
      { code: 201, tell: 'The request made a resource that was not there before, and `Location` says where it is.' },
      { code: 204, tell: 'It succeeded too, but has nothing to say and no body.' },
      {
        code: 409,
        tell: 'A sign-up with a taken e-mail address failed, so it must not look like a success to the client.',
      },
    ],
    fields: [
      { name: 'Content-Type', need: 'should', why: 'It tells the client how to read the body.' },
      { name: 'ETag', need: 'may', why: 'It names this version, for `If-None-Match` and `If-Match` later.' },
      { name: 'Cache-Control', need: 'may', why: 'It says how long, and by whom, the answer may be kept.' },
    ],
    retry: 'There is no need: the request succeeded.',
    cache: 'Yes, on `GET` and `HEAD` even without explicit freshness, unless `Cache-Control` forbids it.',
    bodyless: false,
    example: `GET /products/7 HTTP/1.1
Host: api.shop.example
Accept: application/json

HTTP/1.1 200 OK
Content-Type: application/json
ETag: "p7-1"

{"id":7,"name":"Teapot","price":24.5}`,
  },
  {
    code: 201,
    reasonPhrase: 'Created',
    class: 'success',
    registration: 'registered',
    specification: {
      document: 'RFC 9110',
      section: '15.3.2',
      url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.3.2',
    },
    mdn: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Status/201',
    summary:
      'The request made at least one new resource, and it exists now. `Location` names it; without that field it is the address of the request.',
    useWhen: [
      'A `POST` to a collection made a new member: an order, a user.',
      'A `PUT` to an address where nothing was made the resource there.',
    ],
    notWhen: [
      'The resource will be made later: `202`.',
      'The resource was there and has been updated: `200` or `204`.',
      'A duplicate keeps it from being made: `409`.',
    ],
    confusedWith: [
      { code: 200, tell: 'It succeeded without making a resource, such as a search or an update.' },
      { code: 202, tell: 'Nothing has been made yet, and it may still fail.' },
      {
        code: 303,
        tell: 'It sends the client to another page to `GET`; a browser does not follow the `Location` of a `201`.',
      },
    ],
    fields: [
      {
        name: 'Location',
        need: 'should',
        why: 'It is the address of the new resource, unless that is the address of the request.',
      },
      {
        name: 'ETag',
        need: 'may',
        why: 'It names the version that was made, so that the client can update it without reading it first.',
      },
    ],
    retry: 'No: the resource exists, and a second `POST` would make another one.',
    cache: 'Hardly ever: it mostly answers `POST` or `PUT`, and a cache keeps it only with explicit freshness.',
    bodyless: false,
    example: `POST /api/users HTTP/1.1
Host: api.shop.example
Content-Type: application/json

{"email":"ada@shop.example"}

HTTP/1.1 201 Created
Location: /api/users/124
Content-Type: application/json

{"id":124,"email":"ada@shop.example"}`,
  },
  {
    code: 202,
    reasonPhrase: 'Accepted',
    class: 'success',
    registration: 'registered',
    specification: {
      document: 'RFC 9110',
      section: '15.3.3',
      url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.3.3',
    },
    mdn: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Status/202',
    summary:
      'The server has taken the request but has not finished it, and the work may still fail. The body should tell the state of the job and where to ask for it.',
    useWhen: [
      'The work goes into a queue and outlasts the request: a report, an import, a video.',
      'Somebody must approve the request before it takes effect.',
      'A webhook is stored now and handled later.',
    ],
    notWhen: [
      'The work is done when you answer: `200`, `201` or `204`.',
      'You can see already that the request will fail: the fitting `4xx`.',
      'The server is too busy to take the work: `503`.',
    ],
    confusedWith: [
      { code: 200, tell: 'The work is done and the result is in the body.' },
      {
        code: 201,
        tell: 'The resource exists already; if only a job was made, the thing asked for does not exist yet.',
      },
      { code: 102, tell: 'It is interim, and the client keeps waiting; `202` ends the exchange.' },
    ],
    fields: [
      {
        name: 'Location',
        need: 'may',
        why: 'By convention of many APIs it is the address of the job; put that address into the body too.',
      },
    ],
    retry: 'No: ask for the state of the job instead, as a second request could start the work twice.',
    cache: 'Only with explicit freshness, which hardly ever makes sense for the state of a job.',
    bodyless: false,
    example: `POST /reports HTTP/1.1
Host: api.shop.example
Content-Type: application/json

{"kind":"sales","month":"2026-10"}

HTTP/1.1 202 Accepted
Location: /jobs/81
Content-Type: application/json

{"job":81,"state":"queued","status":"/jobs/81"}`,
  },
  {
    code: 203,
    reasonPhrase: 'Non-Authoritative Information',
    class: 'success',
    registration: 'registered',
    specification: {
      document: 'RFC 9110',
      section: '15.3.4',
      url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.3.4',
    },
    mdn: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Status/203',
    summary: 'The request succeeded, but a proxy on the way has changed what the origin server answered with `200`.',
    useWhen: ['You run a proxy that transforms answers, such as one that shrinks pictures, and want clients to know.'],
    notWhen: [
      'You are the origin server: `200`.',
      'The answer is simply old or comes from your own cache: `200` with `Age`.',
    ],
    confusedWith: [{ code: 200, tell: 'The answer is as the origin server sent it.' }],
    fields: [],
    retry: 'There is no need: the request succeeded.',
    cache: 'Yes, on `GET` and `HEAD` even without explicit freshness.',
    bodyless: false,
    example: `GET /products/7/photo HTTP/1.1
Host: www.shop.example
Accept: text/plain

HTTP/1.1 203 Non-Authoritative Information
Content-Type: text/plain

A white teapot, 1.2 litres`,
  },
  {
    code: 204,
    reasonPhrase: 'No Content',
    class: 'success',
    registration: 'registered',
    specification: {
      document: 'RFC 9110',
      section: '15.3.5',
      url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.3.5',
    },
    mdn: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Status/204',
    summary: 'The request succeeded and there is nothing to say about it. The response ends after its header section.',
    useWhen: [
      'A `DELETE` removed the resource.',
      'A `PUT` or `PATCH` updated the resource and returns nothing.',
      'An action succeeded without a result, such as a log-out.',
    ],
    notWhen: [
      'You send a body, even `{}` or `null`: `200`.',
      'A list is empty: `200` with `[]`.',
      'The resource does not exist: `404`.',
    ],
    confusedWith: [
      { code: 200, tell: 'It has a body, though that may be an empty list or object.' },
      { code: 205, tell: 'It asks the client to clear the form or view that sent the request.' },
      { code: 404, tell: 'There is no such resource; `204` says that the request worked.' },
    ],
    fields: [{ name: 'ETag', need: 'may', why: 'After a `PUT` it names the version that is stored now.' }],
    retry: 'There is no need: the request succeeded.',
    cache: 'Yes, on `GET` and `HEAD` even without explicit freshness; answers to `DELETE` and `PUT` never are.',
    bodyless: true,
    example: `DELETE /products/7 HTTP/1.1
Host: api.shop.example
Authorization: Bearer eyJ…

HTTP/1.1 204 No Content`,
  },
];
