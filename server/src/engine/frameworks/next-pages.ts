import type { FrameworkAdapter, Overload } from '../adapter.ts';
import { createChainedSpelling } from '../spelling/chained.ts';

const redirect: Overload = (shapes) =>
  shapes.length > 1
    ? { role: 'send', header: 'Location', status: { argument: 0 } }
    : { role: 'send', header: 'Location', status: { always: 307 } };

/** The API routes of the pages router: a response object in the manner of Express. */
export const adapter: FrameworkAdapter = {
  id: 'next-pages',
  name: 'Next.js API routes',
  packages: ['next'],
  defaultStatus: 200,
  handlers: {
    makers: [],
    verbs: {},
    usualNames: /^$/,
    responseTypes: ['next#NextApiResponse'],
    handlerTypes: ['next#NextApiHandler'],
    telling: ['status', 'json', 'send', 'redirect', 'writeHead'],
    parameters: { 1: 'q', 2: 'qs', 3: 'qsn' },
    routeFiles: [{ path: /(?:^|\/)pages\/api\/.+\.[mc]?[jt]sx?$/, exports: { default: undefined } }],
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
