import Router from '@koa/router';
import { findNote, findShareByEmail, store } from './store.js';

export const shares = new Router({ prefix: '/shares' });
export const legacyShares = new Router({ prefix: '/legacy/shares' });

shares.post('/:id', async (ctx) => {
  const { email } = ctx.request.body;
  const note = await findNote(ctx.params.id);
  if (!note) ctx.throw(404, 'Note not found');
  const existing = await findShareByEmail(email);
  if (existing) {
    // Right: the request is fine, but it has been done before.
    ctx.status = 409;
    ctx.body = { error: 'It is shared with this address already' };
    return;
  }
  store.shares.set(`${note.id} ${email}`, { note: note.id, email });
  ctx.status = 201;
  ctx.body = { note: note.id, email };
});

legacyShares.post('/:id', async (ctx) => {
  const { email } = ctx.request.body;
  const note = await findNote(ctx.params.id);
  if (!note) {
    // Mistake: the request is well-formed, what it is about does not exist.
    // (rule: prefer-not-found-for-missing)
    ctx.throw(400, 'Note not found');
  }
  const existing = await findShareByEmail(email);
  if (existing) {
    // Mistake: nothing is wrong with the request; it has been done before.
    // (rule: prefer-conflict-for-duplicate)
    ctx.status = 400;
    ctx.body = { error: 'It is shared with this address already' };
    return;
  }
  store.shares.set(`${note.id} ${email}`, { note: note.id, email });
  ctx.status = 201;
  ctx.body = { note: note.id, email };
});
