const Router = require('@koa/router');
const { answerErrors, answerAll } = require('./shared/answer-errors');

const { Missing, Taken } = require('./shared/errors');

const router = new Router();
router.use(answerErrors());

// case missing: GET /missing
router.get('/missing', () => {
  throw new Missing('Order'); // answers missing
});

// case own-status: GET /own-status
router.get('/own-status', () => {
  throw Taken(); // answers own-status
});

// case status-forgotten: GET /status-forgotten
router.get('/status-forgotten', () => {
  throw new RangeError('5'); // answers status-forgotten
});

// case set-before: GET /set-before
router.get('/set-before', (ctx) => {
  ctx.status = 422;
  throw new RangeError('5'); // answers set-before
});

// case thrown-on: GET /thrown-on
router.get('/thrown-on', () => {
  throw new Error('Oh no'); // answers thrown-on
});

// case not-waited-for: GET /not-waited-for
router.get(
  '/not-waited-for',
  (ctx, next) => {
    try {
      return next();
    } catch {
      ctx.status = 401;
      ctx.body = '';
    }
  },
  async () => {
    throw new Error('Oh no'); // answers not-waited-for
  },
);

// case inner-one-first: GET /inner-one-first
router.get('/inner-one-first', answerAll, () => {
  throw new Missing('Order'); // answers inner-one-first
});

// case everything: GET /everything
router.get('/everything', answerAll, () => {
  throw new Error('Oh no'); // answers everything
});

module.exports = router;
