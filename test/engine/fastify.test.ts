import assert from 'node:assert/strict';
import { analyzeIn, repair } from './applied-fix.ts';
import { assertAnswers } from './drawn-responses.ts';

const FASTIFY = { 'package.json': '{ "dependencies": { "fastify": "^5.0.0" } }' };

describe('Fastify', () => {
  it('answers through the reply, and with what a handler returns', () => {
    assertAnswers(
      `
import Fastify from 'fastify';
const app = Fastify({ logger: true });
app.get('/users/:id', { schema: {} }, async (request, reply) => {
  const user = await users.find(request.params.id);
  if (!user) return reply.code(404).send({ error: 'Nobody' });
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 404 by response of GET /users/:id
  if (user.gone) {
    reply.code(410);
    return { error: 'Gone' };
           ^^^^^^^^^^^^^^^^^ 410 by return of GET /users/:id
  }
  return user;
         ^^^^ 200 implicit by return of GET /users/:id
});
`,
      FASTIFY,
    );
  });

  it('takes routes as objects, and hooks and error handlers with parameters of their own', () => {
    assertAnswers(
      `
import type { FastifyInstance } from 'fastify';
export default async function routes(f: FastifyInstance) {
  f.route({
    method: 'POST',
    url: '/orders',
    preHandler: [(request, reply, done) => (request.user ? done() : reply.code(401).send())],
                                                                    ^^^^^^^^^^^^^^^^^^^^^^ 401 by response of POST /orders
    handler: async function (request, reply) {
      return reply.status(201).send(await create(request.body));
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 201 by response of POST /orders
    },
  });
  f.setErrorHandler((error, request, reply) => {
    if (error.validation) return reply.status(422).send({ error: 'invalid' });
                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 422 by response
    reply.send(error);
    ^^^^^^^^^^^^^^^^^ unknown by response
  });
}
`,
      FASTIFY,
    );
  });

  it('reads the errors of its plugins: sensible, @fastify/error, and whatever carries a status', () => {
    assertAnswers(
      `
import createError from '@fastify/error';
const Taken = createError('TAKEN', 'It is taken', 409);
export default async function routes(fastify) {
  fastify.get('/a', async (request, reply) => {
    if (request.query.a) return reply.notFound('Nobody');
                                ^^^^^^^^^^^^^^^^^^^^^^^^ 404 by response of GET /a
    if (request.query.b) throw fastify.httpErrors.forbidden();
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 403 by throw of GET /a
    if (request.query.c) return fastify.httpErrors.createError(418, 'Tea');
                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 418 by return of GET /a
    throw new Taken();
    ^^^^^^^^^^^^^^^^^^ 409 by throw of GET /a
  });
}
`,
      FASTIFY,
    );
  });

  it('leaves alone what hooks return, replies that a callback has, and values that the file itself uses', () => {
    assertAnswers(
      `
import Fastify from 'fastify';
const app = Fastify();
app.addHook('onRequest', async (request, reply) => {
  return request;
});
app.get('/later', (request, reply) => find().then((found) => reply.send(found)));
                                                             ^^^^^^^^^^^^^^^^^ 200 implicit by response of GET /later
async function load(request, reply) {
  return { reply };
}
app.get('/loaded', async (request, reply) => {
  const { user } = await load(request, reply);
  return reply.code(200).send(user);
         ^^^^^^^^^^^^^^^^^^^^^^^^^^ 200 by response of GET /loaded
});
`,
      FASTIFY,
    );
  });

  it('tells a redirection by the order of its arguments, which differs between versions', () => {
    const handler = (four: string): string => `
import Fastify from 'fastify';
const app = Fastify();
app.get('/', (request, reply) => reply.redirect(301, '/x'));
                                 ^^^^^^^^^^^^^^^^^^^^^^^^^ ${four} by response of GET /
`;
    assertAnswers(handler('500'), FASTIFY);
    assertAnswers(handler('301'), { 'package.json': '{ "dependencies": { "fastify": "^4.0.0" } }' });
  });

  describe('a fix', () => {
    const file = (answer: string): string => `import Fastify from 'fastify';
const app = Fastify();
app.post('/users', async (request, reply) => {
  const existing = await User.findOne({ email: request.body.email });
  if (existing) {
    ${answer}
  }
});
`;
    for (const [what, before, after] of [
      [
        'replaces the status',
        "return reply.code(400).send({ error: 'Taken' });",
        "return reply.code(409).send({ error: 'Taken' });",
      ],
      [
        'sets one before the answer',
        "return reply.send({ error: 'Taken' });",
        "return reply.code(409).send({ error: 'Taken' });",
      ],
      [
        'sets one before what is returned',
        "return { error: 'Taken' };",
        "reply.code(409);\n    return { error: 'Taken' };",
      ],
    ] as const)
      it(what, () => {
        const rule = before.includes('400') ? 'prefer-conflict-for-duplicate' : 'no-error-body-with-success';
        assert.equal(repair({ 'src/app.ts': file(before), ...FASTIFY }, rule), file(after));
      });

    it('drops the body of a status that has none', () => {
      const remove = (answer: string): string => `import Fastify from 'fastify';
const app = Fastify();
app.delete('/users', async (request, reply) => ${answer});
`;
      assert.equal(
        repair(
          { 'src/app.ts': remove('reply.code(204).send({ ok: true })'), ...FASTIFY },
          'no-body-with-bodyless-status',
        ),
        remove('reply.code(204).send()'),
      );
    });

    it('answers a failure that an async function lets go, for which Fastify would send an empty 200', () => {
      const find = (answer: string): string => `import Fastify from 'fastify';
const app = Fastify();
app.get('/users', async (request, reply) => {
  try {
    return await users.find();
  } catch (error) {
    request.log.error(error);${answer}
  }
});
`;
      const answer = "\n    reply.code(500).send({ error: 'Internal Server Error' });";
      assert.equal(repair({ 'src/app.ts': find(''), ...FASTIFY }, 'no-unanswered-path'), find(answer));
      assert.equal(
        analyzeIn({ 'src/app.ts': find(''), ...FASTIFY }).findings[0]?.message,
        'Nothing answers this failure, so Fastify sends 200 OK with an empty body once the async function ends. Answer an error, or throw it.',
      );
    });
  });

  it('says nothing of what older versions do otherwise: they begin error handlers with the status of the error', () => {
    const code = `import Fastify from 'fastify';
const app = Fastify();
app.setErrorHandler((error, request, reply) => {
  reply.send({ error: 'It failed' });
});
app.get('/users', async (request, reply) => {
  try {
    return await users.find();
  } catch (error) {
    request.log.error(error);
  }
});
`;
    const rulesOf = (version: string): readonly string[] =>
      analyzeIn({ 'src/app.ts': code, 'package.json': `{ "dependencies": { "fastify": "${version}" } }` }).findings.map(
        ({ rule }) => rule,
      );
    assert.deepEqual(rulesOf('^3.29.0'), []);
    assert.deepEqual(rulesOf('^5.0.0'), ['no-error-body-with-success', 'no-unanswered-path']);
  });
});
