import { answerWith, type Given, type Library } from './model.ts';

const LEGACY = ['X-RateLimit-Limit', 'X-RateLimit-Remaining', 'X-RateLimit-Reset'];
const DRAFT_6 = ['RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset'];

/** `standardHeaders` names a draft, or is true for the sixth; the legacy fields are there unless they are switched off. */
function fieldsOfExpress({ option }: Given): readonly string[] {
  const standard = option('standardHeaders');
  const named = standard === true || standard === 'draft-6' ? DRAFT_6 : standard ? ['RateLimit'] : [];
  const fields = [...named, ...(option('legacyHeaders') === false ? [] : LEGACY)];
  return fields.length > 0 ? ['Retry-After', ...fields] : [];
}

/** What answers to requests that come too often, or while the server has too much to do. */
export const limits: readonly Library[] = [
  {
    package: 'express-rate-limit',
    exports: ['default', 'rateLimit'],
    ran: '8.7.5',
    by: 'answer',
    answers: (given) =>
      given.option('handler') === undefined
        ? answerWith(given.option('statusCode'), 429, 'limit', fieldsOfExpress(given))
        : undefined,
  },
  {
    package: '@fastify/rate-limit',
    exports: ['default', 'fastifyRateLimit'],
    ran: '11.2.0',
    by: 'error',
    answers: ({ option }) =>
      option('global') === false
        ? []
        : option('errorResponseBuilder') === undefined
          ? [
              {
                status: 429,
                reason: 'limit',
                fields: ['Retry-After', ...(option('enableDraftSpec') ? DRAFT_6 : LEGACY)],
              },
            ]
          : undefined,
  },
  {
    package: 'koa-ratelimit',
    exports: ['default'],
    ran: '6.0.0',
    by: 'answer',
    answers: ({ option }) => answerWith(option('status'), 429, 'limit', ['Retry-After', ...LEGACY]),
  },
  {
    package: 'hono-rate-limiter',
    exports: ['rateLimiter'],
    ran: '0.5.4',
    by: 'answer',
    answers: ({ option }) =>
      option('handler') === undefined
        ? answerWith(option('statusCode'), 429, 'limit', ['Retry-After', ...DRAFT_6])
        : undefined,
  },
  {
    package: '@nestjs/throttler',
    exports: ['ThrottlerGuard'],
    ran: '6.7.1',
    by: 'error',
    answers: [{ status: 429, reason: 'limit', fields: ['Retry-After'] }],
  },
  {
    package: '@fastify/under-pressure',
    exports: ['default', 'fastifyUnderPressure'],
    ran: undefined,
    by: 'error',
    answers: ({ option }) =>
      option('pressureHandler') === undefined
        ? [{ status: 503, reason: 'overload', fields: ['Retry-After'] }]
        : undefined,
  },
  {
    package: 'connect-timeout',
    exports: ['default'],
    ran: '1.9.1',
    by: 'error',
    answers: ({ option }) => (option('respond') === false ? [] : [{ status: 503, reason: 'late' }]),
  },
  {
    package: 'hono',
    modules: ['hono/timeout'],
    exports: ['timeout'],
    ran: '4.13.19',
    by: 'error',
    answers: ({ argument }) => (argument(1) === undefined ? [{ status: 504, reason: 'late' }] : undefined),
  },
  // These only count: what is answered is written by whoever asks them.
  {
    package: 'rate-limiter-flexible',
    exports: ['RateLimiterMemory', 'RateLimiterRedis'],
    ran: undefined,
    by: 'answer',
    answers: [],
  },
  { package: 'express-slow-down', exports: ['default', 'slowDown'], ran: undefined, by: 'answer', answers: [] },
];
