var express = require('express');
var router = express.Router();

// case number-alone: GET /a
router.get('/a', (req, res) => {
  res.send(404); // answers number-alone
});

// case number-and-body: GET /b
router.get('/b', (req, res) => {
  res.send(403, 'no'); // answers number-and-body
});

// case json-number-first: GET /c
router.get('/c', (req, res) => {
  res.json(422, { error: 'name' }); // answers json-number-first
});

// case json-number-last: GET /d
router.get('/d', (req, res) => {
  res.json({ error: 'name' }, 400); // answers json-number-last
});

// case json-number-alone: GET /e
router.get('/e', (req, res) => {
  res.json(404); // answers json-number-alone
});

// case send-number-last: GET /f
router.get('/f', (req, res) => {
  res.send({ error: 'x' }, 401); // answers send-number-last
});

// case constant-number: GET /g
router.get('/g', (req, res) => {
  var code = 402;
  res.send(code); // answers constant-number
});

module.exports = router;
