import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { missing, refuse } from './respond.ts';
import { createNote, deleteNote, findNote, findNoteByTitle } from './store.ts';

export const notes = new Hono();
export const legacyNotes = new Hono();

notes.get('/:id', async (c) => {
  const note = await findNote(c.req.param('id'));
  // Right: the helper makes the response, and the handler returns it.
  if (!note) return missing(c, 'Note');
  if (c.req.header('If-None-Match') === `"${note.id}"`) {
    // Right: the call that makes the response is told the status, and that there is no body.
    return c.body(null, 304);
  }
  return c.json(note);
});

legacyNotes.get('/:id', async (c) => {
  const note = await findNote(c.req.param('id'));
  if (!note) {
    // Mistake: 200 with an error body. Clients, caches and monitors read the status and see a success.
    // (rule: no-error-body-with-success)
    return c.json({ error: 'Note not found' });
  }
  if (c.req.header('If-None-Match') === `"${note.id}"`) {
    // Mistake: status() notes the status and gives nothing back, so that no response is made and 404 is answered.
    // (rule: no-unsent-status)
    return c.status(304) as unknown as Response;
  }
  return c.json(note);
});

notes.post('/', async (c) => {
  const { title, text = '' } = await c.req.json();
  if (!title) return refuse(c, 400, 'A note needs a title');
  const taken = await findNoteByTitle(title);
  // Right: the title is taken, and that is a conflict.
  if (taken) return refuse(c, 409, 'There is a note with this title');
  return c.json(await createNote(title, text), 201);
});

legacyNotes.post('/', async (c) => {
  const { title, text = '' } = await c.req.json();
  if (!title) {
    // Mistake: the input is incomplete, and the client is told that the server is.
    // (rule: no-server-error-for-client-error)
    return c.json({ error: 'A note needs a title' }, 500);
  }
  const taken = await findNoteByTitle(title);
  // Mistake: the response is made and given to nobody, so that a second note with this title is stored.
  // (rule: no-unreturned-response)
  if (taken) c.json({ error: 'There is a note with this title' }, 409);
  return c.json(await createNote(title, text), 201);
});

notes.delete('/:id', async (c) => {
  const note = await findNote(c.req.param('id'));
  // Right: an exception of Hono carries its status.
  if (!note) throw new HTTPException(404, { message: 'Note not found' });
  await deleteNote(note);
  return c.body(null, 204);
});

legacyNotes.delete('/:id', async (c) => {
  const note = await findNote(c.req.param('id'));
  // Mistake: the note of the address is missing, and the client is told that its request was malformed.
  // (rule: prefer-not-found-for-missing)
  if (!note) throw new HTTPException(400, { message: 'Note not found' });
  await deleteNote(note);
  // Mistake: 204 with a body, which some platforms drop and others refuse with 500.
  // (rule: no-body-with-bodyless-status)
  return c.json({ deleted: true }, 204 as never);
});
