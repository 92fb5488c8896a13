import Koa from 'koa';
import bodyParser from 'koa-bodyparser';
import { legacyNotes, notes } from './notes.js';
import { legacyShares, shares } from './shares.js';

export function createApp() {
  const app = new Koa();

  app.use(async (ctx, next) => {
    try {
      await next();
    } catch (error) {
      const { status, expose, message } = error;
      // Right: an error that carries a status was made for the client; of any other the client learns nothing.
      ctx.status = status ?? 500;
      ctx.body = { error: expose ? message : 'Something went wrong on our side' };
    }
  });
  app.use(bodyParser());
  for (const router of [notes, shares, legacyNotes, legacyShares]) app.use(router.routes());
  return app;
}
