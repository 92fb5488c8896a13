import assert from 'node:assert/strict';
import { LIKE_A_SMALL_EDITOR, startInProcess } from './harness/client.ts';
import { inHandler } from './harness/samples.ts';

describe('completion', () => {
  it('lists every code behind the parenthesis, the one that fits first and chosen', async () => {
    const client = await startInProcess();
    const doc = await client.open(
      inHandler('const user = await User.findById(req.params.id); if (!user) return res.status(|)'),
    );
    const list = await doc.complete('(');
    const [first, second] = [...(list?.items ?? [])].sort((a, b) => (a.sortText ?? '').localeCompare(b.sortText ?? ''));
    assert.equal(first?.label, '404 Not Found');
    assert.equal(first?.preselect, true);
    assert.equal(first?.labelDetails?.description, 'the resource does not exist');
    assert.equal(second?.preselect, undefined);
    assert.equal(doc.take(first), doc.text.replace('status()', 'status(404)'));
    await client.stop();
  });

  it('imports the constant that it writes', async () => {
    const client = await startInProcess();
    const code = (names: string, status: string) =>
      `import { ${names} } from 'http-status-codes';\n${inHandler(`if (!req.params.id) res.status(BAD_REQUEST).end(); res.status(${status}).end();`)}`;
    const doc = await client.open(code('BAD_REQUEST', '4|'));
    const conflict = (await doc.complete('4'))?.items.find(({ label }) => label === '409 Conflict');
    assert.ok(conflict);
    assert.equal(doc.take(conflict), code('BAD_REQUEST, CONFLICT', 'CONFLICT'));
    await client.stop();
  });

  it('tells all of a code once it is looked at', async () => {
    const client = await startInProcess();
    const doc = await client.open(inHandler('res.status(|)'));
    const item = (await doc.complete('('))?.items.find(({ label }) => label === '409 Conflict');
    assert.ok(item);
    assert.equal(item.documentation, undefined);
    const { documentation } = await doc.resolve(item);
    assert.ok(typeof documentation === 'object');
    assert.equal(documentation.kind, 'markdown');
    assert.match(documentation.value, /^\*\*409 Conflict\*\*.*Use it when.*section-15\.5\.10/s);
    await client.stop();
  });

  it('offers whole answers where a statement of a handler begins, with places to fill in', async () => {
    const client = await startInProcess();
    const doc = await client.open(inHandler('4|'));
    const item = (await doc.complete('4'))?.items.find(({ label }) => label === '409 Conflict');
    assert.equal(item?.insertTextFormat, 2);
    assert.deepEqual(
      item?.textEdit && 'newText' in item.textEdit && item.textEdit.newText,
      "res.status(409).json({ error: '${1:The e-mail address is taken}', field: '${2:email}' });\nreturn;",
    );
    await client.stop();
  });

  it('fills them in for a client that knows no snippets', async () => {
    const client = await startInProcess({ capabilities: LIKE_A_SMALL_EDITOR });
    const doc = await client.open(inHandler('4|'));
    const item = (await doc.complete('4'))?.items.find(({ label }) => label === '404 Not Found');
    assert.ok(item);
    assert.equal(item.insertTextFormat, undefined);
    assert.ok(doc.take(item).includes("res.status(404).json({ error: 'There is no such user' });\nreturn;"));
    await client.stop();
  });

  it('is quiet behind the parenthesis of another call', async () => {
    const client = await startInProcess();
    const doc = await client.open(inHandler('getUser(|)'));
    assert.equal(await doc.complete('('), null);
    await client.stop();
  });

  it('says what an entry is to a client without details beside labels', async () => {
    const client = await startInProcess({ capabilities: LIKE_A_SMALL_EDITOR });
    const doc = await client.open(inHandler('res.status(|)'));
    const item = (await doc.complete('('))?.items.find(({ label }) => label === '409 Conflict');
    assert.equal(item?.detail, 'client error');
    assert.equal(item?.labelDetails, undefined);
    await client.stop();
  });

  it('answers whoever types on, from the text as it was', async () => {
    const client = await startInProcess();
    const doc = await client.open(inHandler('res.status(4|).end();'));
    const asked = doc.complete('4');
    await doc.change('status(4)', 'status(40)');
    assert.ok((await asked)?.items.some(({ label }) => label === '404 Not Found'));
    await client.stop();
  });

  it('is silent where Status Lens is switched off', async () => {
    const client = await startInProcess({ settings: () => ({ enable: false }) });
    const doc = await client.open(inHandler('res.status(|)'));
    assert.equal(await doc.complete('('), null);
    await client.stop();
  });
});
