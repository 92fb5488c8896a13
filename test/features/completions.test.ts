import assert from 'node:assert/strict';
import {
  type Completion,
  type CompletionList,
  type CompletionTrigger,
  createProject,
  defaultSettings,
  describeCompletion,
  findCompletions,
  noHost,
  statusCodes,
} from '../../server/src/engine/index.ts';

/** The list at the `|` of a file, with what it takes the place of. */
function completeAt(
  marked: string,
  trigger: CompletionTrigger = 'typed',
  path = 'src/app.ts',
): (CompletionList & { readonly text: string }) | undefined {
  const offset = marked.indexOf('|');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const list = findCompletions({ path, text }, createProject(noHost), offset, trigger);
  return list && { ...list, text };
}

/** The code at the `|` after an entry was taken, with the edits elsewhere. */
function accept(marked: string, code: number): string {
  const list = completeAt(marked);
  const item = list?.items.find((one) => one.code === code);
  assert.ok(list && item);
  const edits = [...item.edits, { span: list.replaced, text: item.text }].sort((a, b) => b.span.start - a.span.start);
  return edits.reduce(
    (text, { span, text: written }) => text.slice(0, span.start) + written + text.slice(span.end),
    list.text,
  );
}

function firstCodes(marked: string, count: number): readonly number[] {
  return (completeAt(marked)?.items ?? []).slice(0, count).map(({ code }) => code);
}

const inHandler = (statements: string, method = 'post'): string => `import express from 'express';
const app = express();
app.${method}('/users/:id', async (req, res, next) => {
  ${statements}
});
`;

describe('completion of a status', () => {
  const opened: Readonly<Record<string, string>> = {
    'behind the parenthesis of a method that sets it': inHandler('res.status(|)'),
    'in half-typed code': inHandler('if (!req.body) return res.status(|'),
    'before the rest of a chain': inHandler('res.status(|.json({ ok: true });'),
    'at a digit': inHandler("res.status(4|).json({ error: 'x' });"),
    'as the whole answer': inHandler('res.sendStatus(|)'),
    'in an assignment': inHandler('res.statusCode = 4|'),
    'at a digit in an error that is known by its name': inHandler('throw new HttpException(4|);'),
    'as an argument of an error': `import createError from 'http-errors';\n${inHandler('throw createError(|)')}`,
    'behind the parenthesis of a decorator that sets it': `import { HttpCode, JsonController, Post } from 'routing-controllers';\n@JsonController() class Users { @HttpCode(|) @Post() make() {} }`,
    'in one branch of a choice': inHandler('res.status(req.body.a ? 2| : 404).end();'),
    'in a redirection': inHandler("res.redirect(3|, '/login');"),
    'as an argument of a helper': `const fail = (res, status) => res.status(status).end();\n${inHandler('fail(res, 4|);')}`,
    'in a comparison': 'if (res.status === 4|) retry();',
    'in a case': 'switch (res.status) { case 4|: retry(); }',
    'in the expectation of supertest': "await request(app).get('/users').expect(|);",
    'in the expectation of a matcher': 'expect(res.status).toBe(|);',
    'in the options of a response': "new Response('none', { status: 4| });",
    'in a list of statuses': 'if ([4|].includes(res.status)) retry();',
    'in the status code of an object': 'return { statusCode: 4|, headers: {} };',
  };
  for (const [where, code] of Object.entries(opened))
    it(`opens ${where}`, () => {
      const list = completeAt(code);
      assert.equal(list?.items.length, statusCodes.length);
    });

  const closed: Readonly<Record<string, string>> = {
    'behind the parenthesis of another call': inHandler('getUser(|)'),
    'behind the parenthesis of another method of the response': inHandler('res.json(|)'),
    'at a number of another argument': inHandler('setTimeout(done, 4|);'),
    'at the port': inHandler('app.listen(4|);'),
    'at a constant': 'const limit = 4|;',
    'at a variable that is called status': 'let status = 4|;',
    'at a status that may be of anything': 'const order = { id: 7, status: 1| };',
    'behind the parenthesis of a condition': inHandler('if (|)'),
    'behind the parenthesis of an expectation': 'expect(|)',
    'at a longer number': inHandler('res.status(4040|);'),
    'at a member of a table': inHandler('res.status(StatusCodes.4|);'),
    'behind the parenthesis of an error that begins with its message': inHandler('throw new HttpException(|);'),
    'at an argument of an error that has its own status': inHandler('throw new RangeError(4|);'),
    'at an argument of an error whose class is its status': `import { BadRequestException } from '@nestjs/common';\n${inHandler('throw new BadRequestException(|);')}`,
    'in a text': inHandler("res.json({ error: '4|' });"),
    'in a comment': inHandler('// see (4|'),
    'at a key': 'const names = { 4|: 1 };',
    'at another comparison': 'if (list.length === 4|) go();',
    'in a file without a word of HTTP': 'sum(1|)',
  };
  for (const [where, code] of Object.entries(closed))
    it(`stays closed ${where}`, () => assert.equal(completeAt(code), undefined));

  it('comes where a status may be of anything, if it is asked for', () => {
    assert.ok(completeAt('const order = { id: 7, status: | };', 'asked'));
  });

  it('begins with the codes that fit why the branch runs', () => {
    const list = completeAt(
      inHandler('const user = await User.findById(req.params.id); if (!user) return res.status(|)'),
    );
    assert.deepEqual(
      list?.items.slice(0, 2).map(({ code }) => code),
      [404, 410],
    );
    assert.equal(list?.items[0]?.detail, 'the resource does not exist');
    assert.deepEqual(list?.items.map(({ preferred }) => preferred).slice(0, 2), [true, false]);
  });

  it('begins with the code that the team has chosen, and goes on with those of other teams', () => {
    const marked = inHandler("if (!req.body.name) return res.status(|).json({ error: 'A name is needed' })", 'post');
    const offset = marked.indexOf('|');
    const source = { path: 'src/app.ts', text: marked.replace('|', '') };
    const complete = (policy: Partial<typeof defaultSettings.policy>): readonly number[] => {
      const chosen = { ...defaultSettings.policy, ...policy };
      const list = findCompletions(source, createProject(noHost), offset, 'typed', chosen);
      return (list?.items ?? []).slice(0, 2).map(({ code }) => code);
    };
    assert.deepEqual(complete({}), [400, 422]);
    assert.deepEqual(complete({ validationStatus: '422' }), [422, 400]);
  });

  it('begins with the successes of the method where nothing went wrong', () => {
    assert.deepEqual(firstCodes(inHandler('res.status(|).json(user)', 'post'), 2), [201, 200]);
    assert.deepEqual(firstCodes(inHandler('res.status(|).json(user)', 'get'), 1), [200]);
    assert.deepEqual(firstCodes(inHandler('res.status(|).end()', 'delete'), 1), [204]);
  });

  it('does not take a success for an error because of a check before it', () => {
    const code =
      'const taken = await User.findOne({ mail: req.body.mail }); if (taken) return res.status(409).end(); res.status(|).json(made)';
    assert.deepEqual(firstCodes(inHandler(code), 1), [201]);
  });

  it('begins with the errors of the server in a catch clause', () => {
    assert.deepEqual(firstCodes(inHandler('try { await User.find() } catch (err) { res.status(|) }'), 1), [500]);
  });

  it('takes the place of what was typed, up to the end of the word', () => {
    assert.equal(accept(inHandler('res.status(4|04).end();'), 409), inHandler('res.status(409).end();'));
    assert.equal(accept(inHandler('res.status(too ma|).end();'), 429), inHandler('res.status(429).end();'));
    assert.equal(accept(inHandler('return res.status(|'), 404), inHandler('return res.status(404'));
  });

  it('writes the constant that the file uses, with the import that it needs', () => {
    const members = `import { StatusCodes } from 'http-status-codes';\n`;
    const code = (status: string): string =>
      inHandler(`if (!req.body.id) res.status(StatusCodes.BAD_REQUEST).end(); res.status(${status}).end();`);
    assert.equal(accept(members + code('|'), 409), members + code('StatusCodes.CONFLICT'));
    const named = (names: string, status: string): string =>
      `import { ${names} } from 'http-status-codes';\n${inHandler(`if (!req.body.id) res.status(BAD_REQUEST).end(); res.status(${status}).end();`)}`;
    assert.equal(accept(named('BAD_REQUEST', '4|'), 409), named('BAD_REQUEST, CONFLICT', 'CONFLICT'));
  });

  it('writes the constants of a table that is imported and not used yet', () => {
    const tables: Readonly<Record<string, string>> = {
      "import { StatusCodes } from 'http-status-codes';": 'StatusCodes.CONFLICT',
      "import httpStatus from 'http-status';": 'httpStatus.CONFLICT',
      "import axios, { HttpStatusCode } from 'axios';": 'HttpStatusCode.Conflict',
      "const { constants: http } = require('node:http2');": 'http.HTTP_STATUS_CONFLICT',
    };
    for (const [line, written] of Object.entries(tables)) {
      const code = (status: string): string => `${line}\n${inHandler(`res.status(${status}).end();`)}`;
      assert.equal(accept(code('|'), 409), code(written));
      const compared = (status: string): string => `${line}\nif (res.status === ${status}) retry();`;
      assert.equal(accept(compared('4|'), 409), compared(written));
    }
  });

  it('writes a number where the handler does, although a table is imported', () => {
    const code = (status: string): string =>
      `import { StatusCodes } from 'http-status-codes';\n${inHandler(`if (!req.body) return res.status(400).end(); res.status(${status}).end();`)}`;
    assert.equal(accept(code('|'), 409), code('409'));
  });

  it('writes the constants of a table of the project', () => {
    const files: Readonly<Record<string, string>> = {
      '/shop/src/http.ts': 'export const HTTP = { OK: 200, NOT_FOUND: 404, CONFLICT: 409, TIMEOUT: 30 } as const;',
    };
    const path = '/shop/src/app.ts';
    const text = `import { HTTP } from './http';\n${inHandler('res.status().end();')}`;
    const host = { ...noHost, readFile: (name: string) => files[name], isFile: (name: string) => name in files };
    const list = findCompletions({ path, text }, createProject(host), text.indexOf(').end'), 'typed');
    const written = [409, 410].map((code) => list?.items.find((one) => one.code === code)?.text);
    assert.deepEqual(written, ['HTTP.CONFLICT', '410']);
  });

  it('is taken by a closing parenthesis in a call alone', () => {
    assert.deepEqual(completeAt(inHandler('res.status(|)'))?.commitCharacters, [')']);
    assert.deepEqual(completeAt('if (res.status === 4|) retry();')?.commitCharacters, []);
  });

  it('finds codes by number, by name and by what they mean', () => {
    const items = completeAt(inHandler('res.status(|)'))?.items ?? [];
    const wanted: Readonly<Record<string, number>> = {
      409: 409,
      notf: 404,
      'too many': 429,
      taken: 409,
      duplicate: 409,
      teapot: 418,
      unprocessable: 422,
      payload: 413,
      upstream: 502,
      login: 401,
    };
    for (const [typed, code] of Object.entries(wanted)) {
      const found = items.filter((item) => isFoundBy(item, typed)).map((item) => item.code);
      assert.ok(found.includes(code), `${typed} finds ${found.join()}`);
    }
  });

  it('keeps its words within what editors compare', () => {
    for (const { filter } of completeAt(inHandler('res.status(|)'))?.items ?? [])
      assert.ok(filter.length <= 128, filter);
  });

  it('describes every code', () => {
    for (const { code, reasonPhrase, summary } of statusCodes) {
      const text = describeCompletion(code);
      assert.ok(text.startsWith(`**${code} ${reasonPhrase}** · `) && text.includes(summary), text);
    }
  });
});

/** As editors filter: the typed letters follow each other, the first one at the start of a word. */
function isFoundBy({ filter }: Completion, typed: string): boolean {
  const letters = [...typed.toLowerCase()];
  const text = filter.toLowerCase();
  return [...text].some((letter, start) => {
    if (letter !== letters[0] || /\w/.test(text.charAt(start - 1))) return false;
    let at = start - 1;
    return letters.every((one) => {
      at = text.indexOf(one, at + 1);
      return at >= 0;
    });
  });
}
