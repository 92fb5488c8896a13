import assert from 'node:assert/strict';
import { analyze } from '../../server/src/engine/index.ts';
import { draw, readDrawing } from './drawing.ts';

/** Draws the places that the findings of a handler are linked with, and what is said of each. */
function links(what: string, drawing: string): void {
  it(what, () => {
    const { source, drawn } = readDrawing(drawing);
    const { findings } = analyze(source);
    assert.ok(findings.length > 0);
    const places = findings.flatMap(({ related }) => related.map(({ span, message }) => ({ span, text: message })));
    assert.equal(draw(source.text, places), drawn);
  });
}

describe('a finding is linked with what explains it', () => {
  links(
    'the test that leads to a status which does not fit, without telling again what the finding tells of it',
    `
import express from 'express';
const app = express();
app.post('/users', async (req, res) => {
  const existing = await users.findOne({ email: req.body.email });
  if (existing) return res.status(400).json({ error: 'Taken' });
      ^^^^^^^^ The test that leads here.
  res.status(201).json(await users.create(req.body));
});
`,
  );
  links(
    'the test that tells why an error is answered with a success, on one line even where it has several',
    `
import express from 'express';
const app = express();
app.delete('/users/:id', (req, res) => {
  if (!users.delete(
      ^^^^^^^^^^^^^^ This branch runs when \`!users.delete( req.params.id )\`: the resource does not exist.
    req.params.id
  )) return res.json({ error: 'There is no such user' });
  res.json({ deleted: req.params.id });
});
`,
  );
});
