const { Elysia, NotFoundError, status, t } = require('elysia');
const { ApiError, NotFound } = require('./shared/errors');

class Taken extends Error {
  constructor(what) {
    super(`${what} is taken`);
    this.code = 'TAKEN';
  }
}

/** What stands before it is not served by the error handler. */
const early = new Elysia()
  // case before-it: GET /early
  .get('/early', () => {
    throw new Error('broken'); // answers before-it
  })
  .onError(({ status }) => status(418, 'tea'))
  // case after-it: GET /late
  .get('/late', () => {
    throw new Error('broken'); // answers after-it
  });

const orders = new Elysia({ prefix: '/orders' })
  .state('version', 1)
  .onError(({ error, set }) => {
    if (error instanceof ApiError) {
      set.status = error.status === 404 ? 410 : 422;
      return { error: error.message };
    }
    set.status = 503;
    return { error: 'Try again' };
  })
  // case gone: GET /orders/9
  .get('/:id', ({ params }) => {
    throw new NotFound(`order ${params.id}`); // answers gone
  })
  // case refused: POST /orders {"count":0}
  // case down: POST /orders {"count":1}
  .post(
    '/',
    ({ body }) => {
      if (body.count < 1) throw new ApiError(400, 'count'); // answers refused
      throw new TypeError('The store is closed'); // answers down
    },
    { body: t.Object({ count: t.Number() }) },
  );

const payments = new Elysia()
  .onError(({ code, error }) => {
    switch (code) {
      case 'NOT_FOUND':
        return new Response('Nowhere', { status: 404 });
      case 'VALIDATION':
        return status(400, error.message);
      default:
        return status(502, 'The bank is away');
    }
  })
  // case no-payment: GET /payments/9
  .get('/payments/:id', () => {
    throw new NotFoundError(); // answers no-payment
  })
  // case bank-away: POST /payments
  .post('/payments', () => {
    throw new Error('ECONNREFUSED'); // answers bank-away
  });

const guarded = new Elysia()
  .onError(({ error }) => (error instanceof Taken ? status(409, error.message) : Response.json({}, { status: 400 })))
  // case thrown-status: GET /guarded
  .get('/guarded', ({ query, status }) => {
    if (!query.user) throw status(401, 'Log in'); // answers thrown-status
    return 'in';
  })
  // case given-status: GET /guarded-too
  .get('/guarded-too', ({ status }) => status(401, 'Log in')) // answers given-status
  // case taken: GET /taken
  .get('/taken', () => {
    throw new Taken('name'); // answers taken
  });

const logged = new Elysia()
  .onError((context) => {
    console.debug(context.error);
    return { error: String(context.error) };
  })
  // case own-status-kept: GET /kept
  .get('/kept', () => {
    throw new ApiError(429, 'Slow down'); // answers own-status-kept
  })
  // case plain-kept: GET /plain-kept
  .get('/plain-kept', () => {
    throw new Error('broken'); // answers plain-kept
  });

module.exports = new Elysia().use(early).use(orders).use(payments).use(guarded).use(logged);
