import assert from 'node:assert/strict';
import { demoText } from '../../client/src/views/demo-text.ts';
import { analyze, type Finding } from '../../server/src/engine/index.ts';

/** The lines of the demo on which something is found, with the rule drawn under the span. */
function draw(findings: readonly Finding[]): string {
  return findings
    .map(({ span: { start, end }, rule }) => {
      const lineStart = demoText.lastIndexOf('\n', start) + 1;
      const line = demoText.slice(lineStart, demoText.indexOf('\n', start));
      return `${line}\n${' '.repeat(start - lineStart)}${'^'.repeat(end - start)} ${rule}`;
    })
    .join('\n');
}

describe('the demo file', () => {
  const { findings } = analyze({ path: 'Untitled-1.ts', text: demoText });

  it('shows four mistakes, each of another kind, and nothing else', () => {
    assert.equal(
      draw(findings),
      `    return res.status(500).json({ error: 'An e-mail address and a name are required' });
                      ^^^ no-server-error-for-client-error
    return res.status(200).json({ success: false, message: 'This e-mail address is taken' });
                                  ^^^^^^^^^^^^^^ no-error-body-with-success
    return res.status(400).json({ error: 'There is no such user' });
                      ^^^ prefer-not-found-for-missing
  res.status(204).json({ deleted: true });
                       ^^^^^^^^^^^^^^^^^ no-body-with-bodyless-status`,
    );
  });

  it('lets each of them be repaired', () => {
    assert.deepEqual(
      findings.map(({ fixes: [first] }) => first?.title),
      [
        'Answer 400 Bad Request: `email` is missing',
        'Answer 409 Conflict: `existing` was found',
        'Answer 404 Not Found: `user` was not found',
        'Drop the body that 204 No Content cannot carry',
      ],
    );
  });

  it('is right once each first repair was applied', () => {
    const edits = findings.flatMap(({ fixes: [first] }) => first?.edits ?? []);
    const text = [...edits]
      .sort((a, b) => b.span.start - a.span.start)
      .reduce((whole, { span, text: put }) => whole.slice(0, span.start) + put + whole.slice(span.end), demoText);
    assert.deepEqual(analyze({ path: 'Untitled-1.ts', text }).findings, []);
  });
});
