import { createServer } from 'node:http';

export const takes = 'exports';

/** What the modules of Next.js expect of the process before they are loaded. */
export function prepare(require) {
  // As `experimental.authInterrupts` does.
  process.env.__NEXT_EXPERIMENTAL_AUTH_INTERRUPTS = 'true';
  require('next/dist/server/node-environment');
}

/**
 * Runs route handlers through what Next.js itself runs them through, without a build: what stands around
 * that here is what its server does with a response, and with a failure.
 */
export function serve(_next, modules, require) {
  const routes = [...modules].map((one) => toRoute(one, require));
  return createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    try {
      const found = routes.find(({ pattern }) => pattern.test(pathname));
      if (!found) return response.writeHead(404).end();
      await answerAsRoute(found.module, pattern(found, pathname), request, response, require);
    } catch (error) {
      if (process.env.SHOW_ERRORS) console.error(error);
      response.writeHead(500).end();
    }
  });
}

function pattern(found, pathname) {
  return { ...found.pattern.exec(pathname).groups };
}

/** `app/notes/[id]/route` answers `/notes/7`. */
function toRoute([path, userland], require) {
  const { AppRouteRouteModule } = require('next/dist/server/route-modules/app-route/module');
  const page = path.replace(/^\/app/, '');
  const pathname = page.replace(/\/route$/, '');
  const definition = { kind: 'APP_ROUTE', page, pathname, filename: path, bundlePath: path };
  const module = new AppRouteRouteModule({ definition, userland: () => userland, distDir: '', relativeProjectDir: '' });
  return { module, pattern: new RegExp(`^${pathname.replace(/\[(\w+)\]/g, '(?<$1>[^/]+)')}$`) };
}

async function answerAsRoute(module, params, request, response, require) {
  const { NodeNextRequest, NodeNextResponse } = require('next/dist/server/base-http/node');
  const {
    NextRequestAdapter,
    signalFromNodeResponse,
  } = require('next/dist/server/web/spec-extension/adapters/next-request');
  const { sendResponse } = require('next/dist/server/send-response');
  const incoming = new NodeNextRequest(request);
  const renderOpts = { experimental: { authInterrupts: true }, onClose: (call) => response.on('close', call) };
  const answer = await module.handle(
    NextRequestAdapter.fromNodeNextRequest(incoming, signalFromNodeResponse(response)),
    { params, renderOpts, sharedContext: { buildId: 'test' }, previewProps: undefined },
  );
  await sendResponse(incoming, new NodeNextResponse(response), answer);
}
