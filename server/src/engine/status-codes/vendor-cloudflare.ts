import type { StatusCode } from './model.ts';

/** The codes that Cloudflare answers when it has trouble with the origin server. */
export const cloudflareCodes: readonly StatusCode[] = [
  {
    code: 520,
    reasonPhrase: 'Web Server Returned an Unknown Error',
    class: 'server error',
    registration: 'vendor',
    vendor: 'Cloudflare',
    summary:
      'The origin server answered Cloudflare with something empty, broken or unexpected. Look for crashes, connections that were reset and fields that are too large.',
    useWhen: ['Never in a handler: Cloudflare answers it in the place of your server.'],
    notWhen: ['Your own gateway gets an invalid answer: `502`.', 'Your handler fails: `500`.'],
    confusedWith: [
      { code: 502, tell: 'It is the registered code for an invalid answer of an upstream.' },
      { code: 521, tell: 'The origin server did not even take the connection.' },
    ],
    fields: [],
    retry: 'Yes, later, if the request is idempotent.',
    cache: 'Only with explicit freshness, which no proxy adds to it.',
    bodyless: false,
    example: '',
  },
  {
    code: 521,
    reasonPhrase: 'Web Server Is Down',
    class: 'server error',
    registration: 'vendor',
    vendor: 'Cloudflare',
    summary:
      'The origin server refused the connection of Cloudflare. Either it does not run, or a firewall blocks the addresses of Cloudflare.',
    useWhen: ['Never in a handler: Cloudflare answers it in the place of your server.'],
    notWhen: [
      'Your gateway cannot connect to an upstream: `502`.',
      'You take the service down on purpose: `503` with `Retry-After`.',
    ],
    confusedWith: [
      { code: 522, tell: 'The connection was not refused; nothing came back in time.' },
      { code: 503, tell: 'The server runs and says itself that it cannot serve now.' },
    ],
    fields: [],
    retry: 'Yes, later: the request did not reach the origin server.',
    cache: 'Only with explicit freshness, which no proxy adds to it.',
    bodyless: false,
    example: '',
  },
  {
    code: 522,
    reasonPhrase: 'Connection Timed Out',
    class: 'server error',
    registration: 'vendor',
    vendor: 'Cloudflare',
    summary:
      'Cloudflare could not set up a connection to the origin server in time. The server is overloaded or drops packets, or the DNS record names a wrong address.',
    useWhen: ['Never in a handler: Cloudflare answers it in the place of your server.'],
    notWhen: ['Your gateway waits for an upstream in vain: `504`.'],
    confusedWith: [
      { code: 521, tell: 'The origin server refused at once.' },
      { code: 524, tell: 'The connection stood, but the answer took too long.' },
    ],
    fields: [],
    retry: 'Yes, later, if the request is idempotent.',
    cache: 'Only with explicit freshness, which no proxy adds to it.',
    bodyless: false,
    example: '',
  },
  {
    code: 523,
    reasonPhrase: 'Origin Is Unreachable',
    class: 'server error',
    registration: 'vendor',
    vendor: 'Cloudflare',
    summary:
      'Cloudflare found no route to the origin server. Usually its address has changed and the DNS record has not.',
    useWhen: ['Never in a handler: Cloudflare answers it in the place of your server.'],
    notWhen: ['Your gateway cannot reach an upstream: `502`.'],
    confusedWith: [
      { code: 522, tell: 'There is a route, but nothing answered in time.' },
      { code: 530, tell: 'The name of the origin server did not resolve at all.' },
    ],
    fields: [],
    retry: 'Yes, once the record or the route is repaired.',
    cache: 'Only with explicit freshness, which no proxy adds to it.',
    bodyless: false,
    example: '',
  },
  {
    code: 524,
    reasonPhrase: 'A Timeout Occurred',
    class: 'server error',
    registration: 'vendor',
    vendor: 'Cloudflare',
    summary:
      'The origin server took the request but did not answer within the time that Cloudflare waits. A handler that works that long should answer `202` and finish later.',
    useWhen: ['Never in a handler: Cloudflare answers it in the place of your server.'],
    notWhen: [
      'Your gateway waits for an upstream in vain: `504`.',
      'The work takes long: `202` with the address of the job.',
    ],
    confusedWith: [
      { code: 504, tell: 'It is the registered code for an upstream that is too slow.' },
      { code: 522, tell: 'The connection to the origin server was never set up.' },
      { code: 408, tell: 'The client was too slow to send its request.' },
    ],
    fields: [],
    retry: 'Only if the request is idempotent, since the origin server may still finish the work.',
    cache: 'Only with explicit freshness, which no proxy adds to it.',
    bodyless: false,
    example: `POST /reports HTTP/1.1
Host: shop.example
Content-Type: application/json

{"kind":"sales","year":2025}

HTTP/1.1 524 A Timeout Occurred
Server: cloudflare
Content-Type: text/plain

error code: 524`,
  },
  {
    code: 525,
    reasonPhrase: 'SSL Handshake Failed',
    class: 'server error',
    registration: 'vendor',
    vendor: 'Cloudflare',
    summary:
      'Cloudflare and the origin server could not agree on a TLS connection. Look for a missing certificate, a closed port 443 or ciphers that do not match.',
    useWhen: ['Never in a handler: Cloudflare answers it in the place of your server.'],
    notWhen: ['Your gateway fails to connect to an upstream by TLS: `502`.'],
    confusedWith: [
      { code: 526, tell: 'The handshake worked, but the certificate does not hold.' },
      { code: 495, tell: 'There the certificate of the client is at fault.' },
    ],
    fields: [],
    retry: 'Yes, once the origin server is repaired.',
    cache: 'Only with explicit freshness, which no proxy adds to it.',
    bodyless: false,
    example: '',
  },
  {
    code: 526,
    reasonPhrase: 'Invalid SSL Certificate',
    class: 'server error',
    registration: 'vendor',
    vendor: 'Cloudflare',
    summary:
      'Cloudflare is set to check the certificate of the origin server, and that is expired, self-signed or made for another name.',
    useWhen: ['Never in a handler: Cloudflare answers it in the place of your server.'],
    notWhen: ['Your gateway does not trust the certificate of an upstream: `502`.'],
    confusedWith: [
      { code: 525, tell: 'The TLS handshake itself failed.' },
      { code: 495, tell: 'There the certificate of the client is at fault.' },
    ],
    fields: [],
    retry: 'Yes, once the certificate is replaced.',
    cache: 'Only with explicit freshness, which no proxy adds to it.',
    bodyless: false,
    example: '',
  },
  {
    code: 527,
    reasonPhrase: 'Railgun Error',
    class: 'server error',
    registration: 'vendor',
    vendor: 'Cloudflare',
    summary:
      'The connection between Cloudflare and the Railgun listener at the origin server failed. Cloudflare has shut Railgun down, so the code is history.',
    useWhen: ['Never: the product is gone.'],
    notWhen: ['An upstream cannot be reached or answers nonsense: `502`.'],
    confusedWith: [{ code: 502, tell: 'It is the registered code for trouble with an upstream.' }],
    fields: [],
    retry: 'Yes, later, if the request is idempotent.',
    cache: 'Only with explicit freshness, which no proxy adds to it.',
    bodyless: false,
    example: '',
  },
  {
    code: 530,
    reasonPhrase: 'Origin DNS Error',
    class: 'server error',
    registration: 'vendor',
    vendor: 'Cloudflare',
    summary:
      'Cloudflare could not serve the site; the body holds a number such as 1016, for a host that does not resolve. Pantheon uses `530` for a site that is frozen.',
    useWhen: ['Never in a handler: Cloudflare answers it in the place of your server.'],
    notWhen: [
      'Your gateway cannot resolve an upstream: `502`.',
      'A site is switched off for now: `503`; for good: `410`.',
    ],
    confusedWith: [
      { code: 523, tell: 'The name resolves, but no route leads to the address.' },
      { code: 502, tell: 'It is the registered code for trouble with an upstream.' },
    ],
    fields: [],
    retry: 'Depends on the number in the body; an error of DNS lasts until somebody repairs it.',
    cache: 'Only with explicit freshness, which no proxy adds to it.',
    bodyless: false,
    example: '',
  },
];
