const express = require('express');

const app = express.Router();

// case finally-after-answer: GET /finally
app.get('/finally', (req, res) => {
  let closed = false;
  try {
    return res.status(203).end(); // answers finally-after-answer
  } finally {
    closed = true;
    res.locals.closed = closed;
  }
});

// case finally-answers: GET /finally-answers
app.get('/finally-answers', (req, res) => {
  try {
    res.locals.work = 1;
  } finally {
    res.status(202).end(); // answers finally-answers
  }
});

// case labelled-continue: GET /labelled
app.get('/labelled', (req, res) => {
  rows: for (const row of [[1], [2]]) {
    for (const cell of row) {
      if (cell === 1) continue rows;
      return res.status(207).end(); // answers labelled-continue
    }
  }
  res.status(404).end();
});

// case falls-through: GET /falls-through/b
// case breaks: GET /falls-through/c
app.get('/falls-through/:kind', (req, res) => {
  switch (req.params.kind) {
    case 'a':
    case 'b':
      res.status(226);
    case 'd':
      res.json({}); // answers falls-through
      break;
    default:
      res.status(400).end(); // answers breaks
  }
});

// case flag: GET /flag
app.get('/flag', (req, res) => {
  let answered = false;
  if (!req.query.id) {
    res.status(400).end(); // answers flag
    answered = true;
  }
  if (!answered) res.json({});
});

// case returns-from-callback-only: GET /each
app.get('/each', (req, res) => {
  [1, 2].forEach(async (n) => {
    if (n > 5) return res.status(400).end();
  });
  res.status(202).end(); // answers returns-from-callback-only
});

function refuse(res, status) {
  res.status(status).end();
  throw new Error('refused');
}

// case never-comes-back: GET /never-comes-back
app.get('/never-comes-back', (req, res) => {
  if (!req.query.id) refuse(res, 422); // answers never-comes-back
  res.json({});
});

// case then-answers: GET /then
app.get('/then', (req, res) => {
  Promise.resolve(1)
    .then(() => res.status(203).end()) // answers then-answers
    .catch(() => res.status(502).end());
});

// case catch-answers: GET /catch
app.get('/catch', (req, res) => {
  Promise.reject(new Error('down'))
    .then(() => res.status(203).end())
    .catch(() => res.status(502).end()); // answers catch-answers
});

// case headers-sent: GET /headers-sent
app.get('/headers-sent', (req, res) => {
  res.status(208).end(); // answers headers-sent
  if (!res.headersSent) res.status(500).end();
});

// case on-finish: GET /on-finish
app.get('/on-finish', (req, res) => {
  res.on('finish', () => {
    res.locals.done = true;
  });
  res.status(206).end(); // answers on-finish
});

// case first-of-two: GET /two
app.get('/two', (req, res) => {
  if (!req.query.id) {
    res.status(400).json({}); // answers first-of-two
  }
  res.status(201).json({});
});

// case end-twice: GET /end-twice
app.get('/end-twice', (req, res) => {
  res.status(203).send('once').end(); // answers end-twice
});

// case late-status: GET /late-status
app.get('/late-status', (req, res) => {
  res.status(202).json({}); // answers late-status
  res.statusCode = 404;
});

// case nowhere: GET /nowhere
app.get('/nowhere', (req, res) => {
  res.status(302).json({ to: '/there' }); // answers nowhere
});

// case only-set: GET /only-set
app.get('/only-set', (req, res) => {
  res.status(404); // never answers only-set
});

// case only-assigned: GET /only-assigned
app.get('/only-assigned', (req, res) => {
  res.statusCode = 204; // never answers only-assigned
});

// case swallowed: GET /swallowed
app.get('/swallowed', async (req, res) => {
  try {
    await Promise.reject(new Error('down'));
  } catch {
    res.locals.failed = true; // never answers swallowed
  }
});

// case text-status: GET /text-status
app.get('/text-status', (req, res) => {
  res.status('409').end(); // answers text-status
});

// case null-status: GET /null-status
app.get('/null-status', (req, res) => {
  res.status(null).end(); // answers null-status
});

// case lost-rejection: GET /lost-rejection
app.get('/lost-rejection', async (req, res) => {
  throw new Error('lost'); // never answers lost-rejection in Express 4 // answers lost-rejection in Express 5
});

module.exports = app;
