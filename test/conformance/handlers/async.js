const express = require('express');
const { NotFoundError, ApiError } = require('./shared/errors');

const router = express.Router();
const asyncHandler = (fn) => (req, res, next) => Promise.resolve(fn(req, res, next)).catch(next);

function catchAsync(fn) {
  return async (req, res, next) => {
    try {
      await fn(req, res, next);
    } catch (error) {
      next(error);
    }
  };
}

async function findUser(id) {
  return id === '1' ? { id } : null;
}

function readLater(fail, done) {
  setImmediate(() => (fail ? done(new Error('disk')) : done(null, 'text')));
}

// case awaited: GET /users/1
// case awaited-missing: GET /users/2
router.get('/users/:id', async (req, res) => {
  const user = await findUser(req.params.id);
  if (!user) return res.status(404).json({ error: 'No such user' }); // answers awaited-missing
  return res.json(user); // answers awaited
});

// case wrapped-throw: GET /wrapped/2
// case wrapped-found: GET /wrapped/1
router.get(
  '/wrapped/:id',
  asyncHandler(async (req, res) => {
    const user = await findUser(req.params.id);
    if (!user) throw new NotFoundError('User'); // answers wrapped-throw
    res.json(user); // answers wrapped-found
  }),
);

// case caught-async: PUT /wrapped/2 {}
router.put('/wrapped/:id', catchAsync(updateUser));

async function updateUser(req, res) {
  const user = await findUser(req.params.id);
  if (!user) throw new ApiError(409, 'Gone meanwhile'); // answers caught-async
  res.status(200).json(user);
}

// case bare-throw: GET /bare/2
router.get('/bare/:id', async (req, res) => {
  const user = await findUser(req.params.id);
  if (!user) throw new NotFoundError('User'); // never answers bare-throw in Express 4 // answers bare-throw in Express 5
  res.json(user);
});

// case bare-plain-throw: GET /bare-plain
router.get('/bare-plain', async (req, res) => {
  throw new Error('Unforeseen'); // never answers bare-plain-throw in Express 4 // answers bare-plain-throw in Express 5
});

// case returned-error: GET /returned-error
router.get('/returned-error', async (req, res) => {
  return new ApiError(404, 'Returned, not thrown'); // never answers returned-error
});

// case async-next: GET /async-next
router.get('/async-next', async (req, res, next) => {
  try {
    const user = await findUser('2');
    if (!user) return next(new ApiError(404, 'No such user')); // answers async-next
    res.json(user);
  } catch (error) {
    next(error);
  }
});

// case then: GET /then
router.get('/then', (req, res) => {
  findUser('1').then((user) => {
    res.status(203).json(user); // answers then
  });
});

// case then-catch: GET /then-catch
router.get('/then-catch', (req, res) => {
  Promise.reject(new Error('no'))
    .then((user) => res.json(user))
    .catch(() => res.status(502).json({ error: 'Upstream' })); // answers then-catch
});

// case catch-next: GET /catch-next
router.get('/catch-next', (req, res, next) => {
  findUser('2')
    .then((user) => {
      if (!user) throw new NotFoundError('User'); // answers catch-next
      res.json(user);
    })
    .catch(next);
});

// case callback-fails: GET /callback?fail=1
// case callback-works: GET /callback
router.get('/callback', (req, res) => {
  readLater(req.query.fail, (error, text) => {
    if (error) return res.status(500).json({ error: error.message }); // answers callback-fails
    res.type('text').send(text); // answers callback-works
  });
});

// case nested-callbacks: GET /nested
router.get('/nested', (req, res, next) => {
  readLater(false, (error, text) => {
    if (error) return next(error);
    readLater(true, (inner) => {
      if (inner) {
        res.status(507).end(text); // answers nested-callbacks
        return;
      }
      res.end();
    });
  });
});

// case timer: GET /timer
router.get('/timer', (req, res) => {
  setTimeout(() => res.status(208).end(), 5); // answers timer
});

// case for-each-async: GET /for-each-async
router.get('/for-each-async', async (req, res) => {
  ['1', '2'].forEach(async (id) => {
    const user = await findUser(id);
    if (!user) return res.status(404).end();
  });
  res.json({ ok: true }); // answers for-each-async
});

// case for-of: GET /for-of
router.get('/for-of', async (req, res) => {
  for (const id of ['1', '2']) {
    const user = await findUser(id);
    if (!user) return res.status(404).end(); // answers for-of
  }
  res.json({ ok: true });
});

// case for-each-sync: GET /for-each-sync
router.get('/for-each-sync', (req, res) => {
  const bad = [1, -1].filter((n) => n < 0);
  if (bad.length) return res.status(416).json({ bad }); // answers for-each-sync
  res.json({});
});

// case response-given-away: GET /given-away
router.get('/given-away', (req, res) => {
  withResponse(res, (given) => {
    given.status(207).json([]); // answers response-given-away
  });
});

function withResponse(res, use) {
  use(res);
}

// case iife: GET /iife
router.get('/iife', (req, res) => {
  (async () => {
    await findUser('1');
    res.status(202).end(); // answers iife
  })();
});

// case finished-stream: GET /stream
router.get('/stream', (req, res) => {
  const { Readable } = require('node:stream');
  res.status(206);
  Readable.from(['a', 'b']).pipe(res); // answers finished-stream
});

router.use((error, req, res, next) => {
  const status = error.statusCode ?? 500;
  res.status(status).json({ error: error.message });
});

module.exports = router;
