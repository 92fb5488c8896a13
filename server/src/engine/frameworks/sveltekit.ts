import type { FrameworkAdapter, ResponseMethod } from '../adapter.ts';
import { one } from '../known.ts';
import { spellFileRoute } from '../spelling/file-route.ts';
import { createMadeSpelling, responseForm } from '../spelling/made.ts';
import { webResponse, webStatus } from '../web-response.ts';

const METHODS = {
  GET: 'GET',
  HEAD: 'HEAD',
  POST: 'POST',
  PUT: 'PUT',
  PATCH: 'PATCH',
  DELETE: 'DELETE',
  OPTIONS: 'OPTIONS',
  fallback: undefined,
} as const;

const ROUTES = {
  below: /^src\/routes\//,
  ends: /(?:^|\/)\+(?:server|page\.server)\.\w+$/,
  leavesOut: /^\(.*\)$/,
};

function route(path: string): string | undefined {
  return spellFileRoute(path, ROUTES);
}

/** Since SvelteKit 2 `error()` and `redirect()` throw by themselves; before it, what they gave had to be thrown. */
function throwing(method: ResponseMethod): ResponseMethod {
  return { ...method, role: 'throw', older: { before: 2, method } };
}

export const adapter: FrameworkAdapter = {
  id: 'sveltekit',
  name: 'SvelteKit',
  packages: ['@sveltejs/kit'],
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
    responseTypes: [],
    handlerTypes: ['@sveltejs/kit#RequestHandler', '@sveltejs/kit#Handle', './$types#RequestHandler'],
    telling: [],
    parameters: { 1: 'q' },
    routeFiles: [
      { path: /(?:^|\/)\+server\.[jt]s$/, exports: METHODS, route, whole: true, others: { value: 500 } },
      {
        path: /(?:^|\/)\+(?:page|layout)(?:\.server)?\.[jt]s$/,
        exports: { load: 'GET', 'actions.*': 'POST' },
        route,
        whole: true,
      },
      { path: /(?:^|\/)hooks\.server\.[jt]s$/, exports: { handle: undefined }, whole: true },
    ],
  },
  methods: {},
  properties: {},
  made: {
    ...webResponse,
    '@sveltejs/kit#json': { role: 'make', body: 0, init: 1, refuses: 'any body' },
    '@sveltejs/kit#text': { role: 'make', body: 0, init: 1, refuses: 'any body' },
    '@sveltejs/kit#error': throwing({ role: 'make', status: { argument: 0 }, body: 1 }),
    '@sveltejs/kit#redirect': throwing({ role: 'make', header: 'Location', status: { argument: 0 } }),
    // So for a form that the browser itself sends; `use:enhance` gets it in the body of a 200.
    '@sveltejs/kit#fail': { role: 'make', status: { argument: 0 }, body: 1 },
  },
  spell: createMadeSpelling((name) =>
    name === 'json' || name === 'text' || name === 'Response' || name === 'Response.json' ? responseForm : undefined,
  ),
};

/** What running it has shown. */
export const facts: readonly string[] = [
  '`error()` and `redirect()` throw by themselves since SvelteKit 2.',
  'An endpoint that gives back no `Response`, and an error of any other class, is answered with 500.',
  '`json` and `text` throw for a 204, whatever the body: 500.',
  '`fail(422, …)` answers 422 to a form that the browser sends itself, and 200 with the status in its body to `use:enhance`.',
];
