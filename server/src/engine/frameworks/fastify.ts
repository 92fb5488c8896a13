import type { FrameworkAdapter, Overload, ResponseMethod } from '../adapter.ts';
import { one, unknown, valuesOf } from '../known.ts';
import { createChainedSpelling } from '../spelling/chained.ts';

/** What @fastify/sensible adds to the reply: `reply.notFound()` and its kin send an error with that status. */
const SENSIBLE: Readonly<Record<string, number>> = {
  badRequest: 400,
  unauthorized: 401,
  paymentRequired: 402,
  forbidden: 403,
  notFound: 404,
  methodNotAllowed: 405,
  notAcceptable: 406,
  proxyAuthenticationRequired: 407,
  requestTimeout: 408,
  conflict: 409,
  gone: 410,
  lengthRequired: 411,
  preconditionFailed: 412,
  payloadTooLarge: 413,
  uriTooLong: 414,
  unsupportedMediaType: 415,
  rangeNotSatisfiable: 416,
  expectationFailed: 417,
  imateapot: 418,
  misdirectedRequest: 421,
  unprocessableEntity: 422,
  locked: 423,
  failedDependency: 424,
  tooEarly: 425,
  upgradeRequired: 426,
  preconditionRequired: 428,
  tooManyRequests: 429,
  requestHeaderFieldsTooLarge: 431,
  unavailableForLegalReasons: 451,
  internalServerError: 500,
  notImplemented: 501,
  badGateway: 502,
  serviceUnavailable: 503,
  gatewayTimeout: 504,
  httpVersionNotSupported: 505,
  variantAlsoNegotiates: 506,
  insufficientStorage: 507,
  loopDetected: 508,
  bandwidthLimitExceeded: 509,
  notExtended: 510,
  networkAuthenticationRequired: 511,
};

const sensible = Object.fromEntries(
  Object.entries(SENSIBLE).map(([name, always]): [string, ResponseMethod] => [
    name,
    { role: 'send', status: { always }, body: 'made elsewhere' },
  ]),
);

const ofPlugIn: ResponseMethod = {
  role: 'send',
  body: 'made elsewhere',
  notRun: 'The plug-ins for views and files are not installed.',
};

/** Fastify 4 takes the status first or last, Fastify 5 only last: it refuses an address as a status. */
const redirect: Overload = (shapes) => {
  const sent: ResponseMethod = { role: 'send', header: 'Location' };
  if (shapes.length < 2) return { ...sent, status: { unlessSet: 302 } };
  if (shapes[1] === 'number') return { ...sent, status: { argument: 1 } };
  if (shapes[0] === 'number') {
    const method: ResponseMethod = { ...sent, status: { argument: 0 } };
    return { ...sent, status: { always: 500 }, older: { before: 5, method } };
  }
  return { ...sent, status: { argument: 1 } };
};

export const adapter: FrameworkAdapter = {
  id: 'fastify',
  name: 'Fastify',
  packages: ['fastify', 'fastify4', 'fastify-plugin'],
  defaultStatus: 200,
  declares: { path: ['schema', 'response'] },
  sendsReturned: true,
  readsErrors: true,
  alsoAt: ['raw'],
  handlers: {
    makers: ['fastify#*', 'fastify#default', 'fastify#fastify', 'fastify#Fastify'],
    verbs: {
      get: 'GET',
      post: 'POST',
      put: 'PUT',
      patch: 'PATCH',
      delete: 'DELETE',
      head: 'HEAD',
      options: 'OPTIONS',
      all: undefined,
      route: undefined,
      addHook: undefined,
      setErrorHandler: undefined,
      setNotFoundHandler: undefined,
    },
    usualNames: /^(?:app|server|api|f|fastify|instance|scope|router|.*(?:app|fastify|server|instance|routes?))$/i,
    registrarTypes: ['fastify#FastifyInstance'],
    responseNames: /^_*(?:reply|rep|res|response)$/i,
    responseTypes: ['fastify#FastifyReply'],
    handlerTypes: ['fastify#RouteHandlerMethod', 'fastify#RouteHandler'],
    telling: ['code', 'status', 'send', 'redirect', 'callNotFound', ...Object.keys(SENSIBLE)],
    parameters: { 1: 'q', 2: 'qs', 3: 'qsn', 4: 'eqsn' },
    parametersOf: { addHook: 'qsn', setErrorHandler: 'eqs' },
    options: {
      handler: '',
      errorHandler: 'eqs',
      onRequest: 'qsn',
      preParsing: 'qs-n',
      preValidation: 'qsn',
      preHandler: 'qsn',
      preSerialization: 'qs-n',
      onSend: 'qs-n',
      onError: 'qs-n',
      onResponse: 'qsn',
      onTimeout: 'qsn',
    },
    // Measured: what an error handler sends without a status is answered with the one that was set before, or 200.
    takesErrors: { verbs: ['setErrorHandler'], option: 'errorHandler', begunBefore: 4 },
    plugIns: { register: { prefix: 'prefix', open: ['fastify-plugin#*', 'fastify-plugin#default'] } },
    hangers: ['decorateReply'],
    routeObjects: { route: { method: 'method', path: ['url', 'path'], handler: 'handler' } },
    // Measured: a status that was set before wins unless it is 200, then the error's own one of an error, then 500.
    answersErrors: ([status, statusCode], inForce) => {
      const isSet = (valuesOf(inForce) ?? [200]).every((code) => code !== 200);
      for (const field of [isSet ? inForce : undefined, statusCode, status]) {
        if (field?.kind === 'unknown') return field;
        const codes = (field && valuesOf(field)) ?? [];
        if (codes.length === 0) continue;
        if (field === inForce || codes.every((code) => code >= 400 && code < 600)) return field ?? inForce;
        if (codes.some((code) => code >= 400 && code < 600)) return unknown('operator');
      }
      return inForce.kind === 'unknown' ? inForce : one(500);
    },
    dropsSecondAnswer: true,
    // Measured, for hooks and error handlers too: without a value and without `done` nothing comes.
    hangsUnanswered: 'unless returned',
    // Measured with Fastify 2.15 and 3.29, which leave such a request open and begin error handlers with the error's status.
    answersAsyncEndsSince: 4,
    range: [100, 599],
    // Measured: what can be read as a number is taken, anything else throws.
    answerTo: (written) => {
      const code = Number(written ?? Number.NaN);
      return code >= 100 && code <= 599 ? Math.trunc(code) : 500;
    },
  },
  methods: {
    code: { role: 'status', status: { argument: 0 } },
    status: { role: 'status', status: { argument: 0 } },
    send: (shapes) => (shapes.length === 0 ? { role: 'send' } : { role: 'send', body: 0 }),
    redirect,
    callNotFound: { role: 'send', status: { always: 404 }, body: 'made elsewhere' },
    ...sensible,
    view: ofPlugIn,
    viewAsync: { role: 'header' },
    sendFile: ofPlugIn,
    download: ofPlugIn,
    html: ofPlugIn,
    hijack: { role: 'stream', body: 'made elsewhere' },
    writeHead: { role: 'status', status: { argument: 0 }, fields: [1, 2] },
    write: { role: 'stream', body: 0 },
    end: (shapes) => (shapes.length === 0 ? { role: 'send' } : { role: 'send', body: 0 }),
    header: { role: 'header', header: 0 },
    setHeader: { role: 'header', header: 0 },
    headers: { role: 'header', fields: [0] },
    type: { role: 'header', header: 'Content-Type' },
    cookie: { role: 'header', header: 'Set-Cookie' },
    setCookie: { role: 'header', header: 'Set-Cookie' },
    clearCookie: { role: 'header', header: 'Set-Cookie' },
  },
  properties: { statusCode: { role: 'status' } },
  harmless: [
    'jwtSign',
    'unsignCookie',
    'signCookie',
    'generateCsrf',
    'serialize',
    'serializer',
    'trailer',
    'removeTrailer',
  ],
  spell: createChainedSpelling({ status: 'code', nothing: 'send()', header: 'header' }),
};

/** What running it has shown. */
export const facts: readonly string[] = [
  'A status outside of 100 to 599 is answered with 500; a number in a text is taken.',
  'An async handler that gives back nothing and sends nothing is answered with 200.',
  'A second answer is dropped and logged.',
  'The `errorHandler` of a route comes before the one of its server, which gets what that throws.',
  'The methods of @fastify/sensible answer with the status that they are named after.',
];
