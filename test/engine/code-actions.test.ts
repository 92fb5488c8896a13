import assert from 'node:assert/strict';
import { analyze, applyEdits, type CodeAction, getCodeActions, getSafeEdits } from '../../server/src/engine/index.ts';

const HEAD = `import express from 'express';
const app = express();
`;
const BODY_RULE = 'no-body-with-bodyless-status';

/** The actions at the first place of `at`. */
function actionsAt(text: string, at: string, path = 'src/app.tsx'): readonly CodeAction[] {
  const start = text.indexOf(at);
  assert.ok(start >= 0);
  return getCodeActions(analyze({ path, text }), { start, end: start });
}

/** What the action that says `title` makes of a text. */
function run(text: string, at: string, title: string): string {
  const actions = actionsAt(text, at);
  const action = actions.find((one) => one.title === title);
  assert.ok(action, `among ${actions.map((one) => one.title).join(', ')}`);
  const result = applyEdits(text, action.edits);
  if (action.kind === 'suppress') {
    const { rule } = action.finding;
    const count = (code: string) =>
      analyze({ path: 'src/app.tsx', text: code }).findings.filter((one) => one.rule === rule);
    assert.ok(count(result).length < count(text).length, `${rule} is still reported in\n${result}`);
  }
  return result;
}

const inHandler = (statements: string): string => `${HEAD}app.delete('/a', (req, res) => {\n  ${statements}\n});\n`;
const wrong = 'res.status(204).json({ a: 1 });';
const ON_LINE = `Suppress ${BODY_RULE} on this line`;
const IN_FILE = `Suppress ${BODY_RULE} in this file`;
const IN_BLOCK = `Suppress ${BODY_RULE} in this block`;
const comment = `// status-lens-disable-next-line ${BODY_RULE}`;

describe('the actions at a finding', () => {
  it('are its fixes, those of all of its kind, ways to silence it, and its page', () => {
    const titles = actionsAt(inHandler(`if (req.query.a) { ${wrong} }\n  else ${wrong}`), '{ a: 1').map(
      ({ title }) => title,
    );
    assert.deepEqual(titles, [
      'Drop the body that 204 No Content cannot carry',
      'Answer 200 OK to keep the body',
      `Repair all 2 of ${BODY_RULE} in this file`,
      ON_LINE,
      IN_FILE,
      `Explain ${BODY_RULE}`,
    ]);
  });

  it('are the commonest errors where nothing tells why one is answered, a conflict with the state among them', () => {
    const text = inHandler("if (order.state === 'shipped') return res.json({ success: false });\n  res.json(order);");
    const repairs = actionsAt(text, 'success').filter(({ kind }) => kind === 'quickfix');
    assert.deepEqual(
      repairs.map(({ title }) => title),
      ['Answer 400 Bad Request', 'Answer 404 Not Found', 'Answer 409 Conflict', 'Answer 500 Internal Server Error'],
    );
  });

  it('repair all of a kind at once', () => {
    assert.equal(
      run(
        inHandler(`if (req.query.a) { ${wrong} }\n  else ${wrong}`),
        '{ a: 1',
        `Repair all 2 of ${BODY_RULE} in this file`,
      ),
      inHandler('if (req.query.a) { res.status(204).end(); }\n  else res.status(204).end();'),
    );
  });

  it('are none about a comment that silences nothing but its removal', () => {
    const titles = actionsAt(inHandler('res.json({}); // status-lens-disable-line'), '// status').map(
      ({ title }) => title,
    );
    assert.deepEqual(titles, ['Remove the comment that silences nothing', 'Explain unused-suppression']);
  });
});

describe('silencing a finding', () => {
  it('writes a comment above it, indented as it is', () => {
    assert.equal(run(inHandler(wrong), '{ a: 1', ON_LINE), inHandler(`${comment}\n  ${wrong}`));
  });

  it('extends the comment that is there, before its reason', () => {
    for (const [before, after] of [
      [
        '// status-lens-disable-next-line no-double-response -- why',
        `// status-lens-disable-next-line no-double-response, ${BODY_RULE} -- why`,
      ],
      [
        '/* status-lens-disable-next-line no-double-response */',
        `/* status-lens-disable-next-line no-double-response, ${BODY_RULE} */`,
      ],
    ] as const)
      assert.equal(run(inHandler(`${before}\n  ${wrong}`), '{ a: 1', ON_LINE), inHandler(`${after}\n  ${wrong}`));
  });

  it('extends the one on its own line, before its reason', () => {
    for (const [before, after] of [
      [
        '// status-lens-disable-line no-double-response -- why',
        `// status-lens-disable-line no-double-response, ${BODY_RULE} -- why`,
      ],
      [
        '/* status-lens-disable-line no-double-response */',
        `/* status-lens-disable-line no-double-response, ${BODY_RULE} */`,
      ],
    ] as const)
      assert.equal(run(inHandler(`${wrong} ${before}`), '{ a: 1', ON_LINE), inHandler(`${wrong} ${after}`));
  });

  it('extends the one on the last of its lines, or above that', () => {
    const several = (rules: string): readonly string[] => [
      inHandler(`res.status(204).json({\n    a: 1,\n  }); // status-lens-disable-line ${rules} -- why`),
      inHandler(`res.status(204).json({\n    a: 1,\n    // status-lens-disable-next-line ${rules}\n  });`),
    ];
    const extended = several(`no-double-response, ${BODY_RULE}`);
    several('no-double-response').forEach((before, index) => {
      assert.equal(run(before, '{\n    a: 1', ON_LINE), extended[index]);
    });
  });

  it('leaves a comment alone that stands on a line in the middle of it', () => {
    const text = inHandler('res.status(204).json({\n    a: 1, // status-lens-disable-line no-double-response\n  });');
    assert.equal(run(text, '{\n    a: 1', ON_LINE), text.replace('  res.', `  ${comment}\n  res.`));
  });

  it('extends the one above over other comments and empty lines, as far as it reaches', () => {
    const between = (rules: string): string =>
      inHandler(`// status-lens-disable-next-line ${rules}\n  // eslint-disable-next-line\n\n  ${wrong}`);
    assert.equal(run(between('no-double-response'), '{ a: 1', ON_LINE), between(`no-double-response, ${BODY_RULE}`));
  });

  it('leaves a comment alone that speaks of another line', () => {
    for (const other of [
      '// status-lens-disable-next-line no-double-response\n  log(1);',
      'log(1); // status-lens-disable-line no-double-response',
    ])
      assert.equal(
        run(inHandler(`${other}\n  ${wrong}`), '{ a: 1', ON_LINE),
        inHandler(`${other}\n  ${comment}\n  ${wrong}`),
      );
  });

  it('does not part the comments of other tools from the line that they speak of', () => {
    for (const other of [
      '// eslint-disable-next-line no-console',
      '/* eslint-disable-next-line */',
      '// @ts-expect-error old types',
      '// prettier-ignore',
      '// biome-ignore lint: why',
      '// @ts-ignore\n  // eslint-disable-next-line',
    ])
      assert.equal(
        run(inHandler(`// Why.\n  ${other}\n  ${wrong}`), '{ a: 1', ON_LINE),
        inHandler(`// Why.\n  ${comment}\n  ${other}\n  ${wrong}`),
      );
  });

  it('takes no string for such a comment', () => {
    const text = inHandler(`log('status-lens-disable-next-line no-double-response');\n  ${wrong}`);
    assert.equal(run(text, '{ a: 1', ON_LINE), text.replace(`  ${wrong}`, `  ${comment}\n  ${wrong}`));
  });

  it('stands inside the line where the line begins in a template', () => {
    const text = inHandler('const a = `\n  `; res.status(204).json({ a });');
    assert.equal(
      run(text, '{ a }', ON_LINE),
      text.replace('{ a }', `/* status-lens-disable-line ${BODY_RULE} */ { a }`),
    );
  });

  it('has braces among JSX children', () => {
    const text = inHandler(
      'const list = (\n    <ul>\n      <li onClick={() => res.status(204).json({ a: 1 })}>x</li>\n    </ul>\n  );',
    );
    const braced = `      {/* status-lens-disable-next-line ${BODY_RULE} */}\n      <li`;
    assert.equal(run(text, '{ a: 1', ON_LINE), text.replace('      <li', braced));
  });

  it('has braces before an expression among JSX children too, above the comment of another tool', () => {
    const list = (...above: string[]): string =>
      inHandler(
        `return (\n    <ul>\n      ${[...above, `{a.map(() => ${wrong.slice(0, -1)})}`].join('\n      ')}\n    </ul>\n  );`,
      );
    const other = '{/* eslint-disable-next-line */}';
    const braced = `{/* status-lens-disable-next-line ${BODY_RULE} */}`;
    assert.equal(run(list(), '{ a: 1', ON_LINE), list(braced));
    assert.equal(run(list(other), '{ a: 1', ON_LINE), list(braced, other));
  });

  it('extends the comment among JSX children', () => {
    const list = (rules: string): string =>
      inHandler(
        `return (\n    <ul>\n      {/* status-lens-disable-next-line ${rules} */}\n      <li onClick={() => ${wrong.slice(0, -1)}} />\n    </ul>\n  );`,
      );
    assert.equal(run(list('no-double-response'), '{ a: 1', ON_LINE), list(`no-double-response, ${BODY_RULE}`));
  });

  it('in the whole file stands before all else, behind what the system reads', () => {
    const line = `// status-lens-disable-file ${BODY_RULE}\n`;
    assert.equal(run(inHandler(wrong), '{ a: 1', IN_FILE), line + inHandler(wrong));
    assert.equal(
      run(`#!/usr/bin/env node\n${inHandler(wrong)}`, '{ a: 1', IN_FILE),
      `#!/usr/bin/env node\n${line}${inHandler(wrong)}`,
    );
  });

  it('in the whole file extends the comment that is there', () => {
    const text = (rules: string): string => `// status-lens-disable-file ${rules} -- old\n${inHandler(wrong)}`;
    assert.equal(run(text('no-double-response'), '{ a: 1', IN_FILE), text(`no-double-response, ${BODY_RULE}`));
  });

  it('in a block extends the comments at both of its ends, before their reasons', () => {
    for (const [opening, closing] of [
      ['/* status-lens-disable RULES -- old clients */', '/* status-lens-enable RULES -- new ones */'],
      ['// status-lens-disable RULES', '// status-lens-enable'],
      ['// status-lens-disable RULES', '// There is no end.'],
    ] as const) {
      const block = (rules: string): string =>
        `${HEAD}${opening}\n${inHandler(wrong).slice(HEAD.length)}${closing}\n`.replaceAll('RULES', rules);
      assert.equal(run(block('no-double-response'), '{ a: 1', IN_BLOCK), block(`no-double-response, ${BODY_RULE}`));
    }
  });

  it('in a block extends the innermost one, and is offered in none else', () => {
    const inner = (rules: string): string =>
      inHandler(
        `// status-lens-disable no-unsent-status\n  // status-lens-disable ${rules}\n  ${wrong}\n  // status-lens-enable`,
      );
    const before = inner('no-double-response');
    assert.equal(run(before, '{ a: 1', IN_BLOCK), inner(`no-double-response, ${BODY_RULE}`));
    for (const other of ['', '// status-lens-disable no-double-response\n  // status-lens-enable\n  '])
      assert.equal(
        actionsAt(inHandler(other + wrong), '{ a: 1').some(({ title }) => title === IN_BLOCK),
        false,
      );
  });

  it('keeps the line ends of the file', () => {
    const text = inHandler(wrong).replaceAll('\n', '\r\n');
    assert.equal(run(text, '{ a: 1', ON_LINE), inHandler(`${comment}\n  ${wrong}`).replaceAll('\n', '\r\n'));
  });
});

describe('the safe repairs of a file', () => {
  it('are applied together, and suggestions are not among them', () => {
    const text = inHandler(
      `if (!req.body.a) return res.json({ error: 'No a' });\n  ${wrong} // status-lens-disable-line no-double-response`,
    );
    const { edits, source } = { edits: getSafeEdits(analyze({ path: 'src/app.ts', text })), source: text };
    assert.equal(
      applyEdits(source, edits),
      inHandler("if (!req.body.a) return res.json({ error: 'No a' });\n  res.status(204).end();"),
    );
  });
});
