import { answerAll } from './web.mjs';

export const takes = 'exports';

/** Serves route modules with the router's own request handler, as `@react-router/express` and its kin do. */
export function serve({ createRequestHandler }, modules) {
  return answerAll(createRequestHandler(toBuild(modules), 'production'));
}

/** What a build would know of route modules: those with a component are documents, the others resources. */
export function toBuild(modules) {
  const root = { id: 'root', path: '', module: { default: () => null } };
  const routes = [...modules].flatMap(([path, module]) => {
    const name = /^\/app\/routes\/(.+)$/.exec(path)?.[1];
    const at = name?.replaceAll('.', '/').replace(/\$(\w+)/g, ':$1');
    return name ? [{ id: name, parentId: 'root', path: at, module }] : [];
  });
  const known = (route) => ({ id: route.id, parentId: route.parentId, path: route.path, module: 'x.js', imports: [] });
  const manifest = { entry: { module: 'x.js', imports: [] }, url: '', version: '1' };
  return {
    entry: { module: { default: renderDocument, handleError: () => {} } },
    routes: Object.fromEntries([root, ...routes].map((route) => [route.id, route])),
    assets: { ...manifest, routes: Object.fromEntries([root, ...routes].map((route) => [route.id, known(route)])) },
    publicPath: '/',
    assetsBuildDirectory: '',
    future: {},
    isSpaMode: false,
    ssr: true,
    prerender: [],
    routeDiscovery: { mode: 'initial' },
  };
}

/** What a project's entry.server.tsx does with the status that the router worked out. */
function renderDocument(_request, status, headers) {
  return new Response('<html></html>', { status, headers });
}
