const express = require('express');
const { ApiError, NotFoundError, ConflictError } = require('./shared/errors');
const { answering, catching } = require('./shared/wrap');

const router = express.Router();

// case missing: GET /missing
router.get(
  '/missing',
  answering(async () => {
    throw new NotFoundError('It'); // answers missing
  }),
);

// case refused: GET /refused
router.get(
  '/refused',
  answering(async () => {
    throw new ApiError(403, 'no'); // answers refused
  }),
);

// case passed-on: GET /passed-on
router.get(
  '/passed-on',
  answering(async () => {
    throw new ConflictError('taken'); // answers passed-on
  }),
);

async function fails() {
  throw new Error('Oh no'); // answers caught
}

// case caught: GET /caught
router.get('/caught', catching(fails));

module.exports = router;
