const HEAD = `import express, { type Request, type Response } from 'express';
import { store } from './store';

const app = express();
app.use(express.json());
`;

/** Handlers as people write them, right and wrong ones. `NAME` is replaced, so that no two are alike. */
const HANDLERS = [
  `
app.get('/NAME/:id', async (req: Request, res: Response) => {
  const found = await store.find('NAME', req.params.id);
  if (!found) {
    return res.status(404).json({ error: 'There is no such NAME' });
  }
  return res.json(found);
});
`,
  `
app.post('/NAME', async (req, res, next) => {
  try {
    const { title, price, tags = [] } = req.body;
    if (typeof title !== 'string' || title.trim() === '') {
      return res.status(400).json({ error: 'A NAME needs a title', field: 'title' });
    }
    const existing = await store.findByTitle('NAME', title);
    if (existing) {
      return res.status(409).json({ error: \`The NAME \${title} exists already\` });
    }
    const created = await store.insert('NAME', { title, price: Number(price), tags: tags.map(String) });
    res.status(201).location(\`/NAME/\${created.id}\`).json(created);
  } catch (error) {
    next(error);
  }
});
`,
  `
app.delete('/NAME/:id', async (req, res) => {
  const removed = await store.remove('NAME', req.params.id);
  if (!removed) {
    res.status(200).json({ error: 'Not found' });
    return;
  }
  res.status(204).json({ deleted: true });
});
`,
  `
app.put('/NAME/:id', async (req, res) => {
  switch (req.body.state) {
    case 'open':
    case 'closed':
      await store.update('NAME', req.params.id, { state: req.body.state });
      break;
    default:
      return res.status(422).send({ message: 'The state is open or closed' });
  }
  for (const listener of store.listeners('NAME')) {
    listener.notify({ id: req.params.id, at: new Date().toISOString() });
  }
  res.sendStatus(204);
});
`,
];

/**
 * An Express file in TypeScript with `lines` lines, or a few more: a handler is never cut off.
 * @param {number} lines
 */
export function makeExpressFile(lines) {
  let text = HEAD;
  for (let index = 0; text.split('\n').length <= lines; index++) {
    text += HANDLERS[index % HANDLERS.length].replaceAll('NAME', `item${index}`);
  }
  return text;
}
