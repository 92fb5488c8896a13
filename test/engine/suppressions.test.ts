import assert from 'node:assert/strict';
import { type Analysis, analyze, defaultSettings, type Finding } from '../../server/src/engine/index.ts';
import { applyEdits } from './applied-fix.ts';
import { draw, readDrawing } from './drawing.ts';

const HEAD = `import express from 'express';
const app = express();
`;

/** Draws what is found in a handler with these statements, by rule and, for hints about comments, by message. */
function draws(what: string, drawing: string): void {
  it(what, () => {
    const { source, drawn } = readDrawing(HEAD + drawing.replace(/^\n/, ''));
    const { findings } = read(source.text);
    const remarks = findings.map(({ span, rule, message }) => ({
      span,
      text: rule === 'unused-suppression' ? message : rule,
    }));
    assert.equal(draw(source.text, remarks), drawn);
  });
}

function read(text: string, path = 'src/app.tsx'): Analysis {
  const analysis = analyze({ path, text });
  assert.deepEqual(analysis.problems, []);
  return analysis;
}

describe('a comment silences', () => {
  draws(
    'the next line',
    `
app.delete('/a', (req, res) => {
  // status-lens-disable-next-line no-body-with-bodyless-status -- the proxy wants it
  res.status(204).json({ a: 1 });
});
app.delete('/b', (req, res) => {
  res.status(204).json({ a: 1 });
                       ^^^^^^^^ no-body-with-bodyless-status
});
`,
  );
  draws(
    'the next line that holds code, behind other comments and empty lines',
    `
app.delete('/a', (req, res) => {
  /* status-lens-disable-next-line no-body-with-bodyless-status */
  // eslint-disable-next-line

  res.status(204).json({ a: 1 });
});
`,
  );
  draws(
    'its own line, with or without rules',
    `
app.delete('/a', (req, res) => {
  res.status(204).json({ a: 1 }); // status-lens-disable-line no-body-with-bodyless-status
});
app.delete('/b', (req, res) => {
  res.status(204).json({ a: 1 }); /* status-lens-disable-line -- all of them */
});
`,
  );
  draws(
    'a finding of several lines at its first and at its last',
    `
app.delete('/a', (req, res) => {
  // status-lens-disable-next-line no-body-with-bodyless-status
  res.status(204).json({
    a: 1,
  });
});
app.delete('/b', (req, res) => {
  res.status(204).json({
    a: 1,
  }); // status-lens-disable-line no-body-with-bodyless-status
});
`,
  );
  draws(
    'several findings of one line, and no other rule than those that it names',
    `
app.post('/a', (req, res) => {
  // status-lens-disable-next-line no-error-body-with-success
  if (!req.body.a) res.json({ error: 'No a' }); else res.status(204).json({ a: 1 });
                                                                          ^^^^^^^^ no-body-with-bodyless-status
});
app.post('/b', (req, res) => {
  // status-lens-disable-next-line no-error-body-with-success, no-body-with-bodyless-status
  if (!req.body.a) res.json({ error: 'No a' }); else res.status(204).json({ a: 1 });
});
`,
  );
  draws(
    'a block, and nothing behind it',
    `
/* status-lens-disable no-body-with-bodyless-status -- old clients */
app.delete('/a', (req, res) => {
  res.status(204).json({ a: 1 });
});
/* status-lens-enable no-body-with-bodyless-status */
app.delete('/b', (req, res) => {
  res.status(204).json({ a: 1 });
                       ^^^^^^^^ no-body-with-bodyless-status
});
`,
  );
  draws(
    'a block of several rules, which only an end that names all of them ends',
    `
/* status-lens-disable no-body-with-bodyless-status, no-error-body-with-success */
app.delete('/a', (req, res) => {
  if (!req.body.a) res.json({ error: 'No a' }); else res.status(204).json({ a: 1 });
});
/* status-lens-enable no-error-body-with-success, no-body-with-bodyless-status */
app.delete('/b', (req, res) => {
  res.status(204).json({ a: 1 });
                       ^^^^^^^^ no-body-with-bodyless-status
});
`,
  );
  draws(
    'a block, up to an end without rules',
    `
/* status-lens-disable no-body-with-bodyless-status */
app.delete('/a', (req, res) => {
  res.status(204).json({ a: 1 });
});
/* status-lens-enable */
app.delete('/b', (req, res) => {
  res.status(204).json({ a: 1 });
                       ^^^^^^^^ no-body-with-bodyless-status
});
`,
  );
  draws(
    'nothing by what stands behind the two dashes, which is the reason',
    `
app.post('/a', (req, res) => {
  // status-lens-disable-next-line no-error-body-with-success -- not no-body-with-bodyless-status
  if (!req.body.a) res.json({ error: 'No a' }); else res.status(204).json({ a: 1 });
                                                                          ^^^^^^^^ no-body-with-bodyless-status
});
`,
  );
  draws(
    'everything behind it where nothing ends the block',
    `
app.delete('/a', (req, res) => {
  res.status(204).json({ a: 1 });
                       ^^^^^^^^ no-body-with-bodyless-status
});
// status-lens-disable
app.delete('/b', (req, res) => {
  res.status(204).json({ a: 1 });
});
`,
  );
  draws(
    'the whole file, wherever it stands',
    `
app.delete('/a', (req, res) => {
  res.status(204).json({ a: 1 });
});
// status-lens-disable-file no-body-with-bodyless-status
`,
  );
  draws(
    'what stands among JSX children too',
    `
app.get('/a', (req, res) => {
  const page = (
    <ul>
      {/* status-lens-disable-next-line no-body-with-bodyless-status */}
      <li onClick={() => res.status(204).json({ a: 1 })}>x</li>
    </ul>
  );
});
`,
  );
});

describe('what only looks like a comment silences nothing', () => {
  draws(
    'in strings, templates, regular expressions and JSX texts',
    `
app.delete('/a', (req, res) => {
  const a = '// status-lens-disable-file'; const b = \`\${1}
  // status-lens-disable-next-line
  \`; res.status(204).json({ a: /[/* status-lens-disable-line *]/ });
                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-body-with-bodyless-status
  const c = <p>// status-lens-disable-file</p>;
});
`,
  );
  draws(
    'inside another comment',
    `
app.delete('/a', (req, res) => {
  // Write // status-lens-disable-next-line to silence it.
  res.status(204).json({ a: 1 });
                       ^^^^^^^^ no-body-with-bodyless-status
});
`,
  );
});

describe('a comment that silences nothing is a hint', () => {
  it('that editors grey out, with one safe and preferred fix', () => {
    const { findings } = read(`${HEAD}app.get('/', (req, res) => res.json({})); // status-lens-disable-line\n`);
    const [{ severity, tags, fixes } = assert.fail()] = findings;
    assert.deepEqual({ severity, tags }, { severity: 'hint', tags: ['unnecessary'] });
    assert.deepEqual(
      fixes.map(({ title, safe, preferred }) => ({ title, safe, preferred })),
      [{ title: 'Remove the comment that silences nothing', safe: true, preferred: true }],
    );
  });

  for (const form of ['disable-line', 'disable-next-line', 'disable', 'disable-file'])
    it(`in the form ${form}, with a rule and a reason`, () => {
      const said = `/* status-lens-${form} no-double-response -- why */`;
      const text = `${HEAD}${said} app.get('/', (req, res) => res.json({}));\napp.get('/b', (req, res) => res.json({}));\n`;
      const marked = read(text).findings.map(({ rule, span }) => [rule, text.slice(span.start, span.end)]);
      assert.deepEqual(marked, [['unused-suppression', said]]);
    });

  draws(
    'as a whole, rule by rule, and for rules that do not exist',
    `
app.get('/a', (req, res) => {
  // status-lens-disable-next-line no-body-with-bodyless-status
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This comment silences nothing: no finding stands where it speaks of.
  res.json({ a: 1 });
});
app.get('/b', (req, res) => {
  // status-lens-disable-next-line no-body-with-bodyless-status, no-double-response, no-such-rule -- why
                                                                 ^^^^^^^^^^^^^^^^^^ no-double-response finds nothing here, so there is nothing to silence.
                                                                                     ^^^^^^^^^^^^ There is no rule no-such-rule, so nothing is silenced by its name.
  res.status(204).json({ a: 1 });
});
/* status-lens-enable no-double-response */
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This comment silences nothing: no finding stands where it speaks of.
`,
  );

  it('but not about a rule that is switched off, nor in a test, where no rule speaks', () => {
    const text = `${HEAD}// status-lens-disable-file no-double-response\napp.get('/', (req, res) => res.json({}));\n`;
    const off = { rules: { 'no-double-response': 'off' as const } };
    assert.deepEqual(analyze({ path: 'src/app.ts', text }, { ...defaultSettings, ...off }).findings, []);
    assert.deepEqual(read(text, 'test/app.ts').findings, []);
    assert.equal(read(text).findings.length, 1);
  });

  /** Applies the fix of every hint, one after the other as an editor does. */
  const repair = (text: string): string => {
    const isHint = ({ rule }: Finding): boolean => rule === 'unused-suppression';
    const [first] = read(text).findings.filter(isHint);
    const edits = first?.fixes[0]?.edits;
    return edits ? repair(applyEdits(text, edits)) : text;
  };
  const around = (comment: string, code: string): string =>
    `${HEAD}app.delete('/a', (req, res) => {\n  ${comment}${code}\n});\n`;
  const wrong = 'res.status(204).json({ a: 1 });';

  for (const [what, before, after] of [
    ['with its line', around('// status-lens-disable-next-line\n  ', 'res.json({});'), around('', 'res.json({});')],
    ['from the end of a line', around('', 'res.json({}); // status-lens-disable-line'), around('', 'res.json({});')],
    [
      'from the middle of a line',
      around('/* status-lens-disable-line */ ', 'res.json({});'),
      around('', 'res.json({});'),
    ],
    [
      'with its braces among JSX children',
      around(
        '',
        'const page = (\n    <ul>\n      {/* status-lens-disable-next-line */}\n      <li />\n    </ul>\n  );\n  res.json({});',
      ),
      around('', 'const page = (\n    <ul>\n      <li />\n    </ul>\n  );\n  res.json({});'),
    ],
    [
      'up to the first rule that is needed',
      around('// status-lens-disable-next-line no-double-response, no-body-with-bodyless-status -- why\n  ', wrong),
      around('// status-lens-disable-next-line no-body-with-bodyless-status -- why\n  ', wrong),
    ],
    [
      'behind the last rule that is needed',
      around('/* status-lens-disable-next-line no-body-with-bodyless-status no-a,no-b */\n  ', wrong),
      around('/* status-lens-disable-next-line no-body-with-bodyless-status */\n  ', wrong),
    ],
    [
      'with the comment that ends its block',
      around('/* status-lens-disable */ ', 'res.json({}); /* status-lens-enable */'),
      around('', 'res.json({});'),
    ],
  ] as const)
    it(`and is taken away ${what}`, () => {
      assert.equal(repair(before), after);
      assert.equal(repair(before.replaceAll('\n', '\r\n')), after.replaceAll('\n', '\r\n'));
    });
});
