// Older and asynchronous shapes: promise chains, callbacks within callbacks, streams, events.
const { EventEmitter } = require('node:events');
const { createReadStream } = require('node:fs');
const { Readable, pipeline } = require('node:stream');
const express = require('express');

const router = express.Router();
const db = {
  findById: (id, done) =>
    setImmediate(() => (id === 'x' ? done(new Error('id')) : done(null, id === '1' ? { id } : null))),
  find: (id) => (id === 'x' ? Promise.reject(new Error('id')) : Promise.resolve(id === '1' ? { id } : null)),
};

// case chain-finds: GET /chain/1
// case chain-misses: GET /chain/2
// case chain-fails: GET /chain/x
router.get('/chain/:id', function (req, res, next) {
  db.find(req.params.id)
    .then(function (user) {
      if (!user) {
        return res.status(404).json({ message: 'None' }); // answers chain-misses
      }
      return res.status(206).json(user); // answers chain-finds
    })
    .catch(function (err) {
      err.status = 503;
      next(err); // answers chain-fails
    });
});

// case chain-throws: GET /chain-throws
router.get('/chain-throws', (req, res, next) => {
  db.find('2')
    .then((user) => {
      if (!user) {
        const err = new Error('None');
        err.status = 404;
        throw err; // answers chain-throws
      }
      return user;
    })
    .then((user) => res.json(user))
    .catch(next);
});

// case chain-second-argument: GET /chain-second
router.get('/chain-second', (req, res) => {
  db.find('x').then(
    (user) => res.json(user),
    (err) => res.status(502).json({ message: err.message }), // answers chain-second-argument
  );
});

// case chain-rejects: GET /chain-rejects
router.get('/chain-rejects', (req, res, next) => {
  db.find('1')
    .then(() => Promise.reject(Object.assign(new Error('Taken'), { status: 409 }))) // answers chain-rejects
    .catch(next);
});

// case callback-finds: GET /callback/1
// case callback-misses: GET /callback/2
// case callback-fails: GET /callback/x
router.get('/callback/:id', (req, res, next) => {
  db.findById(req.params.id, (err, found) => {
    if (err) return next(err); // answers callback-fails
    if (!found) return res.sendStatus(410); // answers callback-misses
    db.findById(found.id, (inner, again) => {
      if (inner) return next(inner);
      res.status(203).json(again); // answers callback-finds
    });
  });
});

// case own-promise: GET /own-promise
router.get('/own-promise', async (req, res) => {
  const answer = await new Promise((resolve) => {
    setImmediate(() => resolve({ status: 207 }));
  });
  res.status(answer.status === 207 ? 207 : 500).json(answer); // answers own-promise
});

// case event-answers: GET /event
router.get('/event', (req, res) => {
  const work = new EventEmitter();
  work.on('done', (data) => res.status(202).json(data)); // answers event-answers
  work.on('error', () => res.status(500).end());
  setImmediate(() => work.emit('done', {}));
});

// case stream-piped: GET /stream
router.get('/stream', (req, res) => {
  res.setHeader('Content-Type', 'text/plain');
  Readable.from(['a', 'b']).pipe(res); // answers stream-piped
});

// case stream-status: GET /stream-status
router.get('/stream-status', (req, res) => {
  res.writeHead(206, { 'Content-Range': 'bytes 0-1/2' });
  const stream = Readable.from(['a', 'b']);
  stream.pipe(res); // answers stream-status
});

// case stream-pipeline: GET /stream-pipeline
router.get('/stream-pipeline', (req, res) => {
  res.status(203);
  pipeline(Readable.from(['a']), res, () => {}); // answers stream-pipeline
});

// case stream-fails: GET /stream-fails
router.get('/stream-fails', (req, res) => {
  const stream = createReadStream('/there/is/no/such/file');
  stream.on('error', () => res.status(404).end()); // answers stream-fails
  stream.on('open', () => stream.pipe(res));
});

// case written-events: GET /written
router.get('/written', (req, res) => {
  res.set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-cache' });
  res.flushHeaders(); // answers written-events
  res.write('data: 1\n\n');
  res.end();
});

// case race-times-out: GET /race
router.get('/race', async (req, res) => {
  const timeout = new Promise((_resolve, reject) => setTimeout(() => reject(new Error('late')), 5));
  try {
    await Promise.race([timeout, new Promise(() => {})]);
    res.json({});
  } catch (error) {
    if (error.message === 'late') return res.status(504).json({ error: error.message }); // answers race-times-out
    throw error;
  }
});

// case all-settled: GET /all-settled
router.get('/all-settled', async (req, res) => {
  const results = await Promise.allSettled([db.find('1'), db.find('x')]);
  const failed = results.filter(({ status }) => status === 'rejected');
  if (failed.length > 0) return res.status(207).json({ failed: failed.length }); // answers all-settled
  res.json({});
});

// case wrapped-callback: GET /wrapped-callback
router.get('/wrapped-callback', (req, res, next) => {
  verify(req.query.token, (err, user) => {
    if (err || !user) {
      res.status(401);
      return next(new Error('Token')); // answers wrapped-callback
    }
    res.json(user);
  })(req, res, next);
});

function verify(token, done) {
  return (req, res, next) => setImmediate(() => done(null, token ? { token } : undefined));
}

// case middleware-sets: GET /sets
router.get(
  '/sets',
  (req, res, next) => {
    res.status(202);
    next();
  },
  (req, res) => {
    res.status(226).json({}); // answers middleware-sets
  },
);

// case self-method: GET /self
router.get('/self', function (req, res) {
  var self = { code: 208 };
  function answer() {
    res.status(self.code).end(); // answers self-method
  }
  setTimeout(answer, 1);
});

// case retried: GET /retried
router.get('/retried', async (req, res) => {
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      const found = await db.find(attempt === 0 ? 'x' : '1');
      return res.status(200).json(found); // answers retried
    } catch (error) {
      if (attempt === 1) return res.status(502).end();
    }
  }
});

module.exports = router;
