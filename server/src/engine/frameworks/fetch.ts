import type { FrameworkAdapter } from '../adapter.ts';
import { one } from '../known.ts';
import { createMadeSpelling, responseForm } from '../spelling/made.ts';
import { webResponse } from '../web-response.ts';

/** Whatever is called with a `Request` and gives a `Response`: Cloudflare Workers and Pages, Deno, Bun. */
export const adapter: FrameworkAdapter = {
  id: 'fetch',
  name: 'Fetch API',
  packages: [
    'wrangler',
    '@cloudflare/workers-types',
    '@cloudflare/vite-plugin',
    '@types/bun',
    'bun-types',
    'itty-router',
  ],
  defaultStatus: 200,
  answersByReturning: true,
  errorModules: [],
  handlers: {
    range: [200, 599],
    answersErrors: () => one(500),
    makers: [],
    verbs: {},
    usualNames: /^$/,
    responseTypes: [],
    handlerTypes: ['@cloudflare/workers-types#PagesFunction', '#PagesFunction'],
    telling: [],
    parameters: { 1: 'q', 2: 'q-', 3: 'q--' },
    routeFiles: [
      {
        path: /(?:^|\/)functions\/.+\.[mc]?[jt]s$/,
        exports: {
          onRequest: undefined,
          onRequestGet: 'GET',
          onRequestHead: 'HEAD',
          onRequestPost: 'POST',
          onRequestPut: 'PUT',
          onRequestPatch: 'PATCH',
          onRequestDelete: 'DELETE',
          onRequestOptions: 'OPTIONS',
        },
      },
      { path: /\.[mc]?[jt]s$/, exports: { 'default.fetch': undefined }, whole: true, errorsTo: 'error' },
    ],
  },
  methods: {},
  properties: {},
  made: webResponse,
  everywhere: true,
  spell: createMadeSpelling((name) => (name === 'Response' || name === 'Response.json' ? responseForm : undefined)),
};

/** What running it has shown. */
export const facts: readonly string[] = [
  'A body with 204, 205 or 304, even an empty text, makes `Response` throw, as does a status outside of 200 to 599. Node and workerd answer 500 then.',
  'What `fetch` throws is answered with 500 by workerd.',
  'Deno and Bun are not run: they share the declarations of `Response`.',
];
