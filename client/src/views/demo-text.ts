/** The demo file: a small API with four mistakes, for whoever has no handler at hand. */
export const demoText = `// This is a demo of Status Lens. Nothing of it is saved, so try things out:
// - Rest the mouse on a status code to read what it means.
// - Put the cursor on an underlined place and press Ctrl+. (on a Mac, Cmd+.) to repair it.
// - Write res.status( anywhere in a handler and see which codes fit there.
import express from 'express';

const app = express();
const users = new Map<string, { email: string; name: string }>();

app.use(express.json());

app.post('/users', (req, res) => {
  const { email, name } = req.body;
  if (!email || !name) {
    return res.status(500).json({ error: 'An e-mail address and a name are required' });
  }
  const existing = users.get(email);
  if (existing) {
    return res.status(200).json({ success: false, message: 'This e-mail address is taken' });
  }
  users.set(email, { email, name });
  res.status(201).location('/users/' + email).json({ email, name });
});

app.get('/users/:email', (req, res) => {
  const user = users.get(req.params.email);
  if (!user) {
    return res.status(400).json({ error: 'There is no such user' });
  }
  res.json(user);
});

app.delete('/users/:email', (req, res) => {
  users.delete(req.params.email);
  res.status(204).json({ deleted: true });
});
`;
