const express = require('express');

const router = express.Router();

class HttpError extends Error {
  constructor(httpStatus, message) {
    super(message);
    this.httpStatus = httpStatus;
  }
}

class ValidationError extends Error {
  constructor(message) {
    super(message);
    this.name = 'ValidationError';
  }
}

const reads = express.Router();
// case own-field: GET /reads/own-field
reads.get('/own-field', (req, res) => {
  throw new HttpError(412, 'Changed meanwhile'); // answers own-field
});
reads.use((err, req, res, next) => {
  res.status(err.httpStatus || 500).send(err.message);
});
router.use('/reads', reads);

// The middleware of these asks for another property than the class has.
const forgets = express.Router();
// case other-field: GET /forgets/other-field
forgets.get('/other-field', (req, res) => {
  throw new HttpError(412, 'Changed meanwhile'); // answers other-field
});
forgets.use((err, req, res, next) => {
  res.status(err.statusCode || 500).send(err.message);
});
router.use('/forgets', forgets);

// The tutorial's shape: the status that was set on the response before the error was thrown.
const tutorial = express.Router();
// case res-status-then-throw: GET /tutorial/missing
tutorial.get('/missing', (req, res) => {
  res.status(404);
  throw new Error('Not found'); // answers res-status-then-throw
});
// case throw-without-status: GET /tutorial/broken
tutorial.get('/broken', (req, res) => {
  throw new Error('Broken'); // answers throw-without-status
});
tutorial.use((err, req, res, next) => {
  const statusCode = res.statusCode === 200 ? 500 : res.statusCode;
  res.status(statusCode).json({ message: err.message });
});
router.use('/tutorial', tutorial);

const mapped = express.Router();
// case mapped-by-class: GET /mapped/class
mapped.get('/class', (req, res) => {
  throw new ValidationError('name');
});
// case mapped-otherwise: GET /mapped/other
mapped.get('/other', (req, res) => {
  throw new TypeError('x');
});
mapped.use((err, req, res, next) => {
  if (err instanceof ValidationError) return res.status(422).json({ error: err.message }); // answers mapped-by-class
  if (err.name === 'CastError') return res.status(400).json({ error: 'id' });
  return res.status(500).json({ error: 'Server' }); // answers mapped-otherwise
});
router.use('/mapped', mapped);

const local = express.Router();
// case caught-and-asked: GET /local/asked
local.get('/asked', (req, res) => {
  try {
    throw new HttpError(424, 'Depends'); // answers caught-and-asked
  } catch (error) {
    res.status(error.httpStatus || 500).json({ error: error.message });
  }
});
// case caught-and-fixed: GET /local/fixed
local.get('/fixed', (req, res) => {
  try {
    throw new HttpError(404, 'Not here');
  } catch (error) {
    res.status(400).json({ error: error.message }); // answers caught-and-fixed
  }
});
// case caught-and-passed: GET /local/passed
local.get('/passed', async (req, res, next) => {
  try {
    throw Object.assign(new Error('Slow'), { status: 408 }); // answers caught-and-passed
  } catch (error) {
    next(error);
  }
});
// case logged-then-fixed: GET /local/logged
local.get('/logged', (req, res) => {
  res.once('finish', () => {});
  doWork()
    .then((made) => res.status(201).json(made))
    .catch((error) => {
      if (error.code === 11000) {
        return res.status(409).json({ error: 'Taken' }); // answers logged-then-fixed
      }
      return res.status(500).json({ error: 'Server' });
    });
});
router.use('/local', local);

async function doWork() {
  throw Object.assign(new Error('E11000 duplicate key'), { code: 11000 });
}

module.exports = router;
