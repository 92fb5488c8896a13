import type { FrameworkAdapter, ResponseMethod } from '../adapter.ts';
import { one } from '../known.ts';
import { findCodeOfConstant } from '../status-codes/constant-names.ts';
import { webResponse } from '../web-response.ts';

/**
 * `status(404, body)`, called `error` in older versions: a value that answers once it is returned or thrown. Node throws
 * for one with 204 and a body.
 */
const status: ResponseMethod = { role: 'make', status: { argument: 0 }, body: 1, refuses: 'on some platforms' };

const error: ResponseMethod = { ...status, notRun: 'Versions before 1.4 call it so, and only 1.4 is run.' };

const redirect: ResponseMethod = { role: 'make', header: 'Location', status: { argument: 1, otherwise: 302 } };

export const adapter: FrameworkAdapter = {
  id: 'elysia',
  name: 'Elysia',
  packages: ['elysia'],
  defaultStatus: 200,
  sendsReturned: true,
  answersThrownResponses: true,
  readsErrors: true,
  alsoAt: ['set'],
  answersByReturning: true,
  handlers: {
    makers: ['elysia#Elysia', 'elysia#default'],
    verbs: {
      get: 'GET',
      post: 'POST',
      put: 'PUT',
      patch: 'PATCH',
      delete: 'DELETE',
      head: 'HEAD',
      options: 'OPTIONS',
      all: undefined,
      onError: undefined,
      onBeforeHandle: undefined,
      onAfterHandle: undefined,
      derive: undefined,
      resolve: undefined,
      onTransform: undefined,
    },
    mounts: ['use'],
    chained: [
      'as',
      'decorate',
      'error',
      'group',
      'guard',
      'headers',
      'listen',
      'macro',
      'mapDerive',
      'mapResolve',
      'mapResponse',
      'model',
      'onAfterResponse',
      'onParse',
      'onRequest',
      'onStart',
      'onStop',
      'state',
      'trace',
      'ws',
    ],
    prefixes: { option: 'prefix' },
    takesErrors: { verbs: ['onError'], inOrder: true, option: 'error' },
    // Measured: the `status` of an error counts, then the one that was set before, then 500.
    answersErrors: ([status], inForce) => {
      if (status) return status;
      return inForce.kind === 'one' && inForce.value === 200 ? one(500) : inForce;
    },
    parametersOf: { onError: 'c', derive: 'sn', resolve: 'sn', onTransform: 'sn' },
    options: { beforeHandle: '', error: 'c', resolve: 'sn', transform: 'sn' },
    usualNames: /^(?:app|server|api|router|.*(?:app|routes?|router))$/i,
    context: { request: [], error: ['error'] },
    responseNames: /^_?(?:ctx|context|c)$/,
    responseTypes: ['elysia#Context'],
    handlerTypes: ['elysia#Handler'],
    telling: ['status', 'error', 'redirect'],
    parameters: { 1: 's' },
    // The reason phrase stands for the code.
    answerTo: (written) =>
      typeof written === 'string' ? findCodeOfConstant(written.toUpperCase().replace(/[^A-Z]+/g, '_')) : undefined,
  },
  methods: {
    status,
    error,
    redirect,
  },
  made: { ...webResponse, 'elysia#status': status, 'elysia#error': error, 'elysia#redirect': redirect },
  properties: { status: { role: 'status', likeArgument: true } },
  spell: () => undefined,
};

/** What running it has shown. */
export const facts: readonly string[] = [
  '`status` and `redirect` answer once they are returned or thrown.',
  'A status that was set before is overridden by that of a `Response` and of `status`.',
  'An error of any class is answered with the `status` that it carries, else with the one that was set before, else with 500.',
  'What is thrown, `status(401)` too, goes to each `onError` that was registered before the route, those of the objects around first, until one gives something back; that of a plug-in serves its own routes alone, unless it says otherwise. It begins with the status that would have been answered.',
  'On Node, `status(204, body)` and a 204 without a body throw: `Response` takes none. Other runtimes send it.',
];
