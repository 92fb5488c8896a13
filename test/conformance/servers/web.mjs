import { createServer } from 'node:http';

/**
 * A server that turns its requests into those of the Fetch standard, without the prefix of the file that answers, and
 * sends the responses. What a handler throws is answered with 500, as by the platforms.
 */
export function answerWith(answer, modules) {
  return createServer(async (incoming, outgoing) => {
    const prefix = [...modules.keys()].find((one) => incoming.url.startsWith(`${one}/`));
    if (!prefix) return outgoing.writeHead(404).end();
    const chunks = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const { method, headers, url } = incoming;
    const body = chunks.length > 0 ? Buffer.concat(chunks) : undefined;
    try {
      const request = new Request(`http://127.0.0.1${url.slice(prefix.length)}`, { method, headers, body });
      const response = await answer(request, prefix);
      outgoing.writeHead(response.status, Object.fromEntries(response.headers));
      outgoing.end(Buffer.from(await response.arrayBuffer()));
    } catch {
      outgoing.writeHead(500).end();
    }
  });
}
