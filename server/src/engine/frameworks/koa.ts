import type { FrameworkAdapter, Overload } from '../adapter.ts';
import { one, unknown, valuesOf } from '../known.ts';
import { createStatementSpelling } from '../spelling/statement.ts';

/** As http-errors reads them: a number comes first, an error that is given brings its own status, a text has none. */
const throws: Overload = (shapes) => {
  if (shapes[0] === 'number') return { role: 'throw', status: { argument: 0 }, body: 1 };
  return shapes[0] === 'text' || shapes.length === 0
    ? { role: 'throw', status: { always: 500 } }
    : { role: 'throw', status: { carriedBy: 0 } };
};

const asserts: Overload = (shapes) =>
  shapes[1] === 'number'
    ? { role: 'throw', unless: 0, status: { argument: 1 } }
    : { role: 'throw', unless: 0, status: shapes[1] === 'other' ? { carriedBy: 1 } : { always: 500 } };

export const adapter: FrameworkAdapter = {
  id: 'koa',
  name: 'Koa',
  packages: ['koa', 'koa2', '@koa/router', 'koa-router', 'koa-joi-router', 'koa-route', 'koa-tree-router'],
  defaultStatus: 200,
  settles: true,
  alsoAt: ['response'],
  handlers: {
    makers: [
      'koa#*',
      'koa#default',
      'koa2#*',
      'koa2#default',
      '@koa/router#*',
      '@koa/router#default',
      '@koa/router#Router',
      'koa-router#*',
      'koa-router#default',
      'koa-joi-router#*',
      'koa-joi-router#default',
      'koa-tree-router#*',
      'koa-tree-router#default',
    ],
    verbs: {
      get: 'GET',
      post: 'POST',
      put: 'PUT',
      patch: 'PATCH',
      delete: 'DELETE',
      del: 'DELETE',
      head: 'HEAD',
      options: 'OPTIONS',
      all: undefined,
      use: undefined,
      register: undefined,
      route: undefined,
    },
    usualNames: /^(?:app|server|api|routes?|.*(?:router|routes|app))$/i,
    context: { request: [] },
    responseNames: /^_*(?:ctx|context)$/i,
    responseTypes: [
      'koa#Context',
      'koa#ParameterizedContext',
      'koa#ExtendableContext',
      'koa#RouterContext',
      '@koa/router#RouterContext',
      'koa-router#RouterContext',
      'koa-router#IRouterContext',
    ],
    handlerTypes: ['koa#Middleware', '@koa/router#Middleware', 'koa-router#Middleware', 'koa-router#IMiddleware'],
    telling: ['throw', 'assert'],
    parameters: { 1: 's', 2: 'sn', 3: 'sn' },
    options: { handler: '' },
    takesErrors: { around: true },
    prefixes: { option: 'prefix', verbs: ['prefix'] },
    // Measured: the error's own status, whatever was set before; a number that is registered, or 500.
    answersErrors: (fields) => {
      const field = fields.find((one) => one !== undefined);
      if (!field || field.kind === 'unknown') return field ?? one(500);
      return valuesOf(field)?.every((code) => code >= 200 && code < 600) ? field : unknown('operator');
    },
    // Measured: only integers are taken, anything else throws.
    answerTo: () => 500,
  },
  methods: {
    throw: throws,
    assert: asserts,
    redirect: { role: 'send', header: 'Location', status: { unlessSet: 302 }, body: 'made elsewhere' },
    back: { role: 'send', header: 'Location', status: { unlessSet: 302 }, body: 'made elsewhere' },
    render: {
      role: 'send',
      body: 'made elsewhere',
      notRun: 'It is a method of middleware for views, which is not installed.',
    },
    set: { role: 'header', header: 0 },
    append: { role: 'header', header: 0 },
    attachment: { role: 'header', header: 'Content-Disposition' },
    vary: { role: 'header', header: 'Vary' },
  },
  properties: {
    status: { role: 'status' },
    body: { role: 'body' },
    message: { role: 'reason phrase' },
  },
  harmless: [
    'accepts',
    'acceptsLanguages',
    'acceptsEncodings',
    'acceptsCharsets',
    'is',
    'inspect',
    'toJSON',
    'remove',
    'has',
  ],
  spell: createStatementSpelling({ status: 'status', header: 'set' }),
};

/** What running it has shown. */
export const facts: readonly string[] = [
  'What is set on the context counts when all handlers have ended; nothing set means 404.',
  '`ctx.body = null` answers 204, also after `ctx.status = 200`.',
  "`ctx.status = '404'` throws.",
];
