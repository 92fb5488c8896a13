const express = require('express');
const { hangMethods } = require('./shared/hang-methods');

const router = express.Router();
router.use(hangMethods);

// case refused: GET /refused
// case given: GET /refused?id=1
router.get('/refused', (req, res) => {
  if (!req.query.id) return res.refuse(422, 'Which one?'); // answers refused
  res.give({}); // answers given
});

// case given-with-status: GET /given-with-status
router.get('/given-with-status', (req, res) => {
  res.status(206);
  res.give({}); // answers given-with-status
});

module.exports = router;
