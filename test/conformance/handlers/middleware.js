const express = require('express');
const { ApiError } = require('./shared/errors');

const router = express.Router();

const requireKey = (req, res, next) => {
  if (req.query.key !== 'k') return res.status(401).json({ error: 'Key' }); // answers array-refuses
  next();
};

function limit(max) {
  return function limiter(req, res, next) {
    if (Number(req.query.n) > max) {
      return res.status(429).set('Retry-After', '1').send('Slow down'); // answers factory-refuses
    }
    return next();
  };
}

// case array-refuses: GET /array
// case array-passes: GET /array?key=k
router.get('/array', [requireKey, (req, res) => res.status(203).json([])]); // answers array-passes

// case factory-refuses: GET /limited?n=9
// case factory-passes: GET /limited?n=1
router.get('/limited', limit(3), (req, res) => {
  res.json({ ok: true }); // answers factory-passes
});

// case list-second: GET /list?key=k
router.get('/list', requireKey, listThings);

function listThings(_req, res) {
  res.status(206).json([]); // answers list-second
}

// case next-handler: GET /next
router.get('/next', (req, res, next) => {
  next();
});
router.get('/next', (req, res) => {
  res.status(226).end(); // answers next-handler
});

// case next-route: GET /next-route
router.get(
  '/next-route',
  (req, res, next) => next('route'),
  (req, res) => res.status(500).end(),
);
router.get('/next-route', (req, res) => res.sendStatus(208)); // answers next-route

// case status-before-next: GET /status-before-next
router.get('/status-before-next', (req, res, next) => {
  res.locals.code = 404;
  next(new Error('Not here'));
});
router.use('/status-before-next', (err, req, res, next) => {
  res.status(404).json({ error: err.message }); // answers status-before-next
});

// case chain-get: GET /chained
// case chain-post: POST /chained {}
// case chain-delete: DELETE /chained
router
  .route('/chained')
  .get((req, res) => res.status(200).json([])) // answers chain-get
  .post((req, res) => {
    res.status(201).json({}); // answers chain-post
  })
  .delete(requireNobody);

function requireNobody(req, res) {
  return res.status(405).end(); // answers chain-delete
}

// case error-middleware-fixed: GET /fixed-error
router.use('/fixed-error', (req, res, next) => next(new Error('secret')));
router.use('/fixed-error', (error, req, res, next) => {
  if (res.headersSent) {
    next(error);
    return;
  }
  res.status(503).json({ error: 'Try later' }); // answers error-middleware-fixed
});

// case error-by-name: GET /error-by-name
router.get('/error-by-name', (req, res, next) => {
  const error = new Error('bad token');
  error.name = 'JsonWebTokenError';
  next(error);
});
router.use('/error-by-name', (err, req, res, next) => {
  if (err.name === 'JsonWebTokenError') {
    return res.status(401).json({ error: 'Token' }); // answers error-by-name
  }
  return res.status(500).json({ error: 'Server' });
});

// case param-refuses: GET /things/x
router.param('thing', (req, res, next, id) => {
  if (!/^\d+$/.test(id)) return res.status(400).json({ error: 'A number, please' }); // answers param-refuses
  next();
});
router.get('/things/:thing', (req, res) => res.json({}));

// case thrown-in-middleware: GET /thrown
router.use('/thrown', () => {
  throw new ApiError(423, 'Locked'); // answers thrown-in-middleware
});

router.use((err, req, res, next) => {
  const { statusCode = 500, message } = err;
  res.status(statusCode).json({ message });
});

// case not-found-handler: GET /no/such/route
router.use((req, res) => {
  res.status(404).json({ error: `No ${req.path}` }); // answers not-found-handler
});

module.exports = router;
