import type { FrameworkAdapter } from '../adapter.ts';
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
      { path: /\.[mc]?[jt]s$/, exports: { 'default.fetch': undefined } },
    ],
  },
  methods: {},
  properties: {},
  made: webResponse,
  everywhere: true,
  spell: createMadeSpelling((name) => (name === 'Response' || name === 'Response.json' ? responseForm : undefined)),
};
