// Handlers that look as if they answered. None of them ever does.
const express = require('express');
const createError = require('http-errors');
const { ApiError } = require('./shared/errors');

const router = express.Router();

// case another-response: GET /another-response
router.get('/another-response', async (req, res) => {
  const upstream = { json: async () => ({ ok: true }), status: 200 };
  await Promise.resolve(upstream).then((res) => res.json()); // never answers another-response
});

// case error-not-thrown: GET /error-not-thrown
router.get('/error-not-thrown', (req, res) => {
  if (!req.query.id) new ApiError(400, 'id'); // never answers error-not-thrown
});

// case factory-not-thrown: GET /factory-not-thrown
router.get('/factory-not-thrown', (req, res) => {
  createError(404, 'No such thing'); // never answers factory-not-thrown
});

// case error-swallowed: GET /error-swallowed
router.get('/error-swallowed', (req, res) => {
  try {
    throw new ApiError(422, 'name'); // never answers error-swallowed
  } catch (error) {
    res.locals.error = error;
  }
});

// case unreachable: GET /unreachable
router.get('/unreachable', (req, res) => {
  return;
  res.status(200).json({}); // never answers unreachable
});

// case method-not-called: GET /method-not-called
router.get('/method-not-called', (req, res) => {
  res.status(404).end; // never answers method-not-called
});

// case function-not-called: GET /function-not-called
router.get('/function-not-called', (req, res) => {
  const answer = () => res.status(200).end(); // never answers function-not-called
  console.assert(typeof answer === 'function');
});

// case rejected-in-vain: GET /rejected-in-vain
router.get('/rejected-in-vain', (req, res) => {
  Promise.reject(createError(409)).catch(() => {}); // never answers rejected-in-vain
});

// case read-status: GET /read-status
router.get('/read-status', (req, res) => {
  console.assert(res.statusCode !== 404); // never answers read-status
});

// case helper-only-sets: GET /helper-only-sets
router.get('/helper-only-sets', (req, res) => {
  setStatus(res, 404); // never answers helper-only-sets
});

function setStatus(res, code) {
  res.status(code);
  return res;
}

// case helper-sets: GET /helper-sets
router.get('/helper-sets', (req, res) => {
  setStatus(res, 410).json({ gone: true }); // answers helper-sets
});

// case array-answer: GET /array-answer
router.get('/array-answer', (req, res) => {
  return [404, { error: 'as in another framework' }]; // never answers array-answer
});

// case never-true: GET /never-true
router.get('/never-true', (req, res) => {
  if (false) res.status(500).end(); // never answers never-true
});

module.exports = router;
