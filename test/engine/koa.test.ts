import assert from 'node:assert/strict';
import { analyzeIn, repair } from './applied-fix.ts';
import { assertAnswers } from './drawn-responses.ts';

const KOA = { 'package.json': '{ "dependencies": { "koa": "^3.0.0", "@koa/router": "^15.0.0" } }' };

describe('Koa', () => {
  it('sends what a context holds at the end, whatever the order in which it was set', () => {
    assertAnswers(
      `
import Router from '@koa/router';
const router = new Router();
router.get('/users/:id', async (ctx) => {
  const user = await users.find(ctx.params.id);
  if (!user) {
    ctx.body = { error: 'Nobody' };
    ctx.status = 404;
    ^^^^^^^^^^^^^^^^ 404 by response of GET /users/:id
    return;
  }
  if (user.gone) {
    ctx.status = 410;
    ^^^^^^^^^^^^^^^^ 410 by response of GET /users/:id
    return;
  }
  ctx.body = user;
  ^^^^^^^^^^^^^^^ 200 implicit by response of GET /users/:id
});
`,
      KOA,
    );
  });

  it('gives each of several statuses an answer of its own', () => {
    assertAnswers(
      `
import Router from '@koa/router';
const router = new Router();
router.post('/users', async (ctx) => {
  try {
    ctx.body = await users.create(ctx.request.body);
    ctx.status = 201;
    ^^^^^^^^^^^^^^^^ 201 by response of POST /users
  } catch (error) {
    if (error.code === 11000) ctx.status = 409;
                              ^^^^^^^^^^^^^^^^ 409 by response of POST /users
    else ctx.status = 500;
         ^^^^^^^^^^^^^^^^ 500 by response of POST /users
    ctx.body = { error: 'Failed' };
  }
});
`,
      KOA,
    );
  });

  it('throws by the context, which the clause of a try block may turn into something else', () => {
    assertAnswers(
      `
import Router from '@koa/router';
const router = new Router();
router.get('/a', async (ctx) => {
  ctx.assert(ctx.query.id, 400, 'id is missing');
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 400 by throw of GET /a
  try {
    if (!find(ctx.query.id)) ctx.throw(404);
                             ^^^^^^^^^^^^^^ 404 prepared by throw of GET /a
    ctx.body = 'fine';
    ^^^^^^^^^^^^^^^^^ 200 implicit by response of GET /a
  } catch (error) {
    ctx.status = 422;
    ^^^^^^^^^^^^^^^^ 422 by response of GET /a
    ctx.body = { error: 'No' };
  }
});
`,
      KOA,
    );
  });

  it('finds functions in other files by the context that they set, and helpers that are given one', () => {
    assertAnswers(
      `
import { fail } from './fail';
export const show = async (ctx) => {
  if (!ctx.state.user) return fail(ctx, 401, 'Who are you?');
                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 401 by helper
  ctx.body = ctx.state.user;
  ^^^^^^^^^^^^^^^^^^^^^^^^^ 200 implicit by response
};
export const draw = (ctx) => ctx.fill();
`,
      {
        ...KOA,
        'src/fail.ts': 'export function fail(ctx, status, message) { ctx.status = status; ctx.body = { message }; }',
      },
    );
  });

  it('knows a context by the body that is set where nothing names Koa, as in what is built on it', () => {
    assertAnswers(`
export class UserController {
  async show(ctx) {
    ctx.status = 203;
    ^^^^^^^^^^^^^^^^ 203 by response
    ctx.body = await this.users.find(ctx.params.id);
  }
}
`);
  });

  it('leaves alone contexts of another kind', () => {
    assertAnswers(`
export const render = (ctx) => { ctx.status = 'busy'; ctx.redirect('/x'); };
`);
  });

  it('reads the status of an error out of a table of another file, by the key that is given', () => {
    const codes = Array.from({ length: 14 }, (_, index) => `CODE_${index}: ${400 + index}`).join(', ');
    assertAnswers(
      `
import { Problem } from './problem';
export const show = (ctx) => {
  if (!ctx.query.id) throw new Problem('CODE_4');
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 404 by throw
  ctx.body = 'fine';
  ^^^^^^^^^^^^^^^^^ 200 implicit by response
};
`,
      {
        ...KOA,
        'src/problem.ts': `import { STATUSES } from './statuses';
export class Problem extends Error { constructor(code) { super(code); this.status = STATUSES[code]; } }`,
        'src/statuses.ts': `export const STATUSES = { ${codes} };`,
      },
    );
  });

  it('is read in a file that does nothing but assert', () => {
    assertAnswers(
      `
export default (ctx, next) => {
  ctx.assert(ctx.state.user, 401);
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 401 by throw
  return next();
};
`,
      KOA,
    );
  });

  it('sends the message of an error that the client caused, and keeps that of any other to itself', () => {
    const file = (status: number): string => `import Router from '@koa/router';
const router = new Router();
router.post('/users', async (ctx) => {
  try {
    ctx.body = await users.create(ctx.request.body);
  } catch (error) {
    ctx.throw(${status}, error.message);
  }
});
`;
    const leaks = (status: number): number =>
      analyzeIn({ 'src/app.ts': file(status), ...KOA }).findings.filter(({ rule }) => rule === 'no-internal-error-leak')
        .length;
    assert.deepEqual([leaks(422), leaks(500)], [1, 0]);
  });

  it('sends the message of an error that is thrown with a status that clients see, and none of it with another', () => {
    const file = (status: number): string => `import Router from '@koa/router';
const router = new Router();
router.post('/users', async (ctx) => {
  try {
    ctx.body = await users.add(ctx.request.body);
  } catch (error) {
    ctx.throw(${status}, error);
  }
});
`;
    const leaks = (status: number): readonly string[] =>
      analyzeIn({ 'src/app.ts': file(status), ...KOA })
        .findings.filter(({ rule }) => rule === 'no-internal-error-leak')
        .map(({ message }) => message.split(':')[0] ?? '');
    assert.deepEqual(leaks(400), ['This sends the message of an unknown error to the client']);
    assert.deepEqual(leaks(500), []);
  });

  describe('a fix', () => {
    const file = (...answer: readonly string[]): string => `import Router from '@koa/router';
const router = new Router();
router.post('/users', async (ctx) => {
  const existing = await User.findOne({ email: ctx.request.body.email });
  if (existing) {
    ${answer.join('\n    ')}
    return;
  }
});
`;
    it('replaces the status', () => {
      const body = "ctx.body = { error: 'Taken' };";
      assert.equal(
        repair({ 'src/app.ts': file('ctx.status = 400;', body), ...KOA }, 'prefer-conflict-for-duplicate'),
        file('ctx.status = 409;', body),
      );
    });

    it('sets one in a statement of its own', () => {
      const body = "ctx.body = { error: 'Taken' };";
      assert.equal(
        repair({ 'src/app.ts': file(body), ...KOA }, 'no-error-body-with-success'),
        file('ctx.status = 409;', body),
      );
    });

    it('drops the body of a status that has none', () => {
      assert.equal(
        repair(
          { 'src/app.ts': file('ctx.status = 204;', 'ctx.body = { ok: true };'), ...KOA },
          'no-body-with-bodyless-status',
        ),
        file('ctx.status = 204;', 'ctx.body = null;'),
      );
    });
  });
});
