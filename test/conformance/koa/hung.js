const Router = require('@koa/router');
const { hangMethods } = require('./shared/hang-methods');

const router = new Router();
router.use(hangMethods());

// case told: GET /told
router.get('/told', (ctx) => {
  ctx.tell(-1, 'Odd'); // answers told
});

// case failed: GET /failed
router.get('/failed', (ctx) => {
  if (!ctx.query.id) return ctx.fail(400, 'Which one?'); // answers failed
  ctx.tell(0, 'fine');
});

// case told-with-status: GET /told-with-status
router.get('/told-with-status', (ctx) => {
  ctx.status = 202; // answers told-with-status
  ctx.tell(0, 'fine');
});

module.exports = router;
