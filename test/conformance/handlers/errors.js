const express = require('express');
const { ApiError, NotFoundError, ConflictError, CodedError, Problem } = require('./shared/errors');

const router = express.Router();

// case constructor: GET /constructor
router.get('/constructor', () => {
  throw new ApiError(422, 'Name is missing'); // answers constructor
});

// case default-parameter: GET /default-parameter
router.get('/default-parameter', (req, res) => {
  throw new Problem('Oh no'); // answers default-parameter
});

// case parameter-given: GET /parameter-given
router.get('/parameter-given', (req, res) => {
  throw new Problem('Oh no', 503); // answers parameter-given
});

// case super: GET /super
router.get('/super', (req, res) => {
  throw new NotFoundError('User'); // answers super
});

// case factory: GET /factory
router.get('/factory', (req, res) => {
  throw ApiError.forbidden('Not yours'); // answers factory
});

// case field: GET /field
router.get('/field', () => {
  throw new ConflictError(); // answers field
});

// case given-to-next: GET /given-to-next
router.get('/given-to-next', (req, res, next) => {
  next(new NotFoundError('Order')); // answers given-to-next
});

// case returned-next: GET /returned-next
router.get('/returned-next', (req, res, next) => {
  if (!req.query.id) return next(ApiError.badRequest('id')); // answers returned-next
  res.json({});
});

// case name-table: GET /name-table
router.get('/name-table', (req, res) => {
  throw new CodedError('EXPIRED'); // answers name-table
});

// case own-status: GET /own-status
router.get('/own-status', (req, res, next) => {
  const error = new Error('Busy');
  error.status = 429;
  next(error); // answers own-status
});

// case assigned: GET /assigned
router.get('/assigned', (req, res) => {
  throw Object.assign(new Error('Too big'), { statusCode: 413 }); // answers assigned
});

// case plain-object: GET /plain-object
router.get('/plain-object', (req, res, next) => {
  next({ statusCode: 406, message: 'No' }); // answers plain-object
});

// case plain-error: GET /plain-error
router.get('/plain-error', (req, res) => {
  throw new Error('Unforeseen'); // answers plain-error
});

// case plain-error-to-next: GET /plain-error-to-next
router.get('/plain-error-to-next', (req, res, next) => {
  next(new Error('Unforeseen')); // answers plain-error-to-next
});

// case checked: GET /checked
router.get('/checked', (req, res) => {
  assertFound(undefined);
  res.json({});
});

function assertFound(value) {
  if (!value) throw new NotFoundError('Value'); // answers checked
}

// case always-throws: GET /always-throws
router.get('/always-throws', (req, res) => {
  refuse('Never'); // answers always-throws
});

function refuse(message) {
  throw new ApiError(403, message);
}

// case in-middleware: GET /in-middleware
router.get(
  '/in-middleware',
  (req, res, next) => (req.query.token ? next() : next(new ApiError(401, 'Token'))), // answers in-middleware
  (req, res) => res.json({}),
);

router.use((err, req, res, next) => {
  if (res.headersSent) return next(err);
  res.status(err.statusCode || err.status || 500).json({ error: err.message });
});

module.exports = router;
