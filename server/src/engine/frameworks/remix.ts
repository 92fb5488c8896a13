import type { FrameworkAdapter, ResponseMethod } from '../adapter.ts';
import { one } from '../known.ts';
import { spellFileRoute } from '../spelling/file-route.ts';
import { createMadeSpelling, responseForm } from '../spelling/made.ts';
import { webResponse, webStatus } from '../web-response.ts';

/** Packages of Remix and of React Router, which it became. */
const PACKAGES = [
  '@remix-run/node',
  '@remix-run/cloudflare',
  '@remix-run/deno',
  '@remix-run/server-runtime',
  '@remix-run/react',
  '@remix-run/router',
  'react-router',
  'react-router-dom',
  '@react-router/node',
];

const json: ResponseMethod = { role: 'make', body: 0, status: { argument: 1 }, init: 1 };
const redirect: ResponseMethod = {
  role: 'make',
  header: 'Location',
  status: { argument: 1, otherwise: 302 },
  init: 1,
};

const ROUTES = { below: /^app\/routes\//, ends: /(?:\/(?:route|index))?\.[jt]sx?$/ };

/** `/users/:id` of `app/routes/users.$id.tsx`, unless `app/routes.ts` says otherwise than by the names of files. */
function readRoute(path: string, read: (path: string) => string | undefined): string | undefined {
  const configured = read('app/routes.ts') ?? read('app/routes.js');
  if (configured !== undefined && !/\bflatRoutes\b/.test(configured)) return undefined;
  const spelled = spellFileRoute(path, ROUTES);
  const steps = spelled?.match(/(?:\[[^\]]*\]|[^./[\]])+/g);
  return spelled === undefined ? undefined : `/${(steps ?? []).flatMap(spellStep).join('/')}`;
}

/** What stands in brackets is meant as it is; `_index` and `_layout` are no part of the address, and `users_` is `users`. */
function spellStep(step: string): readonly string[] {
  if (step.startsWith('_')) return [];
  const plain = step.replace(/[_+]$/, '');
  const optional = /^\((.*)\)$/.exec(plain)?.[1];
  const named = (optional ?? plain).replace(/^\$$/, '*').replace(/^\$/, ':');
  return [`${named.replace(/[[\]]/g, '')}${optional === undefined ? '' : '?'}`];
}

export const adapter: FrameworkAdapter = {
  id: 'remix',
  name: 'Remix',
  packages: PACKAGES,
  defaultStatus: 200,
  answersByReturning: true,
  errorModules: [],
  answersThrownResponses: true,
  handlers: {
    ...webStatus,
    answersErrors: () => one(500),
    makers: [],
    verbs: {},
    usualNames: /^$/,
    responseTypes: [],
    handlerTypes: PACKAGES.flatMap((name) => [`${name}#LoaderFunction`, `${name}#ActionFunction`]),
    telling: [],
    parameters: { 1: 'q' },
    routeFiles: [
      {
        path: /(?:^|\/)app\/(?:routes\/.+|root|entry\.server)\.[jt]sx?$/,
        exports: { loader: 'GET', action: undefined },
        route: readRoute,
        whole: true,
        others: { value: 200, nothing: 500 },
      },
    ],
  },
  methods: {},
  properties: {},
  made: {
    ...webResponse,
    ...Object.fromEntries(
      PACKAGES.flatMap((name) => [
        [`${name}#json`, json],
        [`${name}#data`, json],
        [`${name}#defer`, json],
        [`${name}#redirect`, redirect],
        [`${name}#redirectDocument`, redirect],
        [`${name}#replace`, redirect],
      ]),
    ),
  },
  spell: createMadeSpelling((name) =>
    /^(?:json|data|defer)$/.test(name)
      ? { ...responseForm, as: 'init' }
      : name === 'Response' || name === 'Response.json'
        ? responseForm
        : undefined,
  ),
};

/** What running it has shown. */
export const facts: readonly string[] = [
  '`data` and `json` answer with the status of their second argument, which may be a number; thrown, too.',
  'A thrown `Response` is the answer; an error is answered with 500.',
  'An action of a route with a component runs its loaders afterwards: what they throw replaces its answer.',
  'A value that is no `Response`, and `null`, is the body of a 200.',
  'A resource route that gives back `undefined` is answered with 500. `redirect`, `replace` and `redirectDocument` answer 302.',
];
