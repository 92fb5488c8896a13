import type { LibraryAnswer } from './model.ts';

/** What a framework itself answers in place of a handler: to bodies that it reads, and to what a route's schema forbids. */
export interface OwnAnswers {
  readonly framework: string;
  /** The version with which `test/conformance` has run it. */
  readonly ran: string;
  /** Of handlers whose method takes a body. */
  readonly ofBodies: readonly LibraryAnswer[];
  /** Where the options of a route hold the schemas of requests, and what is answered to requests that break one. */
  readonly schema?: { readonly path: string; readonly parts: readonly string[]; readonly answer: LibraryAnswer };
  /** Switches the check off: the handler is told what is wrong and answers itself. */
  readonly unless?: string;
}

export const BODY_METHODS: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH']);

export const ownAnswers: readonly OwnAnswers[] = [
  {
    framework: 'fastify',
    ran: '5.12.8',
    ofBodies: [
      { status: 400, reason: 'malformed' },
      { status: 413, reason: 'too large' },
      { status: 415, reason: 'media type' },
    ],
    schema: {
      path: 'schema',
      parts: ['body', 'querystring', 'query', 'params', 'headers'],
      answer: { status: 400, reason: 'invalid' },
    },
    unless: 'attachValidation',
  },
  {
    framework: 'nest',
    ran: '12.5.1',
    ofBodies: [
      { status: 400, reason: 'malformed' },
      { status: 413, reason: 'too large' },
    ],
  },
];
