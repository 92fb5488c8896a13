import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { answerAll } from './web.mjs';

export const takes = 'path';

/** What SvelteKit's plugin for Vite writes for its server, with a page that shows nothing. */
const VIRTUAL = {
  '__SERVER__/internal.js': (files) => `
    import * as hooks from ${JSON.stringify(files.get('/src/hooks.server'))};
    const page = ({ head, body }) => head + body;
    export const options = {
      csp: { mode: 'auto', directives: {}, reportOnly: {} }, csrf_check_origin: false, csrf_trusted_origins: [],
      env_public_prefix: 'PUBLIC_', env_private_prefix: '', hooks: null, preload_strategy: 'modulepreload',
      root: { render: () => ({ html: '', head: '', css: { code: '', map: null } }) },
      templates: { app: page, error: ({ status, message }) => status + message }, version_hash: 'test',
    };
    export const get_hooks = async () => ({ handleError: () => {}, ...hooks });`,
  '__sveltekit/server': () => `
    export let read_implementation = null;
    export let manifest = null;
    export const set_read_implementation = (given) => { read_implementation = given; };
    export const set_manifest = (given) => { manifest = given; };`,
  '__sveltekit/env': () => 'export const rendered_env = {}; export const set_env = () => {};',
};

const DEFINED = {
  DEV: 'false',
  ADAPTER_NAME: '"test"',
  APP_DIR: '"_app"',
  APP_VERSION: '"1"',
  CLIENT_ROUTING: 'true',
  EMBEDDED: 'false',
  EXPERIMENTAL_EXPLICIT_ENVIRONMENT_VARIABLES: 'false',
  EXPERIMENTAL_USE_TRANSFORM_ERROR: 'false',
  HASH_ROUTING: 'false',
  PATHS_ASSETS: '""',
  PATHS_BASE: '""',
  PATHS_RELATIVE: 'true',
  SERVER_TRACING_ENABLED: 'false',
};

/** Serves routes through SvelteKit's own server, which is bundled with them as its build would do it. */
export async function serve(_nothing, files, require) {
  const folder = mkdtempSync(join(tmpdir(), 'status-lens-sveltekit-'));
  const outfile = join(folder, 'server.mjs');
  try {
    await bundle(files, require, outfile);
    const { createServer } = await import(pathToFileURL(outfile).href);
    const server = await createServer();
    return answerAll((request) => server.respond(request, { getClientAddress: () => '127.0.0.1' }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function bundle(files, require, outfile) {
  const kit = join(require.resolve('@sveltejs/kit/package.json'), '../src');
  const routes = [...files.keys()].filter((path) => path.startsWith('/src/routes/'));
  const imported = routes.map((path, index) => `import * as file${index} from ${JSON.stringify(files.get(path))};`);
  const contents = `
    import { Server } from ${JSON.stringify(join(kit, 'runtime/server/index.js'))};
    ${imported.join('\n')}
    ${createServer}
    const routes = { ${routes.map((path, index) => `${JSON.stringify(path.slice('/src/routes'.length))}: file${index}`)} };
    const made = () => createServer(Server, routes);
    export { made as createServer };`;
  await build({
    stdin: { contents, resolveDir: join(kit, '..') },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    logLevel: 'error',
    conditions: ['node', 'production'],
    alias: { $app: join(kit, 'runtime/app') },
    nodePaths: [join(kit, '../../..')],
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    define: Object.fromEntries(Object.entries(DEFINED).map(([name, value]) => [`__SVELTEKIT_${name}__`, value])),
    plugins: [{ name: 'virtual', setup: (at) => resolveVirtual(at, kit, files) }],
  });
}

function resolveVirtual(at, kit, files) {
  at.onResolve({ filter: /^__s/i }, ({ path }) => (path in VIRTUAL ? { path, namespace: 'virtual' } : undefined));
  at.onLoad({ filter: /.*/, namespace: 'virtual' }, ({ path }) => ({
    contents: VIRTUAL[path](files),
    resolveDir: join(kit, '..'),
  }));
}

/** Written into the bundle: the manifest that a build of these routes would have. */
async function createServer(Server, routes) {
  const component = async () => () => {};
  const nodes = [async () => ({ index: 0, component, imports: [], stylesheets: [], fonts: [] })];
  nodes.push(nodes[0]);
  const all = Object.entries(routes).map(([path, module]) => {
    const [, at, kind] = /^(.*)\/\+(server|page\.server)$/.exec(path);
    const names = [...at.matchAll(/\[(\w+)\]/g)].map(([, name]) => ({
      name,
      optional: false,
      rest: false,
      chained: false,
    }));
    const pattern = new RegExp(`^${at.replace(/\[\w+\]/g, '([^/]+?)')}/?$`);
    const route = { id: at, pattern, params: names, page: null, endpoint: null };
    if (kind === 'server') return { ...route, endpoint: async () => module };
    const index = nodes.length;
    nodes.push(async () => ({
      index,
      component,
      server: module,
      server_id: path,
      imports: [],
      stylesheets: [],
      fonts: [],
    }));
    return { ...route, page: { layouts: [0], errors: [1], leaf: index } };
  });
  const server = new Server({
    appDir: '_app',
    appPath: '_app',
    assets: new Set(),
    mimeTypes: {},
    _: {
      client: { start: '', app: '', imports: [], stylesheets: [], fonts: [], uses_env_dynamic_public: false },
      nodes,
      remotes: {},
      routes: all,
      prerendered_routes: new Set(),
      matchers: async () => ({}),
      server_assets: {},
    },
  });
  await server.init({ env: {} });
  return server;
}
