import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const PROBE = ['--expose-gc', '--require', fileURLToPath(new URL('./probe.cjs', import.meta.url))];

/**
 * Starts a language server that speaks on stdin and stdout.
 * @param {string} serverPath a program that Node runs
 * @param {string} [node] the Node to run it with; the one that runs this unless given
 * @param {{ probe?: boolean }} [options] with `probe`, what it uses can be measured
 * @returns {{ request: (method: string, params?: unknown) => Promise<any>, notify: (method: string, params: unknown) => void,
 *   asked: (method: string) => Promise<void>, measure: (what: 'time' | 'memory') => Promise<any>,
 *   stop: () => Promise<void> }} `asked` resolves once the server itself has asked for something; `measure` gives its processor
 *   time in milliseconds, or its heap once collected and the most memory that it had, in bytes
 */
export function startServer(serverPath, node = process.execPath, { probe = false } = {}) {
  const stdio = ['pipe', 'pipe', 'inherit', ...(probe ? ['ipc'] : [])];
  const server = spawn(node, [...(probe ? PROBE : []), serverPath, '--stdio'], { stdio });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const { request, notify, asked } = connect(server);
  return {
    request,
    notify,
    asked,
    measure: (what) =>
      new Promise((resolve) => {
        server.once('message', resolve);
        server.send(what);
      }),
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
  const listeners = new Map();
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
      for (const told of listeners.get(method) ?? []) told();
      listeners.delete(method);
      return;
    }
    const { resolve, reject } = waiting.get(id);
    waiting.delete(id);
    if (error) reject(new Error(error.message));
    else resolve(result);
  }
  return {
    notify: (method, params) => send({ method, params }),
    asked: (method) =>
      new Promise((resolve) => {
        listeners.set(method, [...(listeners.get(method) ?? []), resolve]);
      }),
    request: (method, params) =>
      new Promise((resolve, reject) => {
        lastId += 1;
        waiting.set(lastId, { resolve, reject });
        send({ id: lastId, method, params });
      }),
  };
}
