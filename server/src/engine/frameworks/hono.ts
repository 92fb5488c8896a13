import type { FrameworkAdapter, ResponseMethod } from '../adapter.ts';
import { one } from '../known.ts';
import { createMadeSpelling, responseForm } from '../spelling/made.ts';
import { webResponse } from '../web-response.ts';

/** `c.json(body, 404)`, `c.json(body, 404, { Allow: 'GET' })` and `c.json(body, { status: 404 })`. */
const body: ResponseMethod = {
  role: 'make',
  body: 0,
  status: { argument: 1 },
  init: 1,
  fields: [2],
  refuses: 'on some platforms',
};
const made: ResponseMethod = { role: 'make', body: 'made elsewhere', ofContext: true };

export const adapter: FrameworkAdapter = {
  id: 'hono',
  name: 'Hono',
  packages: ['hono', '@hono/zod-openapi', '@hono/zod-validator', '@hono/node-server'],
  defaultStatus: 200,
  declares: { path: ['responses'], makers: ['@hono/zod-openapi#createRoute'] },
  answersByReturning: true,
  errorModules: ['hono/http-exception'],
  unanswered: 404,
  handlers: {
    range: [200, 599],
    makers: [
      'hono#Hono',
      'hono/quick#Hono',
      'hono/tiny#Hono',
      '@hono/zod-openapi#OpenAPIHono',
      'hono#default',
      'hono-openapi#Hono',
    ],
    verbs: {
      get: 'GET',
      post: 'POST',
      put: 'PUT',
      patch: 'PATCH',
      delete: 'DELETE',
      options: 'OPTIONS',
      all: undefined,
      on: undefined,
      use: undefined,
      openapi: undefined,
      notFound: undefined,
      onError: undefined,
    },
    parametersOf: { onError: 'es' },
    // Measured: what fails behind `next()` never comes out of it, but goes to the error handler at once.
    takesErrors: { verbs: ['onError'] },
    mounts: ['route'],
    prefixes: { verbs: ['basePath'] },
    answersErrors: () => one(500),
    usualNames: /^(?:app|server|api|routes?|.*(?:router|routes|app|api))$/i,
    responseTypes: ['hono#Context', '@hono/zod-openapi#Context'],
    handlerTypes: ['hono#Handler', 'hono#MiddlewareHandler', 'hono#ErrorHandler', 'hono#NotFoundHandler'],
    telling: ['json', 'text', 'html', 'body', 'redirect', 'newResponse', 'notFound', 'status', 'header'],
    parameters: { 1: 's', 2: 'sn' },
    responseNames: /^_?(?:c|ctx|context)$/,
    context: { request: ['req'] },
  },
  methods: {
    status: { role: 'status', status: { argument: 0 } },
    header: { role: 'header', header: 0 },
    json: body,
    text: body,
    html: body,
    body,
    newResponse: body,
    render: made,
    redirect: { role: 'make', header: 'Location', status: { argument: 1, otherwise: 302 } },
    notFound: { role: 'make', status: { always: 404 } },
  },
  properties: {},
  made: {
    ...webResponse,
    'hono/streaming#stream': made,
    'hono/streaming#streamText': made,
    'hono/streaming#streamSSE': made,
  },
  spell: createMadeSpelling(
    (name) => {
      if (/^(?:json|text|html|body|newResponse)$/.test(name))
        return { argument: 1, as: 'number', nothing: { from: 'name', text: 'body(null' } };
      return name === 'Response' || name === 'Response.json' ? responseForm : undefined;
    },
    (status) => `body(null, ${status})`,
  ),
};

/** What running it has shown. */
export const facts: readonly string[] = [
  'A handler that gives back no response is answered with 404.',
  '`c.status(404)` counts for what the context makes afterwards, streams too, and not for a `Response` that is made apart.',
  'Whether a body with 204 throws depends on the platform.',
];
