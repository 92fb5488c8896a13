import assert from 'node:assert/strict';
import { startInProcess, type TestClient } from './harness/client.ts';
import { draw, withoutDrawing } from './harness/drawing.ts';

const CODE = `import express from 'express';
const CONFLICT = 409;
const app = express();
app.get('/users/:id', (req, res) => {
  const code = req.query.old ? 410 : 200;
  if (!req.params.id) return res.status(404).end();
                                        ^^^ same
  if (req.params.id === '404') res.sendStatus(404);
                                              ^^^ same
  if (req.query.taken) res.sendStatus(CONFLICT);
  res.status(code).end();
});
app.get('/orders/:id', (req, res) => res.sendStatus(404));
`;

describe('highlights of a status', () => {
  let client: TestClient;

  beforeEach(async () => {
    client = await startInProcess();
  });
  afterEach(() => client.stop());

  it('are the answers of its handler with the same status', async () => {
    const doc = await client.open(withoutDrawing(CODE).replace('status(404)', 'status(4|04)'));
    const ranges = (await doc.highlights()) ?? [];
    assert.equal(
      draw(
        doc.text,
        ranges.map((range) => ({ range, label: 'same' })),
      ),
      CODE,
    );
  });

  it('are the calls that answer so where nothing writes the status', async () => {
    const code = `import express from 'express';
express().get('/', (req, res) => {
  if (req.query.a) return res.status(2|00).end();
  res.json({});
      ^^^^ same
});
`;
    const doc = await client.open(withoutDrawing(code));
    const ranges = ((await doc.highlights()) ?? []).filter(({ start }) => start.line === 3);
    assert.equal(
      draw(
        doc.text,
        ranges.map((range) => ({ range, label: 'same' })),
      ),
      code.replace('|', ''),
    );
  });

  for (const [what, before, after] of [
    ['names', 'sendStatus(CONFLICT)', 'sendStatus(CON|FLICT)'],
    ['words', 'const app', 'const a|pp'],
    ['other numbers', "id === '404'", "id === '4|04'"],
  ] as const)
    it(`leave ${what} to the language`, async () => {
      const doc = await client.open(withoutDrawing(CODE).replace(before, after));
      assert.equal(await doc.highlights(), null);
    });
});
