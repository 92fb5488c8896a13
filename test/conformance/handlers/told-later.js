// Errors that reach their answer through promises, catch clauses and fields that are assigned on the way.
const express = require('express');
const { ApiError, NotFoundError } = require('./shared/errors');

const router = express.Router();
const find = async (id) => (id === '1' ? { id } : null);

// case handed-by-function: GET /handed-by-function
router.get('/handed-by-function', (req, res, next) => {
  find('2')
    .then((found) => {
      if (!found) throw new NotFoundError('It'); // answers handed-by-function
      res.json(found);
    })
    .catch((error) => next(error));
});

// case replaced-by-function: GET /replaced-by-function
router.get('/replaced-by-function', (req, res) => {
  find('2')
    .then((found) => {
      if (!found) throw new NotFoundError('It');
      res.json(found);
    })
    .catch(() => res.status(400).end()); // answers replaced-by-function
});

// case second-argument-misses: GET /second-argument-misses
router.get('/second-argument-misses', (req, res) => {
  find('2').then(
    () => {
      throw new NotFoundError('It'); // never answers second-argument-misses
    },
    () => res.status(500).end(),
  );
});

// case promise-of-handler: GET /promise-of-handler
router.get('/promise-of-handler', (req, res) => {
  return find('2').then(() => {
    throw new ApiError(409, 'Taken'); // never answers promise-of-handler in Express 4 // answers promise-of-handler in Express 5
  });
});

// case rejected-in-executor: GET /rejected-in-executor
router.get('/rejected-in-executor', (req, res, next) => {
  new Promise((resolve, reject) => {
    setImmediate(() => reject(new ApiError(504, 'Late'))); // answers rejected-in-executor
  })
    .then((found) => res.json(found))
    .catch(next);
});

// case rejected-and-awaited: GET /rejected-and-awaited
router.get('/rejected-and-awaited', async (req, res, next) => {
  try {
    await new Promise((resolve, reject) => {
      setImmediate(() => reject(new ApiError(503, 'Busy'))); // answers rejected-and-awaited
    });
    res.json({});
  } catch (error) {
    next(error);
  }
});

// case thrown-again: GET /thrown-again
router.get('/thrown-again', async (req, res) => {
  try {
    if (!req.query.id) throw new ApiError(422, 'id'); // never answers thrown-again in Express 4 // answers thrown-again in Express 5
    res.json({});
  } catch (error) {
    throw error;
  }
});

// case clause-asks-class: GET /clause-asks-class
router.get('/clause-asks-class', async (req, res) => {
  try {
    throw new NotFoundError('It'); // answers clause-asks-class
  } catch (error) {
    if (error instanceof NotFoundError) return res.status(410).json({ error: error.message });
    return res.status(error.statusCode || 500).json({ error: 'Server' });
  }
});

// case clause-asks-field: GET /clause-asks-field
router.get('/clause-asks-field', (req, res) => {
  try {
    throw new ApiError(413, 'Too much'); // answers clause-asks-field
  } catch ({ statusCode = 500, message }) {
    res.status(statusCode).json({ message });
  }
});

// case field-if: GET /field-if
// case field-if-not: GET /field-if?id=1
router.get('/field-if', (req, res, next) => {
  const error = new Error('id');
  if (!req.query.id) error.statusCode = 400;
  next(error); // answers field-if, field-if-not
});

// case paths-in-a-list: GET /second-of-list
router.get(['/first-of-list', '/second-of-list'], (req, res) => {
  throw new ApiError(411, 'Listed'); // answers paths-in-a-list
});

// case field-in-branch: GET /field-in-branch
// case field-not-in-branch: GET /field-in-branch?id=1
router.get('/field-in-branch', (req, res, next) => {
  const error = new Error('id');
  if (!req.query.id) {
    error.statusCode = 428;
    return next(error); // answers field-in-branch
  }
  next(error); // answers field-not-in-branch
});

// case field-of-caught: GET /field-of-caught
router.get('/field-of-caught', (req, res, next) => {
  try {
    JSON.parse('{');
    res.end();
  } catch (error) {
    error.statusCode = 415;
    return next(error); // answers field-of-caught
  }
});

// case field-nobody-reads: GET /field-nobody-reads
router.get('/field-nobody-reads', (req, res, next) => {
  const error = new Error('It has a field that the middleware does not ask for');
  error.status = 404;
  next(error); // answers field-nobody-reads
});

// case assigned-before: GET /assigned-before
router.get('/assigned-before', (req, res) => {
  let status = 200;
  status = 202;
  res.status(status).end(); // answers assigned-before
  status = 500;
});

// case parameter-assigned: GET /parameter-assigned
router.get('/parameter-assigned', (req, res) => {
  answer(res); // answers parameter-assigned
});

function answer(res, status) {
  status = status || 203;
  res.status(status).end();
}

// case element-assigned: GET /element-assigned
router.get('/element-assigned', (req, res) => {
  let { status } = { status: 200 };
  status = 205;
  res.status(status).end(); // answers element-assigned
});

router.use((error, req, res, next) => {
  error.statusCode = error.statusCode || 500;
  res.status(error.statusCode).json({ error: error.message });
});

module.exports = router;
