import type { FrameworkAdapter, Overload } from '../adapter.ts';
import { one } from '../known.ts';
import { createChainedSpelling } from '../spelling/chained.ts';
import { spellFileRoute } from '../spelling/file-route.ts';

const redirect: Overload = (shapes) =>
  shapes.length > 1
    ? { role: 'send', header: 'Location', status: { argument: 0 } }
    : { role: 'send', header: 'Location', status: { always: 307 } };

const ROUTES = { below: /^(?:src\/)?pages\//, ends: /(?:\/index)?\.\w+$/ };

/** The API routes of the pages router: a response object in the manner of Express. */
export const adapter: FrameworkAdapter = {
  id: 'next-pages',
  name: 'Next.js API routes',
  packages: ['next'],
  defaultStatus: 200,
  errorModules: [],
  handlers: {
    hangsUnanswered: true,
    answersErrors: () => one(500),
    // Node's own response: what is no number between 100 and 999 throws.
    answerTo: (written) => {
      const code = Math.trunc(Number(written ?? Number.NaN));
      return code >= 100 && code <= 999 ? code : 500;
    },
    makers: [],
    verbs: {},
    usualNames: /^$/,
    responseTypes: ['next#NextApiResponse'],
    handlerTypes: ['next#NextApiHandler'],
    telling: ['status', 'json', 'send', 'redirect', 'writeHead'],
    parameters: { 1: 'q', 2: 'qs', 3: 'qsn' },
    routeFiles: [
      {
        path: /(?:^|\/)pages\/api\/.+\.[mc]?[jt]sx?$/,
        exports: { default: undefined },
        route: (path) => spellFileRoute(path, ROUTES),
        whole: true,
      },
    ],
  },
  methods: {
    status: { role: 'status', status: { argument: 0 } },
    writeHead: { role: 'status', status: { argument: 0 } },
    json: { role: 'send', body: 0 },
    send: { role: 'send', body: 0 },
    end: (shapes) => (shapes.length === 0 ? { role: 'send' } : { role: 'send', body: 0 }),
    redirect,
    write: { role: 'stream', body: 0 },
    setHeader: { role: 'header', header: 0 },
    appendHeader: { role: 'header', header: 0 },
  },
  properties: { statusCode: { role: 'status' }, statusMessage: { role: 'reason phrase' } },
  spell: createChainedSpelling({ status: 'status', nothing: 'end()', header: 'setHeader' }),
};

/** What running it has shown. */
export const facts: readonly string[] = [
  '`res.redirect(url)` answers 307, whatever status was set before.',
  'A handler that sends nothing leaves the request open.',
  'An error is answered with 500, also where it carries a `statusCode`.',
  'A status outside of 100 to 999 is answered with 500; a number in a text is taken.',
];
