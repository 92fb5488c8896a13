const express = require('express');

const app = express();

// case try-works: GET /try
// case try-fails: GET /try?fail=1
app.get('/try', (req, res) => {
  try {
    const text = parse(req.query.fail);
    res.json({ text }); // answers try-works
  } catch (error) {
    res.status(400).json({ error: error.message }); // answers try-fails
  }
});

function parse(fail) {
  if (fail) throw new SyntaxError('no');
  return 'text';
}

// case finally-answers: GET /finally
app.get('/finally', (req, res) => {
  let status = 200;
  try {
    parse(true);
  } catch {
    status = 415;
  } finally {
    res.status(status).end(); // answers finally-answers
  }
});

// case rethrown: GET /rethrown
app.get('/rethrown', (req, res, next) => {
  try {
    parse(true);
    res.end();
  } catch (error) {
    error.status = 409;
    next(error); // answers rethrown
  }
});

// case by-class: GET /by-class
app.get('/by-class', (req, res) => {
  try {
    parse(true);
    res.json({});
  } catch (error) {
    if (error instanceof SyntaxError) return res.status(422).json({ error: 'syntax' }); // answers by-class
    res.status(500).json({ error: 'other' });
  }
});

// case switch-case: GET /switch/b
// case switch-default: GET /switch/z
// case switch-falls: GET /switch/c
app.get('/switch/:kind', (req, res) => {
  switch (req.params.kind) {
    case 'a':
      res.status(201).end();
      break;
    case 'b':
      res.status(202).end(); // answers switch-case
      break;
    case 'c':
    case 'd':
      return res.status(203).end(); // answers switch-falls
    default:
      res.status(404).end(); // answers switch-default
  }
});

// case switch-status: GET /switch-status/locked
app.get('/switch-status/:kind', (req, res) => {
  let code;
  switch (req.params.kind) {
    case 'locked':
      code = 423;
      break;
    case 'slow':
      code = 429;
      break;
    default:
      code = 400;
  }
  res.status(code).end(); // answers switch-status
});

// case else-if: GET /else-if?n=2
app.get('/else-if', (req, res) => {
  const n = Number(req.query.n);
  if (n === 1) {
    res.status(201).json({ n });
  } else if (n === 2) {
    res.status(202).json({ n }); // answers else-if
  } else {
    res.status(400).json({ n });
  }
});

// case status-in-branch: GET /status-in-branch?bad=1
app.get('/status-in-branch', (req, res) => {
  if (req.query.bad) res.status(400);
  else res.status(201);
  res.json({}); // answers status-in-branch
});

// case double-send: GET /double
app.get('/double', (req, res) => {
  res.status(401).json({ error: 'first' }); // answers double-send
  res.status(200).json({ ok: true });
});

// case missing-return: GET /missing-return
app.get('/missing-return', (req, res) => {
  if (!req.query.id) {
    res.status(400).json({ error: 'id' }); // answers missing-return
  }
  res.json({ id: req.query.id });
});

// case send-in-catch-again: GET /send-again
app.get('/send-again', (req, res) => {
  try {
    res.status(201).json({}); // answers send-in-catch-again
    parse(true);
  } catch (error) {
    if (!res.headersSent) res.status(500).json({ error: error.message });
  }
});

// case headers-not-sent: GET /headers-not-sent
app.get('/headers-not-sent', (req, res) => {
  if (res.headersSent) return;
  res.status(204).send(); // answers headers-not-sent
});

// case hang-empty: GET /hang-empty
app.get('/hang-empty', (req, res) => {
  console.assert(res.statusCode === 200); // never answers hang-empty
});

// case hang-status: GET /hang-status
app.get('/hang-status', (req, res) => {
  res.status(404); // never answers hang-status
});

// case hang-header: GET /hang-header
app.get('/hang-header', (req, res) => {
  res.set('X-Done', 'no').type('json'); // never answers hang-header
});

// case hang-returned: GET /hang-returned
app.get('/hang-returned', (req, res) => {
  return { statusCode: 200, body: 'as in a lambda' }; // never answers hang-returned
});

// case hang-later-only-status: POST /hang-post {}
app.post('/hang-post', async (req, res) => {
  await Promise.resolve();
  res.statusCode = 201; // never answers hang-later-only-status
});

// case short-circuit: GET /short-circuit
app.get('/short-circuit', (req, res) => {
  req.query.id || res.status(428).end(); // answers short-circuit
});

// case ternary-send: GET /ternary?ok=1
app.get('/ternary', (req, res) => {
  req.query.ok
    ? res.status(201).json({ message: 'This line is long enough to be one of its own' }) // answers ternary-send
    : res.status(400).json({ message: 'And so is this one, which answers something else' });
});

// case loop: GET /loop
app.get('/loop', (req, res) => {
  for (let tries = 0; tries < 3; tries++) {
    if (tries === 2) return res.status(504).end(); // answers loop
  }
  res.end();
});

// case labelled: GET /labelled
app.get('/labelled', (req, res) => {
  let code = 200;
  outer: for (const a of [1, 2]) {
    for (const b of [2, 3]) {
      if (a === b) {
        code = 409;
        break outer;
      }
    }
  }
  res.sendStatus(code); // answers labelled
});

// case hang-branch: GET /hang-branch?n=3
// case hang-branch-not: GET /hang-branch?n=1
app.get('/hang-branch', (req, res) => {
  if (req.query.n === '1') {
    // never answers hang-branch
    res.status(201).end(); // answers hang-branch-not
  } else if (req.query.n === '2') {
    res.status(202).end();
  }
});

// case hang-early-return: GET /hang-early
app.get('/hang-early', (req, res) => {
  if (!req.query.id) return; // never answers hang-early-return
  res.json({ id: req.query.id });
});

// case nested-function: GET /nested-function
app.get('/nested-function', (req, res) => {
  const refuse = (status, error) => res.status(status).json({ error });
  if (!req.query.id) return refuse(400, 'id'); // answers nested-function
  res.json({});
});

// case nested-function-no-status: GET /nested-no-status
app.get('/nested-no-status', (req, res) => {
  function done() {
    res.status(201).json({}); // answers nested-function-no-status
  }
  done();
});

// case collected-errors: POST /collected {}
app.post('/collected', (req, res) => {
  const errors = [];
  if (!req.body.name) errors.push('name');
  if (errors.length > 0) {
    return res.status(422).json({ errors }); // answers collected-errors
  }
  return res.status(201).json(req.body);
});

// case by-promise-all: GET /promise-all
app.get('/promise-all', async (req, res) => {
  const [a, b] = await Promise.all([1, Promise.resolve(2)]);
  res.status(a < b ? 206 : 416).end(); // answers by-promise-all
});

// case while-true: GET /while-true
app.get('/while-true', (req, res) => {
  let n = 0;
  while (true) {
    if (n++ > 2) {
      res.status(503).end(); // answers while-true
      break;
    }
  }
});

// case comma: GET /comma
app.get('/comma', (req, res) => {
  return res.status(401), res.end(); // answers comma
});

// case optional-call: GET /optional-call
app.get('/optional-call', (req, res) => {
  res?.status(400)?.json?.({}); // answers optional-call
});

module.exports = app;
