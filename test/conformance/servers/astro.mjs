import { pathToFileURL } from 'node:url';
import { answerAll } from './web.mjs';

export const takes = 'exports';

/** Serves endpoints and middleware through the application that a build of Astro starts. */
export async function serve(_node, modules, require) {
  const { App } = await import(pathToFileURL(require.resolve('astro/app')).href);
  const endpoints = [...modules].filter(([path]) => path.startsWith('/src/pages/'));
  const app = new App({
    adapterName: 'test',
    actionBodySizeLimit: 1024,
    assets: new Set(),
    base: '/',
    checkOrigin: false,
    clientDirectives: new Map(),
    componentMetadata: new Map(),
    entryModules: {},
    hrefRoot: import.meta.url,
    inlinedScripts: new Map(),
    key: crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, ['encrypt']),
    middleware: () => modules.get('/src/middleware'),
    pageMap: new Map(endpoints.map(([path, module]) => [path, async () => ({ page: async () => module })])),
    renderers: [],
    routes: endpoints.map(([path]) => toRoute(path)),
    trailingSlash: 'ignore',
  });
  if (!process.env.SHOW_ERRORS) console.error = () => {};
  return answerAll((request) => app.render(request));
}

/** `src/pages/api/notes/[id]` answers `/api/notes/7`. */
function toRoute(component) {
  const route = component.replace('/src/pages', '');
  const parts = route.slice(1).split('/');
  const routeData = {
    component,
    route,
    type: 'endpoint',
    prerender: false,
    params: [...route.matchAll(/\[(\w+)\]/g)].map(([, name]) => name),
    pattern: new RegExp(`^${route.replace(/\[\w+\]/g, '([^/]+)')}/?$`),
    segments: parts.map((part) => [
      { content: part.replace(/[[\]]/g, ''), dynamic: part.startsWith('['), spread: false },
    ]),
    generate: () => route,
    fallbackRoutes: [],
    distURL: [],
    isIndex: false,
    origin: 'project',
  };
  return { routeData, file: '', links: [], scripts: [], styles: [] };
}
