import { createServer } from 'node:http';

/** Elysia takes the Fetch API's requests; a server of Node's hands them over. */
export function serve({ Elysia }, modules) {
  const app = new Elysia();
  for (const [prefix, plugin] of modules) app.use(new Elysia({ prefix }).use(plugin));
  return createServer(async (request, response) => {
    const url = `http://localhost${request.url}`;
    const answer = await app.handle(new Request(url, { method: request.method, headers: request.headers }));
    response.writeHead(answer.status);
    response.end(await answer.text());
  });
}
