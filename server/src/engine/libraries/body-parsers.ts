import type { Library, LibraryAnswer } from './model.ts';

const MALFORMED: LibraryAnswer = { status: 400, reason: 'malformed' };
const TOO_LARGE: LibraryAnswer = { status: 413, reason: 'too large' };
const MEDIA_TYPE: LibraryAnswer = { status: 415, reason: 'media type' };

const onExpress = {
  package: 'express',
  modules: ['express', 'body-parser'],
  ran: '5.3.0',
  on: 'writes',
  by: 'error',
} as const;
const onKoa = { on: 'writes', by: 'error', answers: [MALFORMED, TOO_LARGE, MEDIA_TYPE] } as const;

/** What reads bodies: https://expressjs.com/en/resources/middleware/body-parser.html and its kin. */
export const bodyParsers: readonly Library[] = [
  { ...onExpress, exports: ['json'], answers: [MALFORMED, TOO_LARGE, MEDIA_TYPE] },
  { ...onExpress, exports: ['urlencoded', 'text', 'raw'], answers: [TOO_LARGE, MEDIA_TYPE] },
  { ...onKoa, package: 'koa-bodyparser', exports: ['default'], ran: '4.4.1' },
  { ...onKoa, package: '@koa/bodyparser', exports: ['bodyParser', 'default'], ran: '6.1.0' },
  { ...onKoa, package: 'koa-body', exports: ['koaBody', 'default'], ran: '8.0.1' },
  {
    package: 'hono',
    modules: ['hono/body-limit'],
    exports: ['bodyLimit'],
    ran: '4.13.19',
    on: 'writes',
    by: 'error',
    answers: (given) => (given.option('onError') === undefined ? [TOO_LARGE] : undefined),
  },
  // What multer refuses carries no status, so that Express answers for it as for any failure.
  {
    package: 'multer',
    exports: ['default'],
    ran: '2.5.0',
    on: 'writes',
    by: 'error',
    answers: [{ status: 500, reason: 'upload' }],
  },
  {
    package: '@nestjs/platform-express',
    exports: ['FileInterceptor', 'FilesInterceptor', 'FileFieldsInterceptor', 'AnyFilesInterceptor'],
    ran: '12.5.1',
    on: 'writes',
    by: 'error',
    answers: [{ status: 400, reason: 'upload' }, TOO_LARGE],
  },
];
