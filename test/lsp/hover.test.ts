import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { ApplyEditsArguments } from '../../server/src/lsp/protocol.ts';
import { LIKE_A_SMALL_EDITOR, startInProcess, type TestClient } from './harness/client.ts';
import { draw, withoutDrawing } from './harness/drawing.ts';
import { inHandler } from './harness/samples.ts';

/** The Markdown of a hover, or whatever text there is. */
async function hoverText(client: TestClient, marked: string): Promise<string | undefined> {
  const hover = await (await client.open(marked)).hover();
  if (hover === null) return undefined;
  assert.ok(typeof hover.contents === 'object' && 'kind' in hover.contents);
  return hover.contents.value;
}

describe('hover', () => {
  it('explains the status under the cursor and marks it', async () => {
    const client = await startInProcess();
    const drawn = inHandler(`res.status(404).json({ error: 'no such user' });
             ^^^ here`);
    const doc = await client.open(withoutDrawing(drawn).replace('404', '4|04'));
    const hover = await doc.hover();
    assert.ok(hover?.range);
    assert.equal(draw(doc.text, [{ range: hover.range, label: 'here' }]), drawn);
    assert.ok(typeof hover.contents === 'object' && 'kind' in hover.contents);
    assert.equal(hover.contents.kind, 'markdown');
    assert.match(hover.contents.value, /404.*Not Found/);
    await client.stop();
  });

  it('says nothing about other numbers', async () => {
    const client = await startInProcess();
    assert.equal(await hoverText(client, inHandler('const limit = 4|04; res.status(200).json({ limit });')), undefined);
    await client.stop();
  });

  it('gives plain text to a client that shows no Markdown', async () => {
    const client = await startInProcess({ capabilities: LIKE_A_SMALL_EDITOR });
    const hover = await (await client.open(inHandler('res.sendStatus(4|04);'))).hover();
    assert.ok(hover !== null && typeof hover.contents === 'object' && 'kind' in hover.contents);
    assert.equal(hover.contents.kind, 'plaintext');
    assert.match(hover.contents.value, /^404 Not Found · client error · /);
    assert.doesNotMatch(hover.contents.value, /\*\*|`|\]\(/);
    await client.stop();
  });

  it('links to commands only for a client that says it runs them', async () => {
    const code = inHandler('const user = await User.findById(req.params.id); if (!user) res.sendStatus(4|00);');
    const other = await startInProcess();
    assert.doesNotMatch((await hoverText(other, code)) ?? '', /command:/);
    await other.stop();
    const client = await startInProcess({ initializationOptions: { commands: true } });
    const text = (await hoverText(client, code)) ?? '';
    assert.match(text, /\[Look it up\]\(command:statusLens\.showStatusCode\?%5B400%5D\)/);
    const [, query] = /\[Answer 404 Not Found\]\(command:statusLens\.applyEdits\?([^)]*)\)/.exec(text) ?? [];
    assert.ok(query);
    const [change] = JSON.parse(decodeURIComponent(query)) as ApplyEditsArguments;
    const doc = await client.open(code);
    assert.equal(
      TextDocument.applyEdits(TextDocument.create('', '', 1, doc.text), [...change.edits]),
      doc.text.replace('400', '404'),
    );
    await client.stop();
  });

  it('answers null for a document that is not open', async () => {
    const client = await startInProcess();
    const doc = await client.open(inHandler('res.sendStatus(4|04);'));
    await doc.close();
    assert.equal(await doc.hover(), null);
    await client.stop();
  });
});
