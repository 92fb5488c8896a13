import type { Given, Library, LibraryAnswer } from './model.ts';

const CHALLENGED: LibraryAnswer = { status: 401, reason: 'not authenticated', fields: ['WWW-Authenticate'] };
const UNKNOWN: LibraryAnswer = { status: 401, reason: 'not authenticated' };
const MALFORMED: LibraryAnswer = { status: 400, reason: 'malformed' };
const hono = { package: 'hono', ran: '4.13.19', by: 'error' } as const;

/** Strategies that refuse a request which holds no credentials, or too many, with 400 in place of 401. */
const TELLS_MALFORMED = new Set(['local', 'bearer', 'http-bearer']);

/** With a callback nothing is answered; `failureRedirect` leads to a page. */
function answersOfPassport({ argument, option, callback }: Given): readonly LibraryAnswer[] {
  if (callback) return [];
  if (option('failureRedirect') !== undefined) return [{ status: 302, reason: 'elsewhere', fields: ['Location'] }];
  const strategy = argument(0);
  return typeof strategy === 'string' && TELLS_MALFORMED.has(strategy) ? [MALFORMED, UNKNOWN] : [UNKNOWN];
}

/** What asks who somebody is. */
export const authentication: readonly Library[] = [
  { package: 'passport', exports: ['authenticate'], ran: '0.7.0', by: 'answer', answers: answersOfPassport },
  { package: 'koa-passport', exports: ['authenticate'], ran: undefined, by: 'answer', answers: answersOfPassport },
  { package: 'express-jwt', exports: ['expressjwt', 'default'], ran: '8.5.1', by: 'error', answers: [UNKNOWN] },
  {
    package: 'express-oauth2-jwt-bearer',
    exports: ['auth'],
    ran: '1.10.0',
    by: 'error',
    answers: [CHALLENGED, { ...MALFORMED, fields: ['WWW-Authenticate'] }],
  },
  {
    package: 'express-oauth2-jwt-bearer',
    exports: ['requiredScopes', 'claimEquals', 'claimIncludes', 'claimCheck', 'scopeIncludesAny'],
    ran: undefined,
    by: 'error',
    answers: [{ status: 403, reason: 'not allowed', fields: ['WWW-Authenticate'] }],
  },
  {
    package: 'koa-jwt',
    exports: ['default'],
    ran: '4.0.4',
    by: 'error',
    answers: ({ option }) => (option('passthrough') === true ? [] : [UNKNOWN]),
  },
  {
    package: '@fastify/bearer-auth',
    exports: ['default', 'fastifyBearerAuth'],
    ran: '10.1.3',
    by: 'answer',
    answers: [UNKNOWN],
  },
  // These two give the server a method, and answer where that is called.
  { package: '@fastify/jwt', exports: ['default', 'fastifyJwt'], ran: undefined, by: 'error', answers: [] },
  {
    package: '@fastify/basic-auth',
    exports: ['default', 'fastifyBasicAuth'],
    ran: undefined,
    by: 'error',
    answers: [],
  },
  { ...hono, modules: ['hono/jwt', 'hono/jwk'], exports: ['jwt', 'jwk'], answers: [CHALLENGED] },
  { ...hono, modules: ['hono/basic-auth'], exports: ['basicAuth'], answers: [CHALLENGED] },
  {
    ...hono,
    modules: ['hono/bearer-auth'],
    exports: ['bearerAuth'],
    answers: [{ ...MALFORMED, fields: ['WWW-Authenticate'] }, CHALLENGED],
  },
  {
    ...hono,
    modules: ['hono/ip-restriction'],
    exports: ['ipRestriction'],
    answers: [{ status: 403, reason: 'not allowed' }],
  },
  { package: '@nestjs/passport', exports: ['AuthGuard'], ran: '12.0.0', by: 'error', answers: [UNKNOWN] },
];
