import assert from 'node:assert/strict';
import { LIKE_A_SMALL_EDITOR, startInProcess } from './harness/client.ts';
import { BODY_RULE, BODY_WITH_204, inHandler, NO_MISTAKE } from './harness/samples.ts';

const atMistake = inHandler('res.status(204).json({ de|leted: true });');

describe('code actions', () => {
  it('repair the mistake', async () => {
    const client = await startInProcess();
    const doc = await client.open(atMistake);
    const [repair] = await doc.codeActions();
    assert.ok(repair);
    assert.equal(repair.kind, 'quickfix');
    assert.deepEqual(repair.diagnostics, await doc.diagnostics());
    await doc.replaceAll(doc.apply(repair));
    assert.deepEqual(await doc.diagnostics(), []);
    await client.stop();
  });

  it('suppress it by a comment above', async () => {
    const client = await startInProcess();
    const doc = await client.open(atMistake);
    const suppress = (await doc.codeActions()).find((action) =>
      doc.apply(action).includes('status-lens-disable-next-line'),
    );
    assert.ok(suppress);
    assert.equal(suppress.kind, 'quickfix');
    const suppressed = doc.apply(suppress);
    assert.equal(
      suppressed,
      inHandler(`// status-lens-disable-next-line ${BODY_RULE}
  res.status(204).json({ deleted: true });`),
    );
    await doc.replaceAll(suppressed);
    assert.deepEqual(await doc.diagnostics(), []);
    await client.stop();
  });

  it('are bound to no version for a client that does not check it', async () => {
    const client = await startInProcess({ capabilities: LIKE_A_SMALL_EDITOR });
    const doc = await client.open(BODY_WITH_204);
    const [repair] = await doc.codeActions();
    assert.deepEqual(Object.keys(repair?.edit ?? {}), ['changes']);
    await client.stop();
  });

  it('are offered where the mistake is, and nowhere else', async () => {
    const client = await startInProcess();
    assert.deepEqual(await (await client.open(`|${BODY_WITH_204}`)).codeActions(), []);
    assert.deepEqual(await (await client.open(NO_MISTAKE)).codeActions(), []);
    await client.stop();
  });

  it('are offered to a client that asks for their kind, and to none that asks for others', async () => {
    const client = await startInProcess();
    const doc = await client.open(atMistake);
    const all = await doc.codeActions();
    assert.deepEqual(await doc.codeActions(undefined, { only: ['quickfix'] }), all);
    assert.deepEqual(await doc.codeActions(undefined, { only: ['refactor', 'source.organizeImports'] }), []);
    await client.stop();
  });

  it('apply every safe repair at once when the client asks for that', async () => {
    const client = await startInProcess();
    const doc = await client.open(
      inHandler('if (req.query.a) { res.status(204).json({}); } else res.status(204).json({});'),
    );
    const kind = 'source.fixAll.statusLens';
    for (const only of ['source', 'source.fixAll', kind]) {
      const [action, ...more] = await doc.codeActions(undefined, { only: [only] });
      assert.ok(action);
      assert.deepEqual([action.kind, more], [kind, []]);
      assert.equal(
        doc.apply(action),
        inHandler('if (req.query.a) { res.status(204).end(); } else res.status(204).end();'),
      );
    }
    assert.deepEqual(await (await client.open(NO_MISTAKE)).codeActions(undefined, { only: [kind] }), []);
    await client.stop();
  });

  it('show the page of the rule in a client that runs commands, and in no other', async () => {
    const explain = { title: `Explain ${BODY_RULE}`, command: 'statusLens.explainRule', arguments: [BODY_RULE] };
    const client = await startInProcess({ initializationOptions: { commands: true } });
    const actions = await (await client.open(atMistake)).codeActions();
    assert.deepEqual(actions.at(-1)?.command, explain);
    await client.stop();
    const other = await startInProcess();
    assert.ok((await (await other.open(atMistake)).codeActions()).every(({ command }) => command === undefined));
    await other.stop();
  });
});
