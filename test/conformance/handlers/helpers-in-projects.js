const express = require('express');
const { buildService } = require('./shared/service');

const router = express.Router();
const service = buildService();

// Methods hung on the response by a middleware.
router.use((req, res, next) => {
  res.fail = (status, message) => res.status(status).json({ error: message });
  res.success = function (data, code = 200) {
    return this.status(code).json({ data });
  };
  next();
});

// case hung-on-response: GET /hung
router.get('/hung', (req, res) => {
  res.fail(404, 'Not here'); // answers hung-on-response
});

// case hung-default: GET /hung-default
router.get('/hung-default', (req, res) => {
  res.success([]); // answers hung-default
});

// case hung-given: POST /hung-given {}
router.post('/hung-given', (req, res) => {
  return res.success({ id: 1 }, 201); // answers hung-given
});

// The generator's shape: functions that are given the response and return a callback.
function respondWithResult(res, statusCode) {
  statusCode = statusCode || 200;
  return function (entity) {
    if (entity) {
      return res.status(statusCode).json(entity); // answers generated-result, generated-created
    }
    return null;
  };
}

function handleEntityNotFound(res) {
  return function (entity) {
    if (!entity) {
      res.status(404).end(); // answers generated-missing
      return null;
    }
    return entity;
  };
}

function handleError(res, statusCode) {
  statusCode = statusCode || 500;
  return function (err) {
    res.status(statusCode).send(String(err)); // answers generated-error
  };
}

// case generated-result: GET /generated/1
// case generated-missing: GET /generated/2
// case generated-error: GET /generated/x
router.get('/generated/:id', (req, res) => {
  return service
    .find(req.params.id)
    .then(handleEntityNotFound(res))
    .then(respondWithResult(res))
    .catch(handleError(res));
});

// case generated-created: POST /generated {"id":"3"}
router.post('/generated', (req, res) => {
  return service.create(req.body).then(respondWithResult(res, 201)).catch(handleError(res));
});

function checkStock(quantity) {
  if (quantity > 3) return { status: 409, body: { error: 'Sold out' } };
  return { status: 200, body: { quantity } };
}

// case result-of-function: GET /stock?quantity=9
router.get('/stock', (req, res) => {
  const result = checkStock(Number(req.query.quantity));
  res.status(result.status).json(result.body); // answers result-of-function
});

// case result-destructured: GET /stock-again?quantity=1
router.get('/stock-again', (req, res) => {
  const { status, body } = checkStock(Number(req.query.quantity));
  res.status(status).json(body); // answers result-destructured
});

// case result-of-service: GET /service
router.get('/service', async (req, res) => {
  const { statusCode, ...rest } = await service.answer();
  return res.status(statusCode).json(rest); // answers result-of-service
});

// case helper-in-condition: GET /in-condition?bad=1
router.get('/in-condition', (req, res) => {
  req.query.bad
    ? sendJson(res, { error: 'The request was bad, and this line is long' }, 400) // answers helper-in-condition
    : sendJson(res, { message: 'The request was good, and this line is long too' });
});

function sendJson(res, body, status = 200) {
  res.writeHead(status, { 'Content-Type': 'application/json' });
  res.end(JSON.stringify(body));
}

// case helper-by-raw: GET /by-raw
router.get('/by-raw', (req, res) => {
  sendJson(res, { ok: true }, 202); // answers helper-by-raw
});

// case bound-method: GET /bound-method
router.get('/bound-method', (req, res) => {
  const answer = res.status(203).json.bind(res);
  answer({}); // answers bound-method
});

// case helper-object: GET /helper-object
const responses = {
  badRequest(res, message) {
    return res.status(400).json({ message });
  },
  conflict: (res, message) => res.status(409).json({ message }),
};
router.get('/helper-object', (req, res) => responses.conflict(res, 'Taken')); // answers helper-object

// case helper-object-method: GET /helper-object-method
router.get('/helper-object-method', (req, res) => {
  return responses.badRequest(res, 'Name'); // answers helper-object-method
});

// case helper-awaited: GET /helper-awaited
router.get('/helper-awaited', async (req, res) => {
  await answerLater(res, 206); // answers helper-awaited
});

async function answerLater(res, status) {
  await Promise.resolve();
  res.sendStatus(status);
}

// case helper-with-request: GET /with-request
router.get('/with-request', (req, res, next) => {
  answerAll(req, res, next, { code: 226 }); // answers helper-with-request
});

function answerAll(req, res, _next, { code }) {
  res.status(code).json({ path: req.path });
}

module.exports = router;
