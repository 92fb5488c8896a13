import assert from 'node:assert/strict';
import {
  analyze,
  createProject,
  defaultSettings,
  findHover,
  type Hover,
  noHost,
  type Project,
  statusCodes,
} from '../../server/src/engine/index.ts';

/** A project of a few files, by path. */
function projectOf(files: Readonly<Record<string, string>>): Project {
  return createProject({ ...noHost, readFile: (path) => files[path], isFile: (path) => path in files });
}

/** The hover at the `|` of a file. */
function hoverAt(
  marked: string,
  files: Readonly<Record<string, string>> = {},
  path = '/shop/src/routes/app.ts',
): Hover {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const project = projectOf({ ...files, [path]: text });
  const hover = findHover(analyze({ path, text }, undefined, project), project, offset);
  assert.ok(hover, `No hover in ${marked}`);
  return hover;
}

/** The line of a hover that tells of the code around the status. */
function here(hover: Hover): string | undefined {
  return hover.head.split('\n\n')[1];
}

const inHandler = (statements: string): string => `import express from 'express';
const app = express();
app.get('/users/:id', async (req, res, next) => {
  ${statements}
});
`;

describe('the hover of a status', () => {
  it('tells name, class and meaning in its first line', () => {
    const [first] = hoverAt(inHandler('res.sendStatus(4|04);')).head.split('\n\n');
    assert.match(first ?? '', /^\*\*404 Not Found\*\* · client error · [A-Z].*\.$/);
  });

  it('proposes what the team has chosen', () => {
    const marked = inHandler("if (!req.body.name) return res.status(4|00).json({ error: 'A name is needed' });");
    const path = '/shop/src/routes/app.ts';
    const text = marked.replace('|', '');
    const project = projectOf({ [path]: text });
    const policy = { ...defaultSettings.policy, validationStatus: '422' } as const;
    const hover = findHover(analyze({ path, text }, undefined, project), project, marked.indexOf('|'), policy);
    assert.match(hover?.head ?? '', /malformed or missing input; 422 Unprocessable Content fits\.$/);
    assert.equal(hover?.actions[0]?.title, 'Answer 422 Unprocessable Content');
  });

  it('tells the framework with its version, and the route', () => {
    const files = { '/shop/package.json': '{ "dependencies": { "express": "^4.19.0" } }' };
    assert.equal(here(hoverAt(inHandler('res.sendStatus(4|04);'), files)), 'Here: Express 4, `GET /users/:id`.');
  });

  it('tells why the branch runs, and that the status says so', () => {
    const code = inHandler('const user = await User.findById(req.params.id); if (!user) res.sendStatus(4|04);');
    assert.equal(
      here(hoverAt(code)),
      'Here: Express, `GET /users/:id`. This branch runs when `!user`: the resource does not exist; 404 Not Found says so.',
    );
  });

  it('names the codes that fit why the branch runs, and offers them', () => {
    const code = inHandler('const user = await User.findById(req.params.id); if (!user) res.sendStatus(4|00);');
    const hover = hoverAt(code);
    assert.equal(
      here(hover),
      'Here: Express, `GET /users/:id`. This branch runs when `!user`: the resource does not exist; 404 Not Found or 410 Gone fits.',
    );
    assert.deepEqual(
      hover.actions.map(({ title }) => title),
      ['Answer 404 Not Found', 'Answer 410 Gone', 'prefer-not-found-for-missing', 'Look it up'],
    );
  });

  it('names the helper through which the answer is given, with its file', () => {
    const files = {
      '/shop/src/lib/errors.ts':
        'export function sendError(res, status, message) { res.status(status).json({ message }); }',
    };
    const code = `import { sendError } from '../lib/errors';\n${inHandler("sendError(res, 4|09, 'taken');")}`;
    assert.equal(here(hoverAt(code, files)), 'Here: Express, `GET /users/:id`, through `sendError` in lib/errors.ts.');
  });

  it('names the error class behind the answer, also where the status is not written', () => {
    const files = {
      '/shop/src/lib/errors.ts':
        'export class NotFound extends Error { constructor(text) { super(text); this.status = 404; } }',
    };
    const code = `import { NotFound } from '../lib/errors';\n${inHandler("throw new Not|Found('nobody');")}`;
    const hover = hoverAt(code, files);
    assert.match(hover.head, /^\*\*404 Not Found/);
    assert.equal(here(hover), 'Here: Express, `GET /users/:id`, through `NotFound` in lib/errors.ts.');
  });

  it('tells which classes a comparison by size is about', () => {
    assert.equal(
      here(hoverAt('if (res.status >= 4|00) retry();')),
      'Here: the bound of a range of statuses, 4xx, 5xx.',
    );
    assert.equal(here(hoverAt('if (3|00 > res.status) go();')), 'Here: the bound of a range of statuses, 1xx, 2xx.');
    assert.equal(here(hoverAt('if (res.status > 4|04) go();')), 'Here: the bound of a range of statuses.');
  });

  it('tells what other statuses are there for', () => {
    assert.equal(here(hoverAt('if (res.status === 4|04) retry();')), 'Here: compared with the status that came back.');
    assert.equal(here(hoverAt('expect(res.status).toBe(4|04);')), 'Here: the status that a test expects.');
    assert.equal(here(hoverAt('/** @response 4|04 */')), 'Here: declared as one of the answers.');
    assert.equal(
      here(hoverAt("const none = new Response('', { status: 4|04 });")),
      'Here: the status of an answer or of an error.',
    );
  });

  it('tells only what they mean where more than two codes are possible', () => {
    const hover = hoverAt(
      inHandler('const code = req.query.a ? 200 : req.query.b ? 201 : 202; res.sendStatus(co|de);'),
    );
    assert.match(hover.head, /^\*\*200 OK/);
    assert.deepEqual(
      hover.page.split('\n\n---\n\n').map((part) => /\*\*(.*?)\*\*/.exec(part)?.[1]),
      ['201 Created', '202 Accepted'],
    );
  });

  it('lists for every code what a person must learn of it', () => {
    for (const {
      code,
      reasonPhrase,
      registration,
      specification,
      useWhen,
      notWhen,
      confusedWith,
      fields,
      example,
    } of statusCodes) {
      if (code > 599 || registration === 'vendor') continue;
      const { head, page } = hoverAt(`if (res.status === ${String(code).replace(/^./, '$&|')}) go();`);
      assert.match(head, new RegExp(`^\\*\\*${code} ${reasonPhrase.replace(/[()]/g, '\\$&')}\\*\\* · `));
      const expected = [
        ...useWhen,
        ...notWhen,
        ...confusedWith.map(({ tell }) => tell),
        ...fields.map(({ why }) => why),
        ...(example ? [`\`\`\`http\n${example}\n\`\`\``] : []),
        ...(specification ? [specification.url] : []),
        '**Retry:**',
        '**Cache:**',
      ];
      for (const text of expected) assert.ok(page.includes(text), `${code}: ${text}`);
    }
  });
});
