import type { FrameworkAdapter, ResponseMethod } from '../adapter.ts';
import { one } from '../known.ts';

const ofPlugIn: ResponseMethod = {
  role: 'send',
  body: 'made elsewhere',
  notRun: 'The plug-ins vision and inert are not installed.',
};

export const adapter: FrameworkAdapter = {
  id: 'hapi',
  name: 'hapi',
  packages: ['@hapi/hapi', 'hapi', '@hapi/boom'],
  defaultStatus: 200,
  settles: true,
  sendsReturned: true,
  readsErrors: true,
  statusOfNull: 204,
  // Measured: others are answered with 500, whatever status they carry.
  errorModules: ['@hapi/boom', 'boom'],
  handlers: {
    makers: ['@hapi/hapi#server', '@hapi/hapi#Server', '@hapi/hapi#*', '@hapi/hapi#default'],
    verbs: { route: undefined, ext: undefined },
    parametersOf: { ext: 'qs' },
    errorInRequest: ['response'],
    takesErrors: { verbs: ['ext'], event: 'onPreResponse', letters: 'rs' },
    plugIns: { register: { prefix: 'routes.prefix', within: 'register', open: [] } },
    routeObjects: { route: { method: 'method', path: ['path'], handler: 'handler' } },
    answersErrors: () => one(500),
    options: { handler: '', options: '', config: '' },
    usualNames: /^(?:app|server|plugin|.*server)$/i,
    registrarTypes: ['@hapi/hapi#Server'],
    responseNames: /^_*(?:h|toolkit|responseToolkit)$/,
    responseTypes: ['@hapi/hapi#ResponseToolkit'],
    handlerTypes: ['@hapi/hapi#Lifecycle.Method', '@hapi/hapi#HandlerDecorations'],
    telling: ['response', 'redirect'],
    parameters: { 1: 'q', 2: 'qs', 3: 'qse' },
  },
  methods: {
    response: (shapes) => (shapes.length === 0 ? { role: 'send', status: { always: 204 } } : { role: 'send', body: 0 }),
    code: { role: 'status', status: { argument: 0 } },
    created: { role: 'status', status: { always: 201 } },
    redirect: { role: 'send', header: 'Location', status: { unlessSet: 302 }, body: 'made elsewhere' },
    permanent: { role: 'status', status: { always: 301 } },
    view: ofPlugIn,
    file: ofPlugIn,
    header: { role: 'header', header: 0 },
    type: { role: 'header', header: 'Content-Type' },
    location: { role: 'header', header: 'Location' },
    state: { role: 'header', header: 'Set-Cookie' },
    unstate: { role: 'header', header: 'Set-Cookie' },
    takeover: { role: 'header' },
  },
  properties: {},
  harmless: ['authenticated', 'context'],
  spell: (intent, response, spelling) => {
    const send = response.parts.find(({ role }) => role === 'send');
    if (!send) return undefined;
    const behind = { start: send.span.end, end: send.span.end };
    if (intent.kind === 'setStatus') return [{ span: behind, text: `.code(${spelling.status(intent.status)})` }];
    if (intent.kind === 'removeBody')
      return [{ span: { start: send.nameSpan.start, end: send.span.end }, text: 'response()' }];
    if (intent.kind !== 'addHeader') return undefined;
    return [{ span: behind, text: `.header(${spelling.string(intent.name)}, ${spelling.string(intent.value)})` }];
  },
};

/** What running it has shown. */
export const facts: readonly string[] = [
  '`redirect()` answers 302, and 301 once it is `permanent()`.',
  'An error that is returned is answered as one that is thrown: with the status that it carries if it is one of Boom, else with 500.',
  'An extension at `onPreResponse` serves all routes of its server, those of other plug-ins too.',
];
