import { spawn } from 'node:child_process';

/**
 * Starts a language server that speaks on stdin and stdout.
 * @param {string} serverPath a program that Node runs
 * @param {string} [node] the Node to run it with; the one that runs this unless given
 * @returns {{ request: (method: string, params?: unknown) => Promise<any>, notify: (method: string, params: unknown) => void,
 *   stop: () => Promise<void> }}
 */
export function startServer(serverPath, node = process.execPath) {
  const server = spawn(node, [serverPath, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const { request, notify } = connect(server);
  return {
    request,
    notify,
    async stop() {
      await request('shutdown');
      notify('exit');
      await ended;
    },
  };
}

/** Speaks LSP with a process. What the server asks for is answered with nothing, so it uses its defaults. */
function connect(server) {
  const waiting = new Map();
  let lastId = 0;
  let received = Buffer.alloc(0);
  const send = (message) => {
    const content = JSON.stringify({ jsonrpc: '2.0', ...message });
    server.stdin.write(`Content-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`);
  };
  server.once('exit', (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`The server ended with ${code} before it answered`));
  });
  server.stdout.on('data', (chunk) => {
    received = Buffer.concat([received, chunk]);
    for (;;) {
      const headerEnd = received.indexOf('\r\n\r\n');
      if (headerEnd < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(received.toString('ascii', 0, headerEnd))?.[1]);
      const end = headerEnd + 4 + length;
      if (received.length < end) return;
      receive(JSON.parse(received.toString('utf8', headerEnd + 4, end)));
      received = received.subarray(end);
    }
  });
  function receive({ id, method, params, result, error }) {
    if (method !== undefined) {
      if (id !== undefined) send({ id, result: params?.items?.map(() => null) ?? null });
      return;
    }
    const { resolve, reject } = waiting.get(id);
    waiting.delete(id);
    if (error) reject(new Error(error.message));
    else resolve(result);
  }
  return {
    notify: (method, params) => send({ method, params }),
    request: (method, params) =>
      new Promise((resolve, reject) => {
        lastId += 1;
        waiting.set(lastId, { resolve, reject });
        send({ id: lastId, method, params });
      }),
  };
}
