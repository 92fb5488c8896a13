import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { startInProcess, type TestClient } from './harness/client.ts';
import { draw, withoutDrawing } from './harness/drawing.ts';
import { BODY_RULE, BODY_WITH_204, inHandler } from './harness/samples.ts';

const drawnMistake = inHandler(`res.status(204).json({ deleted: true });
                       ^^^^^^^^^^^^^^^^^ ${BODY_RULE}`);

/** Diagnostics of a text, drawn under it. */
async function drawDiagnostics(client: TestClient, text: string): Promise<string> {
  const doc = await client.openPlain(text, 'file:///project/drawn.ts');
  const items = (await doc.diagnostics()).map(({ range, code }) => ({ range, label: String(code) }));
  await doc.close();
  return draw(text, items);
}

/** The server lives if it still finds the mistake of a good file. */
async function assertAlive(client: TestClient): Promise<void> {
  assert.equal(await drawDiagnostics(client, BODY_WITH_204), drawnMistake);
}

describe('broken input', () => {
  const files = readdirSync('examples/express', { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts') && !path.includes('node_modules/'));

  it('has examples to cut', () => assert.ok(files.length > 0));

  for (const file of files) {
    it(`examples/express/${file} is cut at 20 places`, async () => {
      const client = await startInProcess();
      const text = await readFile(`examples/express/${file}`, 'utf8');
      const doc = await client.openPlain(text);
      for (let cut = 1; cut <= 20; cut++) {
        await doc.replaceAll(text.slice(0, Math.floor((text.length * cut) / 21)));
        await doc.diagnostics();
        await doc.codeActions();
      }
      await assertAlive(client);
      assert.deepEqual(client.logged.takeAll(), []);
      await client.stop();
    });
  }

  it('of half a megabyte in 20 incremental edits stays in step with the client', async () => {
    const client = await startInProcess();
    const doc = await client.openPlain(`// 0;\n${'const filler = 1;\n'.repeat(30_000)}${BODY_WITH_204}`);
    for (let edit = 0; edit < 20; edit++) await doc.change(`// ${edit};`, `// ${edit + 1};`);
    assert.equal((await doc.diagnostics()).length, 1);
    await client.stop();
  });

  it('with a NUL byte is left alone, which the log says once', async () => {
    const client = await startInProcess();
    const doc = await client.openPlain(`${BODY_WITH_204}\0`);
    assert.deepEqual(await doc.diagnostics(), []);
    assert.match((await client.logged.take()).message, /app\.ts is not analysed: it holds a NUL/);
    await doc.replaceAll(`${BODY_WITH_204}\0\0`);
    assert.deepEqual(await doc.diagnostics(), []);
    assert.deepEqual(client.logged.takeAll(), []);
    await doc.replaceAll(BODY_WITH_204);
    assert.equal((await doc.diagnostics()).length, 1);
    await client.stop();
  });

  it('of 8 MB is left alone, which the log says', async () => {
    const client = await startInProcess();
    const doc = await client.openPlain(BODY_WITH_204 + ' '.repeat(8 * 1024 * 1024));
    assert.deepEqual(await doc.diagnostics(), []);
    assert.match((await client.logged.take()).message, /app\.ts is not analysed: it is longer than 2097152/);
    await assertAlive(client);
    await client.stop();
  });

  it('with a line of 2 MB is analysed', async () => {
    const client = await startInProcess();
    const line = `const words = '${'x'.repeat(2_000_000)}';\n`;
    assert.equal(await drawDiagnostics(client, line + BODY_WITH_204), line + drawnMistake);
    await client.stop();
  });

  it('with CRLF is underlined at the right place', async () => {
    const client = await startInProcess();
    assert.equal(await drawDiagnostics(client, BODY_WITH_204.replaceAll('\n', '\r\n')), drawnMistake);
    await client.stop();
  });

  it('with a byte order mark is underlined at the right place', async () => {
    const client = await startInProcess();
    assert.equal(await drawDiagnostics(client, `\uFEFF${BODY_WITH_204}`), `\uFEFF${drawnMistake}`);
    await client.stop();
  });

  it('with emoji before the mistake is underlined in UTF-16 code units', async () => {
    const client = await startInProcess();
    const drawn = inHandler(`/* 👩‍🚀 é */ res.status(204).json({ deleted: '🗑' });
                                     ^^^^^^^^^^^^^^^^^ ${BODY_RULE}`);
    assert.equal(await drawDiagnostics(client, withoutDrawing(drawn)), drawn);
    await client.stop();
  });

  it('with positions outside of the text is answered', async () => {
    const client = await startInProcess();
    const doc = await client.open(BODY_WITH_204);
    const far = { line: 1_000_000, character: 1_000_000 };
    assert.equal(await doc.hover(far), null);
    assert.deepEqual(await doc.codeActions({ start: far, end: far }), []);
    await assertAlive(client);
    await client.stop();
  });
});
