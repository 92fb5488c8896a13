const Router = require('@koa/router');
const createError = require('http-errors');
const { Missing, Taken, fail } = require('./shared/errors');

const router = new Router();

// case thrown-by-context: GET /thrown-by-context
router.get('/thrown-by-context', (ctx) => {
  ctx.throw(403, 'Not yours'); // answers thrown-by-context
});

// case thrown-text: GET /thrown-text
router.get('/thrown-text', (ctx) => {
  ctx.throw('Oh no'); // answers thrown-text
});

// case thrown-error: GET /thrown-error
router.get('/thrown-error', (ctx) => {
  ctx.throw(new Missing('Order')); // answers thrown-error
});

// case asserted: GET /asserted
// case assertion-held: GET /asserted?id=7
router.get('/asserted', (ctx) => {
  ctx.assert(ctx.query.id, 422, 'id is missing'); // answers asserted
  ctx.body = ctx.query.id; // answers assertion-held
});

// case own-class: GET /own-class
router.get('/own-class', () => {
  throw new Missing('Order'); // answers own-class
});

// case factory: GET /factory
router.get('/factory', async () => {
  throw Taken(); // answers factory
});

// case library: GET /library
router.get('/library', () => {
  throw createError(429, 'Slow down'); // answers library
});

// case named: GET /named
router.get('/named', () => {
  throw new createError.Unauthorized(); // answers named
});

// case assigned: GET /assigned
router.get('/assigned', () => {
  const error = new Error('Busy');
  error.status = 503;
  throw error; // answers assigned
});

// case caught: GET /caught
router.get('/caught', async (ctx) => {
  try {
    throw new Missing('Order');
  } catch {
    ctx.status = 500; // answers caught
    ctx.body = { error: 'Try later' };
  }
});

// case turned: GET /turned
router.get('/turned', async (ctx) => {
  try {
    ctx.throw(404, 'No such order');
  } catch (error) {
    ctx.throw(422, String(error)); // answers turned
  }
});

// case passed-on: GET /passed-on
router.get('/passed-on', async (ctx) => {
  try {
    throw new Missing('Order'); // answers passed-on
  } catch (error) {
    ctx.throw(error);
  }
});

// case helped: GET /helped
router.get('/helped', (ctx) => {
  fail(ctx, 415, 'Unreadable'); // answers helped
});

module.exports = router;
