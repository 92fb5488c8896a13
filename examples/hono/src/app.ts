import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { legacyNotes, notes } from './notes.ts';
import { legacySessions, sessions } from './sessions.ts';

/** The notebook, twice: as it should be, and with its mistakes. */
export const app = new Hono();

app.route('/notes', notes);
app.route('/sessions', sessions);
app.route('/legacy/notes', legacyNotes);
app.route('/legacy/sessions', legacySessions);

app.onError((error, c) => {
  if (error instanceof HTTPException) return error.getResponse();
  return c.json({ error: 'Something went wrong' }, 500);
});
