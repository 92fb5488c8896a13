import type { FrameworkAdapter, ResponseMethod } from '../adapter.ts';
import { insertStatement } from '../spelling/statement.ts';

const TAKERS = [
  'defineEventHandler',
  'eventHandler',
  'defineCachedEventHandler',
  'cachedEventHandler',
  'lazyEventHandler',
];

const header: ResponseMethod = { role: 'header', header: 1 };

/** h3, and with it Nitro and Nuxt, whose files may use its functions as globals. */
export const adapter: FrameworkAdapter = {
  id: 'h3',
  name: 'h3',
  packages: ['h3', 'nitropack', 'nuxt', 'nitropack/runtime', '#imports'],
  defaultStatus: 200,
  sendsReturned: true,
  readsErrors: true,
  statusOfNull: 204,
  alsoAt: ['node.res', 'res'],
  handlers: {
    makers: ['h3#createApp', 'h3#createRouter', 'h3#H3'],
    verbs: {
      get: 'GET',
      post: 'POST',
      put: 'PUT',
      patch: 'PATCH',
      delete: 'DELETE',
      head: 'HEAD',
      options: 'OPTIONS',
      use: undefined,
      add: undefined,
    },
    takers: [...TAKERS, 'defineWebSocketHandler'].flatMap((name) =>
      ['h3', '', '#imports', 'nitropack/runtime'].map((module) => `${module}#${name}`),
    ),
    options: { handler: '', onRequest: 'sn', onBeforeResponse: 'sn' },
    usualNames: /^(?!)/,
    context: { request: [] },
    responseNames: /^_?event$/,
    responseTypes: ['h3#H3Event'],
    handlerTypes: ['h3#EventHandler'],
    telling: [],
    parameters: { 1: 's' },
  },
  methods: {
    writeHead: { role: 'status', status: { argument: 0 } },
    end: (shapes) => (shapes.length === 0 ? { role: 'send' } : { role: 'send', body: 0 }),
    write: { role: 'stream', body: 0 },
    setHeader: { role: 'header', header: 0 },
  },
  functions: {
    setResponseStatus: { role: 'status', status: { argument: 1 } },
    sendRedirect: { role: 'send', header: 'Location', status: { argument: 2, otherwise: 302 } },
    sendError: { role: 'send', status: { carriedBy: 1 }, body: 'made elsewhere' },
    sendNoContent: { role: 'send', status: { argument: 1, otherwise: 204 } },
    send: (shapes) => (shapes.length < 2 ? { role: 'send' } : { role: 'send', body: 1 }),
    sendStream: { role: 'send', body: 'made elsewhere' },
    sendWebResponse: { role: 'stream', body: 'made elsewhere' },
    sendProxy: { role: 'stream', body: 'made elsewhere' },
    proxyRequest: { role: 'stream', body: 'made elsewhere' },
    setResponseHeader: header,
    setHeader: header,
    appendResponseHeader: header,
    appendHeader: header,
    setCookie: { role: 'header', header: 'Set-Cookie' },
    deleteCookie: { role: 'header', header: 'Set-Cookie' },
    ...Object.fromEntries(
      ['setResponseHeaders', 'setHeaders', 'appendCorsHeaders', 'handleCors', 'getRequestURL', 'getMethod', 'isMethod']
        .concat(['readBody', 'readRawBody', 'readValidatedBody', 'readMultipartFormData', 'readFormData', 'getQuery'])
        .concat(['getValidatedQuery', 'getRouterParam', 'getRouterParams', 'getValidatedRouterParams', 'getHeader'])
        .concat(['getHeaders', 'getRequestHeader', 'getRequestHeaders', 'getCookie', 'parseCookies', 'getRequestIP'])
        .concat(['useRuntimeConfig', 'useSession', 'getSession', 'getUserSession', 'requireUserSession'])
        .map((name): [string, ResponseMethod] => [name, { role: 'header' }]),
    ),
  },
  readers: {
    readBody: 'body',
    readValidatedBody: 'body',
    readMultipartFormData: 'body',
    readFormData: 'body',
    getQuery: 'query',
    getValidatedQuery: 'query',
    getRouterParam: 'path parameter',
    getRouterParams: 'path parameter',
    getValidatedRouterParams: 'path parameter',
    getHeader: 'header',
    getRequestHeader: 'header',
    getCookie: 'header',
    getUserSession: 'session or user',
    getSession: 'session or user',
  },
  properties: { statusCode: { role: 'status' }, status: { role: 'status' } },
  spell: (intent, response, spelling) => {
    const { receiver, status, string } = spelling;
    if (receiver === undefined) return undefined;
    if (intent.kind === 'setStatus')
      return insertStatement(response, spelling, `setResponseStatus(${receiver}, ${status(intent.status)})`);
    if (intent.kind !== 'addHeader') return undefined;
    const field = `${string(intent.name)}, ${string(intent.value)}`;
    return insertStatement(response, spelling, `setResponseHeader(${receiver}, ${field})`);
  },
};

/** What running it has shown. */
export const facts: readonly string[] = [
  '`null` is answered with 204.',
  '`sendError` answers with the status of its error, and `send` with the one that was set.',
];
