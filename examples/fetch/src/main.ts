import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import worker from './worker.ts';

// A bridge of a few lines to Node's server; Workers, Deno and Bun call `fetch` themselves.
const server = createServer(async (incoming, outgoing) => {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const headers = new Headers(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]));
  const { method = 'GET', url = '/' } = incoming;
  const body = method === 'GET' || method === 'HEAD' ? null : Buffer.concat(chunks);
  const response = await worker.fetch(new Request(`http://127.0.0.1${url}`, { method, headers, body }));
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  outgoing.end(Buffer.from(await response.arrayBuffer()));
});
server.listen(Number(process.env.PORT ?? 3000), '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  console.log(`The shortener answers on http://127.0.0.1:${port} (try /links/home and /legacy/links/none)`);
});
