import type { StatusCode } from './model.ts';

/** The codes of the Application Load Balancer of AWS. */
export const awsCodes: readonly StatusCode[] = [
  {
    code: 460,
    reasonPhrase: 'Client Closed Connection',
    class: 'client error',
    registration: 'vendor',
    vendor: 'AWS ELB',
    summary:
      'The client closed the connection before the load balancer could answer. The code stands in the access log only.',
    useWhen: ['In logs and metrics, to see that clients give up sooner than the target answers.'],
    notWhen: ['The server gave up on the client: `408`.', 'An upstream was too slow: `504`.'],
    confusedWith: [
      { code: 499, tell: 'It is the same event in the log of nginx.' },
      { code: 504, tell: 'The load balancer lost patience with the target.' },
    ],
    fields: [],
    retry: 'That is up to the client, which has left; the work may have been done all the same.',
    cache: 'There is nothing to store.',
    bodyless: false,
    example: '',
  },
  {
    code: 463,
    reasonPhrase: 'Too Many Addresses in X-Forwarded-For',
    class: 'client error',
    registration: 'vendor',
    vendor: 'AWS ELB',
    summary:
      'The `X-Forwarded-For` field of the request lists more than 30 addresses. Usually proxies forward to each other in a loop.',
    useWhen: ['Never in a handler: the load balancer answers it in the place of your server.'],
    notWhen: [
      'A field is malformed: `400`.',
      'The fields are too large: `431`.',
      'Your server notices a loop in WebDAV bindings: `508`.',
    ],
    confusedWith: [
      { code: 431, tell: 'It is about the size of the fields, not the number of addresses.' },
      { code: 508, tell: 'It is a loop within WebDAV, found by the origin server.' },
    ],
    fields: [],
    retry: 'Not until the chain of proxies is repaired.',
    cache: 'Only with explicit freshness, which no proxy adds to it.',
    bodyless: false,
    example: '',
  },
  {
    code: 464,
    reasonPhrase: 'Incompatible Protocol Version',
    class: 'client error',
    registration: 'vendor',
    vendor: 'AWS ELB',
    summary:
      'The version of HTTP in the request does not fit the target group, for instance HTTP/1.1 for one that takes gRPC only.',
    useWhen: ['Never in a handler: the load balancer answers it in the place of your server.'],
    notWhen: ['Your server does not support the version: `505`.', 'The client must switch protocols: `426`.'],
    confusedWith: [
      { code: 505, tell: 'It is the registered code for a version that the server does not support.' },
      { code: 426, tell: 'It names the protocol to switch to.' },
    ],
    fields: [],
    retry: 'Not unchanged; with the version that the target group takes.',
    cache: 'Only with explicit freshness, which no proxy adds to it.',
    bodyless: false,
    example: '',
  },
  {
    code: 561,
    reasonPhrase: 'Unauthorized',
    class: 'server error',
    registration: 'vendor',
    vendor: 'AWS ELB',
    summary:
      'The load balancer signs users in through an identity provider, and that answered with an error. Check the settings of the provider and the rule.',
    useWhen: ['Never in a handler: the load balancer answers it in the place of your server.'],
    notWhen: ['The caller has no valid credentials: `401`.', 'Your own identity provider fails: `502` or `503`.'],
    confusedWith: [
      { code: 401, tell: 'The credentials of the caller are missing or wrong.' },
      { code: 502, tell: 'It is the registered code for an invalid answer of another server.' },
    ],
    fields: [],
    retry: 'Yes, with a new sign-in, once the identity provider answers again.',
    cache: 'Only with explicit freshness, which no proxy adds to it.',
    bodyless: false,
    example: '',
  },
];
