import { createServer } from 'node:http';

export const takes = 'exports';

/** Serves API routes through the resolver of Next.js. Their errors are told where `SHOW_ERRORS` asks for it. */
export function serve(_next, modules, require) {
  const { apiResolver } = require('next/dist/server/api-utils/node/api-resolver');
  if (!process.env.SHOW_ERRORS) console.error = console.warn = () => {};
  return createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url, 'http://localhost');
    const [path, module] = [...modules].find(([name]) => toPattern(name).test(pathname)) ?? [];
    const params = path && toPattern(path).exec(pathname)?.groups;
    const query = { ...Object.fromEntries(searchParams), ...params };
    await apiResolver(request, response, query, module, {}, false, false, path);
  });
}

/** `/pages/api/notes/[id]` answers `/api/notes/7`. */
function toPattern(path) {
  return new RegExp(`^${path.replace(/^\/pages|\/index$/g, '').replace(/\[(\w+)\]/g, '(?<$1>[^/]+)')}$`);
}
