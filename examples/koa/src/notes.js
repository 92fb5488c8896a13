import Router from '@koa/router';
import { findNote, saveNote, store } from './store.js';

export const notes = new Router({ prefix: '/notes' });
export const legacyNotes = new Router({ prefix: '/legacy/notes' });

notes.get('/:id', async (ctx) => {
  const note = await findNote(ctx.params.id);
  // Right: the address names a note that does not exist.
  if (!note) ctx.throw(404, 'Note not found');
  ctx.body = note;
});

legacyNotes.get('/:id', async (ctx) => {
  const note = await findNote(ctx.params.id);
  if (!note) {
    // Mistake: a body alone makes it 200. Clients, caches and monitors see a success.
    // (rule: no-error-body-with-success)
    ctx.body = { error: 'Note not found' };
    return;
  }
  ctx.body = note;
});

notes.post('/', async (ctx) => {
  const { text } = ctx.request.body;
  if (!text) {
    // Right: the request itself is incomplete.
    ctx.status = 400;
    ctx.body = { error: 'text is missing' };
    return;
  }
  ctx.status = 201;
  ctx.body = await saveNote({ id: String(store.notes.size + 1), owner: ctx.get('X-User'), text });
});

legacyNotes.post('/', async (ctx) => {
  const { text } = ctx.request.body;
  if (!text) {
    // Mistake: nothing on the server has failed, the client left something out.
    // (rule: no-server-error-for-client-error)
    ctx.status = 500;
    ctx.body = { error: 'text is missing' };
    return;
  }
  try {
    ctx.body = await saveNote({ id: String(store.notes.size + 1), owner: ctx.get('X-User'), text });
    ctx.status = 201;
  } catch (error) {
    ctx.status = 500;
    // Mistake: the message of an unknown error shows strangers how the inside is built.
    // (rule: no-internal-error-leak)
    ctx.body = { error: error.message };
  }
});

notes.delete('/:id', async (ctx) => {
  const note = await findNote(ctx.params.id);
  if (!note) ctx.throw(404, 'Note not found');
  store.notes.delete(note.id);
  // Right: there is nothing to say, and 204 says nothing.
  ctx.status = 204;
});

legacyNotes.delete('/:id', async (ctx) => {
  try {
    const note = await findNote(ctx.params.id);
    // Mistake: the clause below catches this as well, and the client gets 400.
    // (rule: no-ignored-status)
    if (!note) ctx.throw(404, 'Note not found');
    store.notes.delete(note.id);
  } catch {
    // Mistake: whatever fails in the store is told as the client's fault.
    // (rule: no-client-error-for-server-fault)
    ctx.throw(400, 'Could not delete it');
  }
  ctx.status = 204;
  // Mistake: the body is made and then thrown away, because a 204 never carries one.
  // (rule: no-body-with-bodyless-status)
  ctx.body = { deleted: ctx.params.id };
});
