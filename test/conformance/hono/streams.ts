import { Hono } from 'hono';
import { stream, streamSSE, streamText } from 'hono/streaming';

const app = new Hono();

// case streamed: GET /streamed
app.get('/streamed', (c) => stream(c, async (out) => void (await out.write(new Uint8Array([1]))))); // answers streamed

// case text: GET /text
app.get('/text', (c) => {
  c.status(206);
  return streamText(c, async (out) => void (await out.write('part'))); // answers text
});

// case events: GET /events
app.get('/events', (c) => streamSSE(c, async (out) => out.writeSSE({ data: 'now' }))); // answers events

// case rendered: GET /rendered
app.use('/rendered', async (c, next) => {
  c.setRenderer((content) => c.html(`<p>${content}</p>`));
  await next();
});
app.get('/rendered', (c) => {
  c.status(203);
  return c.render('hello'); // answers rendered
});

// case web-redirect: GET /web-redirect
app.get('/web-redirect', () => Response.redirect('http://127.0.0.1/there', 307)); // answers web-redirect

export default app;
