import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { build } from 'esbuild';
import { answerAll } from './web.mjs';

export const takes = 'path';

const CONFIGURATION = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = (
    modules = [(name = "worker", esModule = embed "worker.mjs")],
    compatibilityDate = "2025-01-01",
  ))],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
`;

/** Serves objects with a `fetch` method in the runtime of Cloudflare Workers, as one worker. */
export async function serve(_nothing, files, require) {
  const folder = mkdtempSync(join(tmpdir(), 'status-lens-workerd-'));
  await bundle(files, join(folder, 'worker.mjs'));
  writeFileSync(join(folder, 'config.capnp'), CONFIGURATION);
  const { default: program } = require('workerd');
  // It tells its port on a pipe of its own.
  const child = spawn(program, ['serve', 'config.capnp', '--control-fd=3'], {
    cwd: folder,
    stdio: [
      'ignore',
      process.env.SHOW_ERRORS ? 'inherit' : 'ignore',
      process.env.SHOW_ERRORS ? 'inherit' : 'ignore',
      'pipe',
    ],
  });
  process.on('exit', () => {
    child.kill();
    rmSync(folder, { recursive: true, force: true });
  });
  const port = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`workerd ended with ${code}`)));
    let told = '';
    child.stdio[3].on('data', (chunk) => {
      told += chunk;
      const found = /"event":"listen".*?"port":(\d+)/.exec(told);
      if (found) resolve(Number(found[1]));
    });
  });
  // Neither the child nor its pipe is a reason to wait for more answers.
  child.unref();
  child.stdio[3].unref();
  return answerAll((request, path) => forward(request, `http://127.0.0.1:${port}${path}`));
}

/** Nothing of the request is kept once it is answered. */
async function forward({ method, headers, body }, url) {
  const fields = { ...Object.fromEntries(headers), connection: 'close' };
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers: fields, agent: false }, (answer) => {
      const { statusCode: status, headers: given } = answer;
      // How the body comes over is agreed anew on each connection.
      for (const name of ['connection', 'transfer-encoding']) delete given[name];
      const chunks = [];
      answer.on('data', (chunk) => chunks.push(chunk));
      answer.on('error', () => {});
      // A body that breaks off has told its status all the same.
      answer.on('close', () => {
        const own = chunks.length > 0 ? Buffer.concat(chunks) : null;
        resolve(new Response(own, { status, headers: Object.entries(given).flatMap(toPairs) }));
      });
    });
    sent.on('error', reject);
    if (!body) return sent.end();
    Readable.fromWeb(body).pipe(sent);
  });
}

/** Fields that came more than once are a list. */
function toPairs([name, value]) {
  return [value].flat().map((one) => [name, one]);
}

async function bundle(files, outfile) {
  const all = [...files];
  const contents = `
    ${all.map(([, path], index) => `import file${index} from ${JSON.stringify(path)};`).join('\n')}
    const files = { ${all.map(([prefix], index) => `${JSON.stringify(prefix)}: file${index}`).join(', ')} };
    export default {
      fetch(request, env, context) {
        const url = new URL(request.url);
        const prefix = Object.keys(files).find((one) => url.pathname.startsWith(one + '/'));
        url.pathname = url.pathname.slice(prefix.length);
        return files[prefix].fetch(new Request(url, request), env, context);
      },
    };`;
  await build({ stdin: { contents, resolveDir: '.' }, outfile, bundle: true, format: 'esm', logLevel: 'error' });
}
