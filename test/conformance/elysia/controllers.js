const { Elysia, t, NotFoundError, status, redirect } = require('elysia');
const { ApiError, NotFound, conflict, requireUser } = require('./shared/errors');

const notes = new Map([['1', { id: '1', text: 'buy milk' }]]);

const guarded = new Elysia({ prefix: '/guarded' })
  .onBeforeHandle(({ query, status }) => {
    if (!query.key) return status(403, 'No key'); // answers locked
  })
  // case locked: GET /guarded/in
  // case unlocked: GET /guarded/in?key=1
  .get('/in', () => 'in'); // answers unlocked

module.exports = new Elysia()
  .use(guarded)
  // case made: POST /notes {"text":"call home"}
  // case taken: POST /notes {"text":"buy milk"}
  // case empty: POST /notes {"text":""}
  .post(
    '/notes',
    ({ body, set }) => {
      if (!body.text) {
        set.status = 422;
        return { error: 'text is missing' }; // answers empty
      }
      if (body.text === 'buy milk') return conflict('There is one'); // answers taken
      set.status = 201;
      set.headers.location = '/notes/2';
      return { id: '2', ...body }; // answers made
    },
    { body: t.Object({ text: t.String() }) },
  )
  // case removed: DELETE /notes/1
  .delete('/notes/:id', ({ set, params }) => {
    notes.delete(params.id);
    set.status = 202;
    return 'later'; // answers removed
  })
  // case missing-class: GET /class
  .get('/class', () => {
    throw new NotFoundError('No such thing'); // answers missing-class
  })
  // case own-error: GET /own
  .get('/own', () => {
    throw new ApiError(418, 'tea'); // answers own-error
  })
  // case derived-error: GET /derived
  .get('/derived', () => {
    throw new NotFound('note'); // answers derived-error
  })
  // case plain-error: GET /plain-error
  .get('/plain-error', () => {
    throw new Error('broken'); // answers plain-error
  })
  // case imported-status: GET /imported
  .get('/imported', () => status(402, 'Pay first')) // answers imported-status
  // case phrase: GET /phrase
  .get('/phrase', ({ status }) => status('Gone', 'It was here')) // answers phrase
  // case away: GET /away
  .get('/away', ({ redirect }) => redirect('http://127.0.0.1/there', 308)) // answers away
  // case imported-redirect: GET /imported-away
  .get('/imported-away', () => redirect('http://127.0.0.1/there', 303)) // answers imported-redirect
  // case web-redirect: GET /web-redirect
  .get('/web-redirect', () => Response.redirect('http://127.0.0.1/there', 307)) // answers web-redirect
  // case json: GET /json
  .get('/json', () => Response.json({ a: 1 }, { status: 207 })) // answers json
  // case nothing: GET /nothing
  .get('/nothing', () => {}) // answers nothing
  // case null: GET /null
  .get('/null', () => null) // answers null
  // case text: GET /text
  .get('/text', () => 'hello') // answers text
  // case async: GET /async
  .get('/async', async ({ set }) => {
    const found = await Promise.resolve(undefined);
    set.status = found ? 200 : 404;
    return { found }; // answers async
  })
  // case caught: GET /caught
  .get('/caught', ({ set }) => {
    try {
      throw new Error('down');
    } catch {
      set.status = 503;
      return { error: 'Try again' }; // answers caught
    }
  })
  // case helper: GET /helper
  .get('/helper', ({ query }) => {
    const user = requireUser(query.user);
    return { user };
  })
  // case override: GET /override
  .get('/override', ({ set, status }) => {
    set.status = 400;
    return status(401, 'Who are you?'); // answers override
  })
  // case response-over-set: GET /over
  .get('/over', ({ set }) => {
    set.status = 400;
    return new Response('x', { status: 206 }); // answers response-over-set
  })
  // case any: PATCH /any
  .all('/any', ({ set }) => {
    set.status = 405;
    return 'No'; // answers any
  });
