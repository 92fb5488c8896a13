import { answerAll } from './web.mjs';

/** Serves routers through tRPC's handler of Fetch requests. */
export function serve(_trpc, modules, require) {
  const { fetchRequestHandler } = require('@trpc/server/adapters/fetch');
  return answerAll((req, path) => {
    const [endpoint, router] = [...modules].find(([prefix]) => path.startsWith(`${prefix}/`));
    return fetchRequestHandler({ endpoint, req, router, createContext: () => ({}) });
  });
}
