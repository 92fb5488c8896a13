const Router = require('@koa/router');

const router = new Router();
const orders = new Map([['7', { id: '7', open: true }]]);

// case found: GET /orders/7
// case missing: GET /orders/9
router.get('/orders/:id', (ctx) => {
  const order = orders.get(ctx.params.id);
  if (!order) {
    ctx.status = 404; // answers missing
    ctx.body = { error: 'No such order' };
    return;
  }
  ctx.body = order; // answers found
});

// case created: POST /orders {"id":"8"}
// case bad-order: POST /orders {}
router.post('/orders', async (ctx) => {
  const { id } = ctx.request.body;
  if (!id) {
    ctx.body = { error: 'id is missing' };
    ctx.status = 400; // answers bad-order
  } else {
    ctx.status = 201; // answers created
    ctx.set('Location', `/orders/${id}`);
    ctx.body = { id };
  }
});

// case status-alone: GET /status-alone
router.get('/status-alone', (ctx) => {
  ctx.status = 410; // answers status-alone
});

// case nothing: GET /nothing
router.get('/nothing', (ctx) => {
  ctx.body = null; // answers nothing
});

// case status-then-nothing: GET /status-then-nothing
router.get('/status-then-nothing', (ctx) => {
  ctx.status = 200;
  ctx.body = null; // answers status-then-nothing
});

// case nothing-then-status: GET /nothing-then-status
router.get('/nothing-then-status', (ctx) => {
  ctx.body = null;
  ctx.status = 404; // answers nothing-then-status
});

// case not-modified: GET /not-modified
router.get('/not-modified', (ctx) => {
  ctx.status = 304; // answers not-modified
  ctx.body = null;
});

// case dropped: DELETE /dropped
router.delete('/dropped', (ctx) => {
  ctx.status = 204; // answers dropped
  ctx.body = { lost: true };
});

// case two-branches: GET /two-branches
// case other-branch: GET /two-branches?busy=1
router.get('/two-branches', (ctx) => {
  if (ctx.query.busy) {
    ctx.status = 503; // answers other-branch
  } else {
    ctx.status = 202; // answers two-branches
  }
  ctx.body = { retry: true };
});

// case overwritten: GET /overwritten
router.get('/overwritten', (ctx) => {
  ctx.status = 500;
  ctx.status = 422; // answers overwritten
  ctx.body = {};
});

// case response-object: GET /response-object
router.get('/response-object', (ctx) => {
  ctx.response.status = 403; // answers response-object
  ctx.response.body = 'Not yours';
});

// case destructured: GET /destructured
router.get('/destructured', ({ response }) => {
  response.status = 409; // answers destructured
});

// case renamed: GET /renamed
router.get('/renamed', async (context) => {
  context.status = 206; // answers renamed
  context.body = 'part';
});

// case conditional: GET /conditional
router.get('/conditional', (ctx) => {
  ctx.status = ctx.query.fine ? 200 : 409; // answers conditional
  ctx.body = {};
});

router.get('/implicit-later', (ctx) => {
  ctx.type = 'text';
  ctx.body = 'fine'; // answers implicit-later
});
// case implicit-later: GET /implicit-later

// case back: GET /back
router.get('/back', (ctx) => {
  if (ctx.back)
    ctx.back('/there'); // answers back in Koa 3
  else ctx.redirect('back', '/there'); // answers back in Koa 2
});

module.exports = router;
