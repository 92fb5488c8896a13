import { Hono } from 'hono';

const app = new Hono();
const notes = new Map([['1', { id: '1', text: 'buy milk' }]]);

// case found: GET /notes/1
// case missing: GET /notes/9
app.get('/notes/:id', (c) => {
  const note = notes.get(c.req.param('id'));
  if (!note) return c.json({ error: 'No such note' }, 404); // answers missing
  return c.json(note); // answers found
});

// case made: POST /notes {"text":"call home"}
// case empty: POST /notes {}
app.post('/notes', async (c) => {
  const { text } = await c.req.json();
  if (!text) {
    c.status(422);
    return c.text('text is missing'); // answers empty
  }
  return c.json({ id: '2', text }, 201); // answers made
});

// case no-content: DELETE /notes/1
app.delete('/notes/:id', (c) => c.body(null, 204)); // answers no-content

// case init-object: PUT /notes/1
app.put('/notes/:id', (c) => c.json({ ok: true }, { status: 202 })); // answers init-object

// case text: GET /text
app.get('/text', (c) => c.text('hello')); // answers text

// case html: GET /html
app.get('/html', (c) => c.html('<p>gone</p>', 410)); // answers html

// case new-response: GET /new-response
app.get('/new-response', (c) => c.newResponse('taken', 409)); // answers new-response

// case redirect: GET /redirect
app.get('/redirect', (c) => c.redirect('/hono/text')); // answers redirect

// case moved: GET /moved
app.get('/moved', (c) => c.redirect('/hono/text', 301)); // answers moved

// case not-found: GET /not-found
app.get('/not-found', (c) => c.notFound()); // answers not-found

// case raw: GET /raw
app.get('/raw', () => new Response('raw', { status: 206 })); // answers raw

// case raw-after-status: GET /raw-after-status
app.get('/raw-after-status', (c) => {
  c.status(404);
  return new Response('made apart'); // answers raw-after-status
});

// case status-overridden: GET /status-overridden
app.get('/status-overridden', (c) => {
  c.status(404);
  return c.json({ a: 1 }, 403); // answers status-overridden
});

// case status-in-force: GET /status-in-force
app.get('/status-in-force', (c) => {
  c.status(503);
  return c.json({ later: true }, { headers: { 'Retry-After': '5' } }); // answers status-in-force
});

// case kept: GET /kept
app.get('/kept', (c) => {
  const response = c.json({ a: 1 }, 203); // answers kept
  response.headers.set('X-From', 'cache');
  return response;
});

// case either: GET /either
app.get('/either', (c) => {
  if (c.req.query('a')) return c.text('a');
  return c.text('no a', 400); // answers either
});

// case conditional: GET /conditional
app.get('/conditional', (c) => c.json({}, c.req.query('a') ? 200 : 400)); // answers conditional

// case json-of-response: GET /json-of-response
app.get('/json-of-response', () => Response.json({ a: 1 }, { status: 418 })); // answers json-of-response

// case all: PATCH /all
app.all('/all', (c) => c.text('any', 405)); // answers all

// case chained: GET /second
app
  .get('/first', (c) => {
    return c.text('first');
  })
  .get('/second', (c) => {
    return c.text('second', 201); // answers chained
  });

export default app;
