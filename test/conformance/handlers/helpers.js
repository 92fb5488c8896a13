const express = require('express');
const { sendError, respond, fail, ok } = require('./shared/respond');
const Reply = require('./shared/reply');
const reply = new (require('./shared/replier'))();

const router = express.Router();

function sendProblem(res, status, title) {
  return res.status(status).json({ title });
}

const notFound = (res, what = 'Nothing') => res.status(404).json({ error: `${what} not found` });

const created = (res) => (data) => {
  res.status(201).json(data);
};

// case same-file: GET /same-file
router.get('/same-file', (req, res) => {
  sendProblem(res, 409, 'Taken'); // answers same-file
});

// case fixed: GET /fixed
router.get('/fixed', (req, res) => notFound(res)); // answers fixed

// case imported: GET /imported
router.get('/imported', (req, res) => {
  return sendError(res, 404, 'No such user'); // answers imported
});

// case imported-default: GET /imported-default
router.get('/imported-default', (req, res) => {
  sendError(res); // answers imported-default
});

// case options: GET /options
router.get('/options', (req, res) => {
  respond(res, { status: 422, message: 'Name is missing' }); // answers options
});

// case options-default: GET /options-default
router.get('/options-default', (req, res) => {
  respond(res, { message: 'Well done' }); // answers options-default
});

// case member-of-options: GET /member-of-options
router.get('/member-of-options', (req, res) => {
  fail({ res, code: 403 }); // answers member-of-options
});

// case fallback: GET /fallback
router.get('/fallback', (req, res) => {
  ok(res, { data: [] }); // answers fallback
});

// case static-method: GET /static-method
router.get('/static-method', (req, res) => {
  Reply.unauthorized(res, 'Who are you?'); // answers static-method
});

// case static-through-this: GET /static-through-this
router.get('/static-through-this', (req, res) => {
  return Reply.created(res, { id: 1 }); // answers static-through-this
});

// case instance-method: GET /instance-method
router.get('/instance-method', (req, res) => {
  reply.gone(res); // answers instance-method
});

// case curried: POST /curried {}
router.post('/curried', (req, res) => {
  created(res)({ id: 1 }); // answers curried
});

// case two-deep: GET /two-deep
router.get('/two-deep', (req, res) => {
  badRequest(res, 'Two deep'); // answers two-deep
});

function badRequest(res, message) {
  sendError(res, 400, message);
}

// case status-then-helper: GET /status-then-helper
router.get('/status-then-helper', (req, res) => {
  res.status(206);
  sendBody(res, { part: 1 }); // answers status-then-helper
});

function sendBody(res, body) {
  res.json(body);
}

// case guard-refuses: GET /guard
// case guard-lets-pass: GET /guard?token=1
router.get('/guard', (req, res) => {
  if (!checkToken(req, res)) return;
  res.json({ secret: true }); // answers guard-lets-pass
});

function checkToken(req, res) {
  if (req.query.token) return true;
  res.status(401).json({ error: 'No token' }); // answers guard-refuses
  return false;
}

module.exports = router;
