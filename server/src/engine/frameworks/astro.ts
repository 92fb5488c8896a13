import type { FrameworkAdapter } from '../adapter.ts';
import { one } from '../known.ts';
import { spellFileRoute } from '../spelling/file-route.ts';
import { createMadeSpelling, responseForm } from '../spelling/made.ts';
import { webResponse, webStatus } from '../web-response.ts';

const ROUTES = { below: /^src\/pages\//, ends: /(?:(?:^|\/)index)?\.[jt]s$/, hides: /^_/ };

export const adapter: FrameworkAdapter = {
  id: 'astro',
  name: 'Astro',
  packages: ['astro'],
  defaultStatus: 200,
  answersByReturning: true,
  unanswered: 500,
  errorModules: [],
  handlers: {
    ...webStatus,
    answersErrors: () => one(500),
    makers: [],
    verbs: {},
    usualNames: /^$/,
    responseTypes: ['astro#APIContext'],
    handlerTypes: ['astro#APIRoute', 'astro#MiddlewareHandler'],
    telling: ['redirect'],
    parameters: { 1: 's', 2: 'sn' },
    responseNames: /^_?(?:c|ctx|context)$/,
    context: { request: [] },
    routeFiles: [
      {
        path: /(?:^|\/)src\/pages\/.+\.[jt]s$/,
        exports: {
          GET: 'GET',
          HEAD: 'HEAD',
          POST: 'POST',
          PUT: 'PUT',
          PATCH: 'PATCH',
          DELETE: 'DELETE',
          OPTIONS: 'OPTIONS',
          ALL: undefined,
        },
        route: (path) => spellFileRoute(path, ROUTES),
        whole: true,
        others: { value: 500 },
        around: { below: /(?:^|\/)src\/pages\//, module: 'src/middleware', name: 'onRequest' },
      },
      { path: /(?:^|\/)src\/middleware(?:\/index)?\.[jt]s$/, exports: { onRequest: undefined }, whole: true },
    ],
  },
  methods: { redirect: { role: 'make', header: 'Location', status: { argument: 1, otherwise: 302 } } },
  properties: {},
  made: webResponse,
  spell: createMadeSpelling((name) => (name === 'Response' || name === 'Response.json' ? responseForm : undefined)),
};

/** What running it has shown. */
export const facts: readonly string[] = [
  'An endpoint that gives back no `Response`, and whatever is thrown, is answered with 500, unless middleware takes it: it comes out of `next()`.',
  'A body with 204, even an empty text, makes `Response` throw: 500.',
  '`context.redirect` answers 302 where no status is given.',
];
