import type { StatusCode } from './model.ts';

/** The codes that web frameworks, servers and proxies have made up, apart from those of nginx and the cloud providers. */
export const softwareCodes: readonly StatusCode[] = [
  {
    code: 218,
    reasonPhrase: 'This Is Fine',
    class: 'success',
    registration: 'vendor',
    vendor: 'Apache',
    summary:
      'An error that calls itself a success, so that Apache leaves its body alone although `ProxyErrorOverride` is on. It is folklore rather than a feature.',
    useWhen: ['Never in a new API: no client outside knows it.'],
    notWhen: ['Something failed: the fitting `4xx` or `5xx`.', 'All went well: `200`.'],
    confusedWith: [{ code: 200, tell: 'It means success; `218` was made to hide a failure.' }],
    fields: [],
    retry: 'Clients take it for a success and do not retry.',
    cache: 'Only with explicit freshness, which no proxy adds to it.',
    bodyless: false,
    example: '',
  },
  {
    code: 419,
    reasonPhrase: 'Page Expired',
    class: 'client error',
    registration: 'vendor',
    vendor: 'Laravel',
    summary:
      'The CSRF token of a form is missing or has expired, usually with the session. An old WebDAV draft, and packages since, call the number Insufficient Space on Resource.',
    useWhen: ['In a Laravel application, which sends it by itself.'],
    notWhen: [
      'A CSRF token is missing or wrong: `403`.',
      'The session has ended: `401`.',
      'The storage is full: `507`.',
    ],
    confusedWith: [
      { code: 403, tell: 'It is the registered code for a token against forgery that does not hold.' },
      { code: 401, tell: 'The credentials are missing or have expired.' },
      { code: 507, tell: 'It is what became of Insufficient Space on Resource.' },
    ],
    fields: [],
    retry: 'Yes, with a fresh token, after the page has been loaded again.',
    cache: 'Only with explicit freshness, which no proxy adds to it.',
    bodyless: false,
    example: `POST /orders HTTP/1.1
Host: shop.example
Accept: application/json
Content-Type: application/json

{"product":7,"count":1}

HTTP/1.1 419 Page Expired
Content-Type: application/json

{"message":"CSRF token mismatch."}`,
  },
  {
    code: 440,
    reasonPhrase: 'Login Time-out',
    class: 'client error',
    registration: 'vendor',
    vendor: 'Microsoft IIS',
    summary:
      'The session of the user has ended, so a new sign-in is due. Outlook on the web and other applications on IIS answer so.',
    useWhen: ['Never in a new API: no client outside knows it.'],
    notWhen: ['The session has ended: `401` with `WWW-Authenticate`.'],
    confusedWith: [
      { code: 401, tell: 'It is the registered code for credentials that are missing or have expired.' },
      { code: 408, tell: 'It is about the time to send a request, not about the session.' },
    ],
    fields: [],
    retry: 'Yes, after a new sign-in.',
    cache: 'Only with explicit freshness, which no proxy adds to it.',
    bodyless: false,
    example: '',
  },
  {
    code: 449,
    reasonPhrase: 'Retry With',
    class: 'client error',
    registration: 'vendor',
    vendor: 'Microsoft',
    summary:
      'The request lacks something that the client should supply before it tries again. Exchange ActiveSync answers so to a device that must first take over policies.',
    useWhen: ['Never in a new API: no client outside knows it.'],
    notWhen: ['Input is missing: `400` or `422`.', 'A conditional field is missing: `428`.'],
    confusedWith: [
      { code: 428, tell: 'It is the registered code for a request that lacks a condition.' },
      { code: 400, tell: 'The request is incomplete or wrong.' },
    ],
    fields: [],
    retry: 'Yes, with what was missing.',
    cache: 'Only with explicit freshness, which no proxy adds to it.',
    bodyless: false,
    example: '',
  },
  {
    code: 450,
    reasonPhrase: 'Blocked by Windows Parental Controls',
    class: 'client error',
    registration: 'vendor',
    vendor: 'Microsoft',
    summary:
      'The parental controls of Windows on the computer of the user block the address. The server has not seen the request.',
    useWhen: ['Never in a handler: software next to the client answers it.'],
    notWhen: ['You refuse the request: `403`.', 'The law forbids the resource: `451`.'],
    confusedWith: [
      { code: 451, tell: 'The law is the reason, and the server says so.' },
      { code: 403, tell: 'The server refuses by its own rules.' },
    ],
    fields: [],
    retry: 'Not until the parents allow it.',
    cache: 'Only with explicit freshness, which no proxy adds to it.',
    bodyless: false,
    example: '',
  },
  {
    code: 509,
    reasonPhrase: 'Bandwidth Limit Exceeded',
    class: 'server error',
    registration: 'vendor',
    vendor: 'Apache and cPanel',
    summary:
      'The site has used up the traffic that its hosting plan allows. Hosts with cPanel and modules of Apache answer so.',
    useWhen: ['Never in a new API: no client outside knows it.'],
    notWhen: [
      'One client exceeds its limit: `429`.',
      'The whole service cannot go on for now: `503` with `Retry-After`.',
    ],
    confusedWith: [
      { code: 429, tell: 'It limits one client, not the site.' },
      { code: 503, tell: 'It is the registered code for what cannot be served now.' },
      { code: 507, tell: 'The storage is full, not the traffic used up.' },
    ],
    fields: [],
    retry: 'Yes, once the next period of the plan begins.',
    cache: 'Only with explicit freshness, which no proxy adds to it.',
    bodyless: false,
    example: '',
  },
  {
    code: 598,
    reasonPhrase: 'Network Read Timeout Error',
    class: 'server error',
    registration: 'vendor',
    vendor: 'HTTP proxies',
    summary:
      'A proxy got no more data from the server behind it in time. No standard or single vendor stands behind the code.',
    useWhen: ['Never in a new API: no client outside knows it.'],
    notWhen: ['An upstream is too slow: `504`.'],
    confusedWith: [
      { code: 504, tell: 'It is the registered code for an upstream that is too slow.' },
      { code: 599, tell: 'The connection was never set up.' },
    ],
    fields: [],
    retry: 'Yes, later, if the request is idempotent.',
    cache: 'Only with explicit freshness, which no proxy adds to it.',
    bodyless: false,
    example: '',
  },
  {
    code: 599,
    reasonPhrase: 'Network Connect Timeout Error',
    class: 'server error',
    registration: 'vendor',
    vendor: 'HTTP proxies',
    summary:
      'A proxy could not connect to the server behind it in time. Some client libraries, such as that of Tornado, report it when there was no response at all.',
    useWhen: ['Never in a new API: no client outside knows it.'],
    notWhen: ['An upstream cannot be reached: `502`, or `504` if it does not answer in time.'],
    confusedWith: [
      { code: 504, tell: 'It is the registered code for an upstream that does not answer in time.' },
      { code: 598, tell: 'The connection stood, but no more data came.' },
    ],
    fields: [],
    retry: 'Yes, later, if the request is idempotent.',
    cache: 'Only with explicit freshness, which no proxy adds to it.',
    bodyless: false,
    example: '',
  },
];
