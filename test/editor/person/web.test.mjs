// The extension as a browser editor runs it: client and server are web workers, and there is no Node.
import assert from 'node:assert/strict';
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { openWorkbench } from '../../../scripts/editor/workbench.mjs';

const TYPES = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.md': 'text/markdown',
  '.png': 'image/png',
};

/** What an editor asks of the extension: nothing else of the folder is served. */
const SHARED = ['package.json', `dist${sep}`, `media${sep}`, `docs${sep}`, `syntaxes${sep}`];

/** Serves the extension's folder as an editor in a browser fetches it. */
function serveFolder(folder) {
  const server = createServer((request, response) => {
    const path = join(folder, normalize(new URL(request.url ?? '/', 'http://localhost').pathname));
    response.setHeader('Access-Control-Allow-Origin', '*');
    if (!SHARED.some((name) => path.startsWith(join(folder, name))) || !existsSync(path) || !statSync(path).isFile())
      return response.writeHead(404).end();
    response.writeHead(200, { 'Content-Type': TYPES[extname(path)] ?? 'text/plain' });
    createReadStream(path).pipe(response);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve({ server, url: `http://127.0.0.1:${server.address().port}` }));
  });
}

describe('the extension in the web extension host', function () {
  this.timeout(180_000);
  let workbench;
  let served;

  before(async () => {
    served = await serveFolder(process.cwd());
    workbench = await openWorkbench({ folder: 'examples/express', webExtension: served.url });
    await workbench.open('src/routes/users.ts');
  });

  after(async () => {
    await workbench?.close();
    served?.server.close();
  });

  it('underlines the mistake without Node', async () => {
    await workbench.waitForSquiggle();
  });

  it('explains a status', async () => {
    await workbench.goTo(12, 1);
    const hover = await workbench.hover('409', 'status(409)');
    assert.match(await hover.textContent(), /409 Conflict/);
  });

  it('shows the page of a code and asks questions, with nothing but web workers', async () => {
    await workbench.page.keyboard.press('Escape');
    await workbench.run('Status Lens: Show Pages of Status Codes');
    const pages = await workbench.findWebview('h1:has-text("All status codes")');
    await pages.getByRole('link', { name: '404 Not Found' }).click();
    await pages.getByRole('heading', { name: '404 Not Found' }).waitFor();
    await workbench.run('Status Lens: Match Status Codes to Scenarios');
    const exercise = await workbench.findWebview('#situation');
    await workbench.page.keyboard.press('3');
    await exercise.locator('#next:focus').waitFor();
  });
});
