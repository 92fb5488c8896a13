import { createServer } from 'node:http';
import { prepare as prepareNext } from './next.mjs';

export const takes = 'exports';
export const prepare = prepareNext;

/**
 * Runs middleware through what Next.js itself runs it through, without a build. Each file is the middleware of a project
 * of its own, by the first segment of its path.
 */
export function serve(_next, modules, require) {
  return createServer(async (request, response) => {
    const [, project] = new URL(request.url, 'http://localhost').pathname.split('/');
    const exported = modules.get(`/${project}/middleware`);
    try {
      await answer(exported.middleware ?? exported.proxy ?? exported.default, request, response, require);
    } catch (error) {
      if (process.env.SHOW_ERRORS) console.error(error);
      response.writeHead(500).end();
    }
  });
}

/** A request that middleware lets through would reach a page, which answers 200. */
async function answer(handler, request, response, require) {
  const { adapter } = require('next/dist/server/web/adapter');
  const { sendResponse } = require('next/dist/server/send-response');
  const { NodeNextRequest, NodeNextResponse } = require('next/dist/server/base-http/node');
  const { response: answered } = await adapter({
    handler,
    page: '/middleware',
    request: {
      url: `http://localhost${request.url}`,
      method: request.method,
      headers: request.headers,
      nextConfig: {},
    },
  });
  if (answered.headers.get('x-middleware-next')) return response.end();
  await sendResponse(new NodeNextRequest(request), new NodeNextResponse(response), answered);
}
