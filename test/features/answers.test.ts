import assert from 'node:assert/strict';
import {
  analyze,
  createProject,
  expandSnippet,
  findCompletions,
  noHost,
  valuesOf,
} from '../../server/src/engine/index.ts';

const CODES = [200, 201, 202, 204, 400, 401, 403, 404, 409, 422, 429, 500, 502, 503, 504];

const inHandler = (statements: string, parameters = 'req, res'): string => `import express from 'express';
const app = express();
app.post('/users/:id', async (${parameters}) => {
  ${statements}
});
`;

interface Accepted {
  /** The statements as they are inserted. */
  readonly inserted: string;
  /** The file afterwards. */
  readonly text: string;
}

/** Takes the whole answer with a code at the `|`; undefined if none is offered. */
function answer(marked: string, code: number): Accepted | undefined {
  const offset = marked.indexOf('|');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const list = findCompletions({ path: 'src/app.ts', text }, createProject(noHost), offset, 'typed');
  const item = list?.items.find((one) => one.kind === 'answer' && one.code === code);
  if (!list || !item) return undefined;
  const inserted = expandSnippet(item.text);
  return { inserted, text: text.slice(0, list.replaced.start) + inserted + text.slice(list.replaced.end) };
}

describe('whole answers', () => {
  it('are offered for every code, and each answers with it and without a finding', () => {
    for (const code of CODES) {
      const accepted = answer(inHandler(`${String(code)[0]}|`), code);
      assert.ok(accepted, String(code));
      const { responses, findings } = analyze({ path: 'src/app.ts', text: accepted.text });
      assert.deepEqual(
        responses.map(({ status }) => valuesOf(status)),
        [[code]],
        accepted.text,
      );
      assert.deepEqual(findings, []);
    }
  });

  it('speak with the names of the handler', () => {
    assert.equal(
      answer(inHandler('if (!request.body) {\n    4|\n  }\n  reply.end();', 'request, reply'), 409)?.inserted,
      "reply.status(409).json({ error: 'The e-mail address is taken', field: 'email' });\nreturn;",
    );
  });

  it('leave as the file does', () => {
    assert.equal(
      answer(inHandler("if (!req.body) {\n    return res.status(400).json({ error: 'x' });\n  }\n  4|"), 404)?.inserted,
      "return res.status(404).json({ error: 'There is no such user' });",
    );
  });

  it('are written in the quotes and with the constants of the file', () => {
    const code = `import { StatusCodes } from "http-status-codes"\n${inHandler('if (!req.body) {\n    return res.status(StatusCodes.BAD_REQUEST).json({ error: "x" })\n  }\n  4|')}`;
    assert.equal(
      answer(
        code.replace(/;|'/g, (mark) => (mark === ';' ? '' : '"')),
        409,
      )?.inserted,
      'return res.status(StatusCodes.CONFLICT).json({ error: "The e-mail address is taken", field: "email" })',
    );
  });

  it('go through the helper of the project where the file answers through one', () => {
    const helper = 'const sendError = (res, status, message) => res.status(status).json({ message });\n';
    const code = helper + inHandler("if (!req.body) return sendError(res, 400, 'No body');\n  4|");
    assert.equal(answer(code, 409)?.inserted, "return sendError(res, 409, 'The e-mail address is taken');");
    assert.equal(
      answer(code, 429)?.inserted,
      "res.set('Retry-After', '60');\nreturn sendError(res, 429, 'Try again in a minute');",
    );
    // The helper was seen to tell errors alone.
    assert.equal(answer(code, 200)?.inserted, 'res.status(200).json({ id: 124 });\nreturn;');
  });

  it('are shown as they are written, and name the helper', () => {
    const helper = 'const sendError = (res, status, message) => res.status(status).json({ message });\n';
    const marked = helper + inHandler("if (!req.body) return sendError(res, 400, 'No body');\n  4|");
    const list = findCompletions(
      { path: 'src/app.ts', text: marked.replace('|', '') },
      createProject(noHost),
      marked.indexOf('|'),
      'typed',
    );
    const told = [409, 200].map((code) => list?.items.find((one) => one.code === code));
    assert.deepEqual(
      told.map((item) => item?.detail),
      ['sendError(…)', 'the whole answer'],
    );
    assert.ok(
      told[0]?.documentation?.startsWith(
        "```ts\nreturn sendError(res, 409, 'The e-mail address is taken');\n```\n\n**409 Conflict**",
      ),
    );
  });

  it('leave a helper alone whose calls hold what is known only there', () => {
    const helper = 'const sendError = (res, status, message) => res.status(status).json({ message });\n';
    const code = helper + inHandler('const user = req.body; if (!user.id) sendError(res, 400, user.name);\n  4|');
    assert.match(answer(code, 409)?.inserted ?? '', /^res\.status\(409\)\.json/);
  });

  it('come in the order of why the branch runs', () => {
    const marked = inHandler(
      'const user = await User.findById(req.params.id);\n  if (!user) {\n    4|\n  }\n  res.json(user);',
    );
    const offset = marked.indexOf('|');
    const list = findCompletions(
      { path: 'src/app.ts', text: marked.replace('|', '') },
      createProject(noHost),
      offset,
      'typed',
    );
    const first = [...(list?.items ?? [])].sort((a, b) => a.order - b.order)[0];
    assert.deepEqual([first?.code, first?.detail], [404, 'the resource does not exist']);
  });

  const absent: Readonly<Record<string, string>> = {
    'outside of handlers': '4|',
    'in a function that answers nothing': 'function add(a, b) {\n  4|\n}',
    'in an expression': inHandler('const limit = 4|;'),
    'in an object': inHandler('res.json({\n  4|\n});'),
    'where a word is typed': inHandler('con|'),
    'in a text': inHandler('res.end(`\n4|`);'),
    'in the only statement of a condition': inHandler('if (!req.body)\n    4|'),
    'at a longer number': inHandler('4090|'),
  };
  for (const [where, code] of Object.entries(absent))
    it(`are not offered ${where}`, () => assert.equal(answer(code, 409), undefined));
});
