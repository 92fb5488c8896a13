// No error middleware here: what Express itself does with an error decides.
const express = require('express');

const router = express.Router();

class CodeError extends Error {
  constructor(message, code) {
    super(message);
    this.code = code;
  }
}

class StatusError extends Error {
  constructor(message, status) {
    super(message);
    this.status = status;
  }
}

// case status-property: GET /status-property
router.get('/status-property', (req, res) => {
  throw new StatusError('Locked', 423); // answers status-property
});

// case code-is-ignored: GET /code-is-ignored
router.get('/code-is-ignored', (req, res) => {
  throw new CodeError('Not here', 404); // answers code-is-ignored
});

// case success-is-ignored: GET /success-is-ignored
router.get('/success-is-ignored', (req, res, next) => {
  next(new StatusError('All right', 200)); // answers success-is-ignored
});

// case status-in-force: GET /status-in-force
router.get('/status-in-force', (req, res) => {
  res.status(404);
  throw new Error('No such thing'); // answers status-in-force
});

// case status-in-force-next: GET /status-in-force-next
router.get('/status-in-force-next', (req, res, next) => {
  res.statusCode = 403;
  next(new Error('Not yours')); // answers status-in-force-next
});

// case plain-throw: GET /plain-throw
router.get('/plain-throw', (req, res) => {
  throw new Error('Unforeseen'); // answers plain-throw
});

// case text-thrown: GET /text-thrown
router.get('/text-thrown', (req, res) => {
  throw 'a text'; // answers text-thrown
});

// case text-to-next: GET /text-to-next
router.get('/text-to-next', (req, res, next) => {
  next('something failed'); // answers text-to-next
});

// case rejected: GET /rejected
router.get('/rejected', (req, res) => {
  return Promise.reject(new StatusError('Busy', 503)); // never answers rejected in Express 4 // answers rejected in Express 5
});

// case thrown-in-timer: GET /thrown-in-timer
router.get('/thrown-in-timer', (req, res) => {
  setTimeout(() => {
    throw new StatusError('Too late', 504); // never answers thrown-in-timer
  }, 1);
});

// case thrown-in-then: GET /thrown-in-then
router.get('/thrown-in-then', (req, res) => {
  Promise.resolve().then(() => {
    throw new StatusError('Nobody waits', 409); // never answers thrown-in-then
  });
});

// case async-caught: GET /async-caught
router.get('/async-caught', async (req, res) => {
  try {
    await Promise.reject(new Error('upstream'));
    res.json({});
  } catch (error) {
    res.status(502).json({ error: error.message }); // answers async-caught
  }
});

// case reference-error: GET /class-not-instance
router.get('/class-not-instance', (req, res, next) => {
  next(StatusError); // answers reference-error
});

module.exports = router;
