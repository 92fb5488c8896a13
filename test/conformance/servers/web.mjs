import { createServer } from 'node:http';

/**
 * A server that turns its requests into those of the Fetch standard, without the prefix of the file that answers, and
 * sends the responses.
 */
export function answerWith(answer, modules) {
  return answerAll((request, path) => {
    const prefix = [...modules.keys()].find((one) => path.startsWith(`${one}/`));
    return answer(new Request(`http://127.0.0.1${path.slice(prefix.length)}`, request), prefix);
  });
}

/** The same for whatever finds the handler of a request itself. What is thrown is answered with 500, as by the platforms. */
export function answerAll(answer) {
  return createServer(async (incoming, outgoing) => {
    const { method, headers, url } = incoming;
    const chunks = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const body = chunks.length > 0 ? Buffer.concat(chunks) : undefined;
    try {
      const response = await answer(new Request(`http://127.0.0.1${url}`, { method, headers, body }), url);
      outgoing.writeHead(response.status, Object.fromEntries(response.headers));
      outgoing.end(Buffer.from(await response.arrayBuffer()));
    } catch (error) {
      if (process.env.SHOW_ERRORS) console.error(error);
      outgoing.writeHead(500).end();
    }
  });
}
