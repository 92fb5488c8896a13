import { answerWith, type Library, type LibraryAnswer } from './model.ts';

const INVALID: LibraryAnswer = { status: 400, reason: 'invalid' };
const MALFORMED: LibraryAnswer = { status: 400, reason: 'malformed' };

/** What compares requests with a description of them. */
export const validation: readonly Library[] = [
  {
    package: '@hono/zod-validator',
    exports: ['zValidator'],
    ran: '0.9.1',
    by: 'answer',
    // What is invalid goes to the hook, if there is one; what cannot be parsed never comes so far.
    answers: ({ argument }) => {
      const parsed = argument(0) === 'json' || argument(0) === 'form' ? [MALFORMED] : [];
      return argument(2) === undefined ? [...parsed, INVALID] : parsed;
    },
  },
  {
    package: 'hono',
    modules: ['hono/validator'],
    exports: ['validator'],
    ran: '4.13.19',
    by: 'error',
    answers: ({ argument }) => (argument(0) === 'json' || argument(0) === 'form' ? [MALFORMED] : []),
  },
  {
    package: '@nestjs/common',
    exports: [
      'ValidationPipe',
      'ParseIntPipe',
      'ParseFloatPipe',
      'ParseBoolPipe',
      'ParseArrayPipe',
      'ParseUUIDPipe',
      'ParseEnumPipe',
      'ParseDatePipe',
      'ParseFilePipe',
    ],
    ran: '12.5.1',
    by: 'error',
    answers: ({ option }) =>
      option('exceptionFactory') === undefined ? answerWith(option('errorHttpStatusCode'), 400, 'invalid') : undefined,
  },
  // What they find out is asked for by the handler, which answers itself.
  {
    package: 'express-validator',
    exports: ['body', 'param', 'query', 'header', 'cookie', 'check', 'checkSchema'],
    ran: '7.3.2',
    by: 'answer',
    answers: [],
  },
  // Its errors carry no status: without `errors()` behind the routes, Express answers for them as for any failure.
  {
    package: 'celebrate',
    exports: ['celebrate'],
    ran: '16.0.0',
    by: 'error',
    answers: [{ status: 500, reason: 'invalid' }],
  },
];
