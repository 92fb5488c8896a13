// Functions of the project that stand between a handler and its answer, in many ways.
const express = require('express');
const { ApiError, NotFoundError } = require('./shared/errors');

const router = express.Router();

const respondWith =
  (res, status = 200) =>
  (body) =>
    res.status(status).json(body);

const refuseWith = (status) => (res) => (message) => {
  res.status(status).json({ message });
};

const load = async (id) => (id ? { id } : undefined);

// case then-curried: GET /then-curried?id=1
router.get('/then-curried', (req, res, next) => {
  load(req.query.id).then(respondWith(res, 203)).catch(next); // answers then-curried
});

// case then-curried-default: GET /then-curried-default?id=1
router.get('/then-curried-default', (req, res, next) => {
  load(req.query.id)
    .then(respondWith(res)) // answers then-curried-default
    .catch(next);
});

// case curried-kept: GET /curried-kept
router.get('/curried-kept', (req, res) => {
  const respond = respondWith(res, 206);
  respond({}); // answers curried-kept
});

// case curried-status: GET /curried-status
router.get('/curried-status', (req, res) => {
  refuseWith(402)(res)('Pay'); // answers curried-status
});

const withStatus = (res, code) => res.status(code).set('X-Code', String(code));

// case given-back-chain: GET /given-back-chain
router.get('/given-back-chain', (req, res) => {
  return withStatus(res, 226).json({}); // answers given-back-chain
});

function perhapsWithStatus(res, code) {
  if (code) res.status(code);
  return res;
}

// case given-back-perhaps: GET /given-back-perhaps
router.get('/given-back-perhaps', (req, res) => {
  perhapsWithStatus(res, 207).json([]); // answers given-back-perhaps
});

function refuse(context) {
  const { res, status } = context;
  res.status(status).json({ refused: true });
}

function refuseIn(context, status) {
  context.response.status(status).json({ refused: true });
}

// case held-in-object: GET /held-in-object
router.get('/held-in-object', (req, res) => {
  refuse({ req, res, status: 423 }); // answers held-in-object
});

// case held-under-a-name: GET /held-under-a-name
router.get('/held-under-a-name', (req, res) => {
  refuseIn({ request: req, response: res }, 424); // answers held-under-a-name
});

class Answers {
  constructor(status) {
    this.status = status;
  }

  send(res, body) {
    return res.status(this.status).json(body);
  }

  get isError() {
    return this.status >= 400;
  }
}

class Gone extends Answers {
  constructor() {
    super(410);
  }
}

const accepted = new Answers(202);

// case instance-with-status: GET /instance-with-status
router.get('/instance-with-status', (req, res) => accepted.send(res, {})); // answers instance-with-status

// case instance-derived: GET /instance-derived
router.get('/instance-derived', (req, res) => {
  new Gone().send(res, {}); // answers instance-derived
});

class Refusal extends Error {
  get status() {
    return 451;
  }
}

// case getter-of-error: GET /getter-of-error
router.get('/getter-of-error', () => {
  throw new Refusal('By law'); // answers getter-of-error
});

function check(condition, error) {
  if (!condition) {
    throw error;
  }
}

// case checked-with-error: GET /checked-with-error
router.get('/checked-with-error', (req, res) => {
  check(req.query.id, new NotFoundError('Thing')); // answers checked-with-error
  res.json({});
});

// case checked-and-passed: GET /checked-and-passed?id=1
router.get('/checked-and-passed', (req, res) => {
  check(req.query.id, new NotFoundError('Thing'));
  res.status(208).json({}); // answers checked-and-passed
});

// case checked-and-caught: GET /checked-and-caught
router.get('/checked-and-caught', (req, res) => {
  try {
    check(req.query.id, new NotFoundError('Thing'));
    res.json({});
  } catch {
    res.status(400).end(); // answers checked-and-caught
  }
});

const failures = [];
const noted = (error) => {
  failures.push(error);
  return error;
};

// case error-handed-through: GET /error-handed-through
router.get('/error-handed-through', (req, res, next) => {
  const error = noted(new ApiError(417, 'Expected more'));
  next(error); // answers error-handed-through
});

router.use((error, req, res, next) => {
  const status = error.statusCode ?? error.status ?? 500;
  res.status(status).json({ error: error.message });
});

module.exports = router;
