const express = require('express');
const { constants } = require('node:http2');
const createError = require('http-errors');
const { HttpStatus, codes } = require('./shared/statuses');

const router = express.Router();
const NOT_FOUND = 404;
const STATUS = Object.freeze({ CREATED: 201, errors: { CONFLICT: 409 } });
const BY_REASON = { taken: 409, expired: 410 };

// case constant: GET /constant
router.get('/constant', (req, res) => {
  res.status(NOT_FOUND).end(); // answers constant
});

// case table: POST /table {}
router.post('/table', (req, res) => {
  res.status(STATUS.CREATED).json({ ok: true }); // answers table
});

// case nested-table: GET /nested
router.get('/nested', (req, res) => {
  res.status(STATUS.errors.CONFLICT).json({ error: 'taken' }); // answers nested-table
});

// case imported: GET /imported
router.get('/imported', (req, res) => {
  res.status(HttpStatus.UNPROCESSABLE_ENTITY).json({ error: 'name' }); // answers imported
});

// case imported-renamed: GET /renamed
router.get('/renamed', (req, res) => {
  const { forbidden: code } = codes;
  res.sendStatus(code); // answers imported-renamed
});

// case node-constant: GET /node
router.get('/node', (req, res) => {
  res.sendStatus(constants.HTTP_STATUS_TOO_MANY_REQUESTS); // answers node-constant
});

// case either: GET /either?reason=expired
router.get('/either', (req, res) => {
  res.status(req.query.reason === 'taken' ? 409 : 410).end(); // answers either
});

// case chosen: GET /chosen?create=1
router.get('/chosen', (req, res) => {
  const code = req.query.create ? 201 : 200;
  res.status(code).json({}); // answers chosen
});

// case reassigned: GET /reassigned?bad=1
router.get('/reassigned', (req, res) => {
  let code = 200;
  if (req.query.bad) code = 400;
  res.status(code).json({}); // answers reassigned
});

// case looked-up: GET /looked-up?reason=taken
router.get('/looked-up', (req, res) => {
  res.status(BY_REASON[req.query.reason] || 500).end(); // answers looked-up
});

// case element-access: GET /element
router.get('/element', (req, res) => {
  res.status(STATUS['CREATED']).end(); // answers element-access
});

// case library-error: GET /library
router.get('/library', (req, res, next) => {
  next(createError(401, 'who?')); // answers library-error
});

// case library-class: GET /library-class
router.get('/library-class', () => {
  throw new createError.PaymentRequired(); // answers library-class
});

module.exports = router;
