import type { QuietPlace } from './quiet-place.ts';

/** Handlers that answer once a count of their own says that the work is done. */
const COUNTS: readonly QuietPlace[] = (
  [
    [
      'a count of what the loop has done is as large as the list',
      `let added = 0;
  for (const one of req.body) {
    await store(one);
    added++;
    if (added === req.body.length) res.status(201).json({ added });
  }`,
    ],
    [
      'a callback counts its turns, and the handler asks behind it',
      `let added = 0;
  req.body.forEach((one) => {
    store(one);
    added += 1;
  });
  if (added >= req.body.length) return res.status(201).end();`,
    ],
    [
      'a count that is kept in an object',
      `const state = { done: 0 };
  for (const one of req.body) {
    await store(one);
    state.done = state.done + 1;
  }
  if (state.done === req.body.length) res.json(state);`,
    ],
    [
      'a count goes down to nothing',
      `let left = req.body.length;
  req.body.forEach((one) => {
    store(one);
    if (--left === 0) res.status(201).end();
  });`,
    ],
    [
      'the results are as many as what was asked for',
      `const stored = [];
  for (const one of req.body) stored.push(await store(one));
  if (stored.length === req.body.length) res.json(stored);`,
    ],
    [
      'the last turn of a loop answers',
      `for (let index = 0; index < req.body.length; index++) {
    await store(req.body[index]);
    if (index === req.body.length - 1) res.status(201).end();
  }`,
    ],
    [
      'the last turn of a callback answers',
      `req.body.forEach((one, index) => {
    store(one);
    if (index + 1 === req.body.length) res.status(201).end();
  });`,
    ],
  ] as const
).map(([title, body]) => [
  'no-unanswered-path',
  title,
  `
import express from 'express';
const app = express();
app.post('/things', async (req, res) => {
  if (!req.body) return res.sendStatus(400);
  ${body}
});
`,
]);

/** Functions of Fastify that are waited for, call on, or let somebody else answer. */
const FASTIFY: readonly QuietPlace[] = (
  [
    ['an async hook lets the request pass', "app.addHook('preHandler', async (request, reply) => {"],
    ['a hook calls on', "app.addHook('preHandler', (request, reply, done) => {", 'done();'],
    ['a hook gives a promise back', "app.addHook('preHandler', (request, reply) => {", 'return load(request);'],
    ['a value is sent', "app.get('/', (request, reply) => {", 'return { found: true };'],
    ['an error that is given back is sent', 'app.setErrorHandler((error, request, reply) => {', 'return error;'],
    [
      'another error handler is called',
      'app.setErrorHandler(function (error, request, reply) {',
      'this.last(error, reply);',
    ],
    ['the reply is taken over', "app.get('/', (request, reply) => {", 'reply.hijack();'],
    ['what a plug-in has added may answer', "app.get('/', (request, reply) => {", 'reply.success({});'],
    [
      'an async hook lets the failure of an optional check go',
      "app.addHook('preHandler', async (request, reply) => {",
      'try { await request.jwtVerify(); } catch (error) { log(error); }',
    ],
    [
      'an async handler whose success has nothing to tell lets a failure go',
      "app.post('/', async (request, reply) => {",
      'try { await tidy(); } catch (error) { log(error); }',
    ],
    [
      'an async handler sets the status of the failure, which is sent at its end',
      "app.post('/', async (request, reply) => {",
      'try { return await load(); } catch { reply.code(502); }',
    ],
    ['a function is called by handlers that wait for it', 'const check = (request, reply) => {', ''],
  ] as const
).map(([title, head, last = '']) => [
  'no-unanswered-path',
  `Fastify: ${title}`,
  `
import Fastify from 'fastify';
const app = Fastify();
${head}
  if (!request.headers.key) return reply.code(401).send({ error: 'No key' });
  ${last}
}${head.startsWith('const') ? '' : ')'};
`,
]);

/** Hooks around an answer that others have given. */
const AROUND: readonly QuietPlace[] = [
  [
    'no-unsent-status',
    'Fastify: a hook that is given the payload changes the status of what is being sent',
    `
import Fastify, { FastifyReply } from 'fastify';
const app = Fastify();
app.addHook('onSend', (request, reply: FastifyReply, payload, done) => {
  if (isFresh(request, payload)) reply.code(304);
  done(null, payload);
});
app.get('/', async () => ({ found: true }));
`,
  ],
  [
    'no-unanswered-path',
    'Fastify: a hook that is given the error calls on behind a catch clause',
    `
import Fastify from 'fastify';
const app = Fastify();
app.addHook('onError', (request, reply, error, done) => {
  try {
    if (isOld(request)) reply.send({ error: 'Gone' });
  } catch (failure) {
    report(failure);
  }
  done();
});
`,
  ],
];

/** Paths that end without an answer of their own. */
export const QUIET_PATHS: readonly QuietPlace[] = [...COUNTS, ...FASTIFY, ...AROUND];
