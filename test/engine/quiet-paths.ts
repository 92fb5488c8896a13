import type { QuietPlace } from './quiet-place.ts';

/** Handlers that answer once a count of their own says that the work is done. */
export const QUIET_PATHS: readonly QuietPlace[] = (
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
