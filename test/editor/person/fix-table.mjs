// One place for each change that a rule can ask for: in which file, what the action says, and what it makes of the code.

/** What the examples have not: Express 4, and what rules find that are off until somebody wants them. */
export const FILES = {
  'more/package.json': '{ "dependencies": { "express": "^4.21.2", "http-status-codes": "^2.3.0" } }\n',
  'more/users.js': `import express from 'express';
import { StatusCodes } from 'http-status-codes';
import { catchAsync } from './catch-async.js';
import { countUsers, findUser, listUsers } from './store.js';

const app = express();

app.get('/users', async (req, res) => {
  res.json(await listUsers());
});

app.get('/users/count', catchAsync(async (req, res) => {
  res.json({ count: await countUsers() });
}));

app.get('/users/:id', async (req, res) => {
  const user = await findUser(req.params.id);
  if (!user) return res.status(404).json({ error: 'There is no such user' });
  if (user.left) return res.status(StatusCodes.GONE).json({ error: 'The user has left' });
  res.status(StatusCodes.OK).json(user);
});
`,
  'more/uploads.js': `import express from 'express';

const Status = { CREATED: 201, PAYLOAD_TOO_LARGE: 413, CONTENT_TOO_LARGE: 413 };
const app = express();

app.post('/uploads', (req, res) => {
  if (req.body.size > 1000) return res.status(Status.PAYLOAD_TOO_LARGE).json({ error: 'Too large' });
  res.status(Status.CREATED).json(req.body);
});
`,
  'more/tools.js': `export async function tools(fastify) {
  fastify.put('/:id', { schema: { response: { 200: TOOL, 201: TOOL } } }, async (request, reply) => {
    return reply.code(200).send({ id: request.params.id });
  });
}
`,
  'more/notes.js': `import { Hono } from 'hono';
import { findNote } from './store.js';

export const notes = new Hono();

notes.get('/:id', async (c) => {
  const note = await findNote(c.req.param('id'));
  if (!note) c.json({ error: 'There is no such note' });
  return c.json(note);
});

export async function loadNote(id) {
  const response = await fetch('/notes/' + id);
  if (response.status === '404') return undefined;
  return response.json();
}
`,
};

export const SETTINGS = {
  'statusLens.rules': {
    'consistent-status-style': 'hint',
    'prefer-current-status-name': 'hint',
    'no-unused-declared-status': 'hint',
  },
};

export const FIXES = [
  {
    intent: 'setStatus',
    file: 'express/src/routes/users.ts',
    title: 'Answer 409 Conflict: `existing` was found',
    change: `
-    return res.status(200).json({ |success: false, message: 'This e-mail address is taken' });
+    return res.status(409).json({ success: false, message: 'This e-mail address is taken' });
`,
  },
  {
    intent: 'setStatus',
    file: 'express/src/routes/products.ts',
    title: 'Answer 200 OK: the list is empty',
    change: `
-    return res.status(|404).json({ error: 'No products found' });
+    return res.status(200).json(found);
`,
  },
  {
    intent: 'setStatus',
    file: 'nest/src/books.controller.ts',
    title: 'Answer 410 Gone: it was there, and is gone for good',
    change: `
   Post,
+  GoneException,
 } from '@nestjs/common';
…
-    if (!book) throw new Bad|RequestException('No such book');
+    if (!book) throw new GoneException('No such book');
`,
  },
  {
    intent: 'tellStatus',
    file: 'express/src/routes/users.ts',
    title: 'Let the body say 401',
    change: `
-    return res.status(401).json({ |success: true, user: null });
+    return res.status(401).json({ success: false, user: null });
`,
  },
  {
    intent: 'send',
    file: 'express/src/routes/users.ts',
    title: 'Send it',
    change: `
   // (rule: no-unsent-status)
-  res.|status(204);
+  res.status(204).end();
`,
  },
  {
    intent: 'removeBody',
    file: 'express/src/routes/sessions.ts',
    title: 'Drop the body that 204 No Content cannot carry',
    change: `
-  res.status(NO_CONTENT).json({ |message: 'Good-bye' });
+  res.status(NO_CONTENT).end();
`,
  },
  {
    intent: 'insertReturn',
    file: 'express/src/routes/orders.ts',
    title: 'Return here',
    change: `
     // (rule: no-double-response)
-    res.|status(422).json({ error: 'cartId names no cart with something in it' });
+    return res.status(422).json({ error: 'cartId names no cart with something in it' });
`,
  },
  {
    intent: 'insertReturn',
    file: 'more/notes.js',
    title: 'Return it with 404 Not Found',
    change: `
-  if (!note) c.|json({ error: 'There is no such note' });
+  if (!note) return c.json({ error: 'There is no such note' }, 404);
`,
  },
  {
    intent: 'modernise',
    file: 'express/src/routes/products.ts',
    title: 'Spell it as Express 4 and 5 both understand it',
    change: `
-    res.|send(404);
+    res.sendStatus(404);
`,
  },
  {
    intent: 'addHeader',
    file: 'express/src/routes/webhooks.ts',
    title: 'Add Allow',
    change: `
-  res.status(|405).json({ error: 'Method not allowed' });
+  res.status(405).set('Allow', 'GET, HEAD').json({ error: 'Method not allowed' });
`,
  },
  {
    intent: 'hideError',
    file: 'express/src/errors.ts',
    title: 'Send a text of your own, and log the error',
    change: `
-  res.status(500).json({ error: err.|message, stack: err.stack });
+  console.error(err);
+  res.status(500).json({ error: 'Internal Server Error' });
`,
  },
  {
    intent: 'setStatusFirst',
    file: 'express/src/routes/product-admin.ts',
    title: 'Set the status first',
    change: `
-  res.json(product).status(|201);
+  res.status(201).json(product);
`,
  },
  {
    intent: 'answerPath',
    file: 'express/src/routes/orders.ts',
    title: 'Answer 404 Not Found: `order` was not found',
    change: `
-  if (!order) |return;
+  if (!order) return res.status(404).json({ error: 'Not Found' });
`,
  },
  {
    intent: 'handOn',
    file: 'express/src/routes/orders.ts',
    title: 'Hand the error on with next()',
    change: `
     // (rule: no-unanswered-path)
   } |catch (error) {
     console.error(\`The receipt of \${order.id} failed:\`, error);
+    next(error);
   }
`,
  },
  {
    intent: 'throwInstead',
    file: 'nest/src/books.controller.ts',
    title: 'Throw the error',
    change: `
-    if (!book) return new Not|FoundException('No such book');
+    if (!book) throw new NotFoundException('No such book');
`,
  },
  {
    intent: 'declareStatus',
    file: 'fastify/src/loans.ts',
    title: 'Declare 404 Not Found',
    change: `
-  fastify.get<OneLoan>('/:id', { schema: { response: { 200: LOAN } } }, async (request, reply) => {
+  fastify.get<OneLoan>('/:id', { schema: { response: { 200: LOAN, 404: { description: 'Not Found' } } } }, async (request, reply) => {
…
     // (rule: no-undeclared-status)
     if (!tool) return reply.code(|404).send({ error: 'Tool not found' });
`,
  },
  {
    intent: 'undeclareStatus',
    file: 'more/tools.js',
    title: 'Declare 201 Created no more',
    change: `
-  fastify.put('/:id', { schema: { |response: { 200: TOOL, 201: TOOL } } }, async (request, reply) => {
+  fastify.put('/:id', { schema: { response: { 200: TOOL } } }, async (request, reply) => {
`,
  },
  {
    intent: 'catchRejections',
    file: 'more/users.js',
    title: 'Wrap the handler as the others are',
    change: `
-app.get('/users', async (req, res) => {
-  res.json(|await listUsers());
-});
+app.get('/users', catchAsync(async (req, res) => {
+  res.json(await listUsers());
+}));
`,
  },
  {
    intent: 'catchRejections',
    file: 'more/users.js',
    title: 'Catch what fails and hand it to next()',
    change: `
-app.get('/users/:id', async (req, res) => {
-  const user = |await findUser(req.params.id);
-  if (!user) return res.status(404).json({ error: 'There is no such user' });
-  if (user.left) return res.status(StatusCodes.GONE).json({ error: 'The user has left' });
-  res.status(StatusCodes.OK).json(user);
-});
+app.get('/users/:id', async (req, res, next) => {
+  try {
+    const user = await findUser(req.params.id);
+    if (!user) return res.status(404).json({ error: 'There is no such user' });
+    if (user.left) return res.status(StatusCodes.GONE).json({ error: 'The user has left' });
+    res.status(StatusCodes.OK).json(user);
+  } catch (error) {
+    next(error);
+  }
+});
`,
  },
  {
    intent: 'nameStatus',
    file: 'more/users.js',
    title: 'Write its name',
    change: `
-    if (!user) return res.status(|404).json({ error: 'There is no such user' });
+    if (!user) return res.status(StatusCodes.NOT_FOUND).json({ error: 'There is no such user' });
`,
  },
  {
    intent: 'rename',
    file: 'more/uploads.js',
    title: 'Write CONTENT_TOO_LARGE',
    change: `
-  if (req.body.size > 1000) return res.status(Status.|PAYLOAD_TOO_LARGE).json({ error: 'Too large' });
+  if (req.body.size > 1000) return res.status(Status.CONTENT_TOO_LARGE).json({ error: 'Too large' });
`,
  },
  {
    intent: 'writeStatus',
    file: 'more/notes.js',
    title: 'Compare it with the number 404',
    change: `
-  if (response.status === |'404') return undefined;
+  if (response.status === 404) return undefined;
`,
  },
];

/** What all findings of one rule become, by the repair that fits each best. */
export const REPAIRED_TOGETHER = {
  file: 'express/src/routes/orders.ts',
  title: 'Repair all 2 of no-unauthorized-forbidden-mixup in this file',
  change: `
-    return res.status(|403).json({ error: 'Log in to order' });
+    return res.status(401).json({ error: 'Log in to order' });
…
-    return res.status(401).json({ error: 'This is not your order' });
+    return res.status(403).json({ error: 'This is not your order' });
`,
};

/** What safe repairs alone make of a file that has others, too. */
export const REPAIRED_BY_COMMAND = {
  title: 'Apply all safe repairs of Status Lens',
  file: 'express/src/routes/carts.ts',
  change: `
-  if (!cart) |res.status(404).json({ error: 'Cart not found' });
+  if (!cart) return res.status(404).json({ error: 'Cart not found' });
…
-  res.status(204).send('deleted');
+  res.status(204).end();
…
-  res.status(205).json(cart);
+  res.status(205).end();
`,
};

export const REPAIRED_ON_SAVE = {
  file: 'fetch/src/links.ts',
  change: `
-  if (!link) new Response('There is no such link', { status: 404 });
+  if (!link) return new Response('There is no such link', { status: 404 });
…
-  return new Response('', { status: 204 });
+  return new Response(null, { status: 204 });
…
 function isValidAddress(text: string): boolean {|
+  // Typed.
`,
};
