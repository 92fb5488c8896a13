import type { FrameworkAdapter } from '../adapter.ts';
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
} as const;

const ROUTES = {
  below: /^(?:src\/)?app\//,
  ends: /(?:^|\/)route\.\w+$/,
  leavesOut: /^(?:\(.*\)|@.*)$/,
  hides: /^_/,
};

/** `unauthorized` and `forbidden` answer so once `authInterrupts` is switched on, and throw before. */
export const adapter: FrameworkAdapter = {
  id: 'next',
  name: 'Next.js',
  packages: ['next'],
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
    handlerTypes: [],
    telling: [],
    parameters: { 1: 'q', 2: 'q-' },
    routeFiles: [
      {
        path: /(?:^|\/)route\.[mc]?[jt]sx?$/,
        exports: METHODS,
        route: (path) => spellFileRoute(path, ROUTES),
        whole: true,
        others: { value: 500 },
      },
      {
        path: /(?:^|\/)(?:middleware|proxy)\.[mc]?[jt]s$/,
        exports: { middleware: undefined, proxy: undefined, default: undefined },
        whole: true,
      },
    ],
  },
  methods: {},
  properties: {},
  made: {
    ...webResponse,
    'next/server#NextResponse': { role: 'make', body: 0, init: 1, refuses: 'all but null' },
    'next/server#NextResponse.json': { role: 'make', body: 0, init: 1, refuses: 'any body' },
    'next/server#NextResponse.redirect': {
      role: 'make',
      header: 'Location',
      status: { argument: 1, otherwise: 307 },
      init: 1,
    },
    'next/navigation#redirect': { role: 'throw', header: 'Location', status: { always: 307 } },
    'next/navigation#permanentRedirect': { role: 'throw', header: 'Location', status: { always: 308 } },
    'next/navigation#notFound': { role: 'throw', status: { always: 404 } },
    'next/navigation#unauthorized': { role: 'throw', status: { always: 401 } },
    'next/navigation#forbidden': { role: 'throw', status: { always: 403 } },
  },
  spell: createMadeSpelling((name) => {
    if (name === 'NextResponse' || name === 'NextResponse.json')
      return { ...responseForm, nothing: { from: 'start', text: 'new NextResponse(null' } };
    return name === 'Response' || name === 'Response.json' ? responseForm : undefined;
  }),
};

/** What running it has shown. */
export const facts: readonly string[] = [
  'A route handler that gives back no `Response` is answered with 500, and so is whatever it throws.',
  '`redirect()` answers 307 and `permanentRedirect()` 308; `NextResponse.redirect` 307 where no status is given. In server actions, which are not read, `redirect()` answers 303.',
  '`notFound()` answers 404. `unauthorized()` and `forbidden()` answer 401 and 403 once `experimental.authInterrupts` is switched on, and 500 before.',
  'They throw: a catch clause around them swallows the answer.',
  '`NextResponse.json(body, { status: 204 })` throws, so that the client gets 500.',
  '`NextResponse.next()` is not taken from a route handler: 500.',
];
