// Families of errors as courses and projects build them, with the middleware that each brings along.
const express = require('express');
const {
  CustomError,
  RequestValidationError,
  NotFound,
  CodedError,
  AppError,
  ErrorHandler,
} = require('./shared/error-family');

const router = express.Router();

const custom = express.Router();
// case abstract-field: GET /custom/missing
custom.get('/missing', async (req, res, next) => {
  try {
    throw new NotFound(); // answers abstract-field
  } catch (error) {
    next(error);
  }
});
// case abstract-validation: POST /custom/validation {}
custom.post('/validation', (req, res) => {
  const errors = req.body.name ? [] : [{ msg: 'name' }];
  if (errors.length > 0) throw new RequestValidationError(errors); // answers abstract-validation
  res.status(201).send({});
});
// case abstract-other: GET /custom/other
custom.get('/other', (req, res) => {
  throw new Error('What is it'); // answers abstract-other
});
custom.use((err, req, res, next) => {
  if (err instanceof CustomError) {
    return res.status(err.statusCode).send({ errors: err.serializeErrors() });
  }
  console.assert(err);
  res.status(400).send({ errors: [{ message: 'Something went wrong' }] });
});
router.use('/custom', custom);

// The course in which the error handler makes an error of its own of what it knows.
const course = express.Router();
// case course-thrown: GET /course/thrown
course.get('/thrown', (req, res, next) => {
  return next(new ErrorHandler('Product not found', 404)); // answers course-thrown
});
// case course-cast: GET /course/cast
course.get('/cast', (req, res, next) => {
  const error = new Error('Cast to ObjectId failed');
  error.name = 'CastError';
  next(error); // answers course-cast
});
// case course-other: GET /course/other
course.get('/other', (req, res, next) => {
  next(new Error('Something else')); // answers course-other
});
course.use((err, req, res, next) => {
  err.statusCode = err.statusCode || 500;
  err.message = err.message || 'Internal Server Error';
  if (err.name === 'CastError') {
    const message = `Resource not found. Invalid: ${err.path}`;
    err = new ErrorHandler(message, 400);
  }
  if (err.code === 11000) {
    const message = `Duplicate ${Object.keys(err.keyValue)} entered`;
    err = new ErrorHandler(message, 409);
  }
  res.status(err.statusCode).json({ success: false, message: err.message });
});
router.use('/course', course);

// Codes in words, and a table that tells their statuses.
const coded = express.Router();
const STATUS_BY_CODE = { not_found: 404, rate_limited: 429, unauthorized: 401 };
// case coded-found: GET /coded/limited
coded.get('/limited', () => {
  throw new CodedError({ code: 'rate_limited', message: 'Slow down' }); // answers coded-found
});
// case coded-not-found: GET /coded/odd
coded.get('/odd', () => {
  throw new CodedError({ code: 'odd', message: 'Odd' }); // answers coded-not-found
});
coded.use((error, req, res, _next) => {
  const status = STATUS_BY_CODE[error.code] || 500;
  res.status(status).json({ error: { code: error.code, message: error.message } });
});
router.use('/coded', coded);

// Errors that are asked by a method.
const asked = express.Router();
// case asked-method: GET /asked/method
asked.get('/method', () => {
  throw new AppError('Locked', 423); // answers asked-method
});
// case asked-static: GET /asked/static
asked.get('/static', () => {
  throw AppError.conflict('Taken'); // answers asked-static
});
// case asked-wrapped: GET /asked/wrapped
asked.get('/wrapped', (req, res, next) => {
  try {
    JSON.parse('{');
  } catch (cause) {
    next(AppError.from(cause)); // answers asked-wrapped
  }
});
// case asked-default: GET /asked/default
asked.get('/default', () => {
  throw new AppError('No status'); // answers asked-default
});
asked.use((error, req, res, next) => {
  const status = error instanceof AppError ? error.getStatus() : 500;
  res.status(status).json(error instanceof AppError ? error.toJSON() : { message: 'Server' });
});
router.use('/asked', asked);

// Error handlers in a list of rules.
const listed = express.Router();
// case in-order: GET /listed/range
listed.get('/range', () => {
  throw new RangeError('Out of range'); // answers in-order
});
listed.use((error, req, res, next) => {
  if (error instanceof SyntaxError) {
    res.status(400).json({ error: 'JSON' });
  } else if (error instanceof RangeError) {
    res.status(416).json({ error: 'Range' });
  } else {
    next(error);
  }
});
router.use('/listed', listed);

// A function with three parameters is no error handler, whatever they are called.
const three = express.Router();
// case three-parameters: GET /three-parameters/three
three.get('/three', (req, res) => {
  throw Object.assign(new Error('Not this one'), { status: 418 }); // answers three-parameters
});
three.use((err, req, res) => {
  res.status(500).json({ error: 'It is never called for errors' });
});
router.use('/three-parameters', three);

module.exports = router;
