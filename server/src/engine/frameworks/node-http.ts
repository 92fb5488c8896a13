import type { FrameworkAdapter } from '../adapter.ts';
import { createStatementSpelling } from '../spelling/statement.ts';

const MODULES = ['node:http', 'http', 'node:https', 'https', 'node:http2', 'http2'];

/** Node's own server, and what is built on its response as it is: connect, polka. */
export const adapter: FrameworkAdapter = {
  id: 'node-http',
  name: 'node:http',
  packages: ['connect', 'polka', 'find-my-way'],
  defaultStatus: 200,
  handlers: {
    makers: [
      'connect#*',
      'connect#default',
      'polka#*',
      'polka#default',
      ...MODULES.flatMap((module) => [`${module}#createServer`, `${module}#createSecureServer`]),
    ],
    takers: MODULES.flatMap((module) => [`${module}#createServer`, `${module}#createSecureServer`, `${module}#Server`]),
    verbs: {
      get: 'GET',
      post: 'POST',
      put: 'PUT',
      patch: 'PATCH',
      delete: 'DELETE',
      head: 'HEAD',
      options: 'OPTIONS',
      all: undefined,
      use: undefined,
      on: undefined,
    },
    events: { on: 'request' },
    usualNames: /^middlewares$/i,
    responseTypes: [...MODULES.map((module) => `${module}#ServerResponse`), 'http2#Http2ServerResponse'],
    handlerTypes: MODULES.map((module) => `${module}#RequestListener`),
    telling: ['writeHead', 'end', 'setHeader'],
    hangsUnanswered: true,
    parameters: { 2: 'qs', 3: 'qsn', 4: 'eqsn' },
  },
  methods: {
    writeHead: { role: 'status', status: { argument: 0 }, fields: [1, 2] },
    end: (shapes) => (shapes.length === 0 ? { role: 'send' } : { role: 'send', body: 0 }),
    write: { role: 'stream', body: 0 },
    flushHeaders: { role: 'stream', body: 'made elsewhere' },
    setHeader: { role: 'header', header: 0 },
    appendHeader: { role: 'header', header: 0 },
    setHeaders: { role: 'header' },
  },
  sinks: ['pipe', 'pipeline'],
  properties: { statusCode: { role: 'status' }, statusMessage: { role: 'reason phrase' } },
  harmless: ['writeContinue', 'writeProcessing', 'writeEarlyHints', 'cork', 'uncork', 'assignSocket', 'destroy'],
  spell: createStatementSpelling({ status: 'statusCode', header: 'setHeader', nothing: 'end()' }),
};

/** What running it has shown. */
export const facts: readonly string[] = [
  'A status outside of 100 to 999 throws `ERR_HTTP_INVALID_STATUS_CODE`.',
  'A body with 204 or 304 is dropped.',
];
