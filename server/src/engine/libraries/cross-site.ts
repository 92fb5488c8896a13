import { answerWith, type Library, type LibraryAnswer } from './model.ts';

const FORGED: LibraryAnswer = { status: 403, reason: 'forged' };
const NOTHING = { ran: undefined, by: 'answer', answers: [] } as const;

/** What answers to browsers that ask on behalf of other sites. */
export const crossSite: readonly Library[] = [
  {
    package: 'cors',
    exports: ['default'],
    ran: '2.8.6',
    on: 'preflight',
    by: 'answer',
    answers: ({ option }) =>
      option('preflightContinue') ? [] : answerWith(option('optionsSuccessStatus'), 204, 'preflight'),
  },
  {
    package: '@fastify/cors',
    exports: ['default', 'fastifyCors'],
    ran: '11.4.3',
    on: 'preflight',
    by: 'answer',
    answers: ({ option }) => {
      if (option('preflight') === false || option('preflightContinue')) return [];
      const strict = option('strictPreflight') === false ? [] : [{ status: 400, reason: 'preflight' } as const];
      const right = answerWith(option('optionsSuccessStatus'), 204, 'preflight');
      return right && [...right, ...strict];
    },
  },
  {
    package: '@koa/cors',
    exports: ['default'],
    ran: '5.0.0',
    on: 'preflight',
    by: 'answer',
    answers: [{ status: 204, reason: 'preflight' }],
  },
  {
    package: 'hono',
    modules: ['hono/cors'],
    exports: ['cors'],
    ran: '4.13.19',
    on: 'preflight',
    by: 'answer',
    answers: [{ status: 204, reason: 'preflight' }],
  },
  { package: 'csurf', exports: ['default'], ran: '1.11.0', on: 'writes', by: 'error', answers: [FORGED] },
  { package: 'csrf-csrf', exports: ['doubleCsrf'], ran: '4.0.3', on: 'writes', by: 'error', answers: [FORGED] },
  {
    package: 'hono',
    modules: ['hono/csrf'],
    exports: ['csrf'],
    ran: '4.13.19',
    on: 'writes',
    by: 'error',
    answers: [FORGED],
  },
  { ...NOTHING, package: 'helmet', exports: ['default', 'helmet'], ran: '8.3.0' },
  { ...NOTHING, package: 'compression', exports: ['default'], ran: '1.8.2' },
  { ...NOTHING, package: 'cookie-parser', exports: ['default'], ran: '1.4.7' },
];
