const express = require('express');
const { createHttpError, RequestError, ForbiddenError } = require('./shared/make-error');

const router = express.Router();

function httpError(status, message) {
  const error = new Error(message);
  error.status = status;
  return error;
}

function throwIf(condition, status, message) {
  if (condition) throw httpError(status, message);
}

function assertThat(condition, error) {
  if (!condition) throw error;
}

const orNotFound = (value) => {
  if (value === undefined) throw createHttpError(404, 'No such thing'); // answers then-or-fail
  return value;
};

// case made-here: GET /made-here
router.get('/made-here', (req, res, next) => {
  next(httpError(402, 'Pay first')); // answers made-here
});

// case made-elsewhere: GET /made-elsewhere
router.get('/made-elsewhere', (req, res) => {
  throw createHttpError(426, 'Use TLS'); // answers made-elsewhere
});

// case made-default: GET /made-default
router.get('/made-default', (req, res) => {
  throw createHttpError(); // answers made-default
});

// case made-in-variable: GET /made-in-variable
router.get('/made-in-variable', (req, res, next) => {
  const err = createHttpError(417, 'Expected more');
  return next(err); // answers made-in-variable
});

// case own-then-thrown: GET /own-then-thrown
router.get('/own-then-thrown', (req, res) => {
  if (!req.query.id) {
    const err = new Error('id');
    err.statusCode = 400;
    throw err; // answers own-then-thrown
  }
  res.json({});
});

// case throw-if: GET /throw-if
router.get('/throw-if', (req, res) => {
  throwIf(!req.query.id, 428, 'id'); // answers throw-if
  res.json({});
});

// case assert-that: GET /assert-that
router.get('/assert-that', (req, res) => {
  assertThat(req.query.id, new RequestError({ status: 422, message: 'id' })); // answers assert-that
  res.json({});
});

// case options-of-class: GET /options-of-class
router.get('/options-of-class', (req, res, next) => {
  return next(new RequestError({ status: 409 })); // answers options-of-class
});

// case options-default: GET /options-default
router.get('/options-default', (req, res, next) => {
  next(new RequestError({ message: 'Bad' })); // answers options-default
});

// case three-deep: GET /three-deep
router.get('/three-deep', (req, res) => {
  throw new ForbiddenError.Owner('Not yours'); // answers three-deep
});

// case then-or-fail: GET /then-or-fail
router.get('/then-or-fail', (req, res, next) => {
  Promise.resolve(undefined)
    .then(orNotFound)
    .then((value) => res.json(value))
    .catch(next);
});

// case chosen-error: GET /chosen-error?expired=1
router.get('/chosen-error', (req, res, next) => {
  const error = req.query.expired ? new RequestError({ status: 410 }) : new RequestError({ status: 404 });
  next(error); // answers chosen-error
});

// case error-in-callback: GET /error-in-callback
router.get('/error-in-callback', (req, res, next) => {
  setImmediate(() => {
    const found = null;
    if (!found) return next(httpError(404, 'Nothing')); // answers error-in-callback
    res.json(found);
  });
});

// case conditional-status: GET /conditional-status
router.get('/conditional-status', (req, res, next) => {
  next(httpError(req.query.id ? 409 : 400, 'id')); // answers conditional-status
});

/**
 * @param {import('express').Request} req
 * @param {import('express').Response} res
 */
function documented(req, res) {
  res.status(208).end(); // answers documented
}

const wrapController = (controller) =>
  Object.fromEntries(
    Object.entries(controller).map(([name, method]) => [
      name,
      (req, res, next) => Promise.resolve(method(req, res, next)).catch(next),
    ]),
  );

const wrapped = wrapController({
  documented,
  async refused(req, res) {
    if (!req.query.key) throw createHttpError(401, 'Key'); // answers wrapped-controller
    res.json({});
  },
});

// case documented: GET /documented
router.get('/documented', wrapped.documented);
// case wrapped-controller: GET /refused
router.get('/refused', wrapped.refused);

const STATUS_OF = { NO_ACCESS: 403, NO_MONEY: 402 };

router.use((err, req, res, next) => {
  if (res.headersSent) return next(err);
  const status = err.status ?? err.statusCode ?? STATUS_OF[err.code] ?? 500;
  return res.status(status).json({ error: err.message });
});

module.exports = router;
