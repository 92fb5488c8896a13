const express = require('express');

const router = express.Router();

// case out-of-range: GET /out-of-range
router.get('/out-of-range', (req, res) => {
  res.status(1000).json({}); // answers out-of-range
});

// case undefined-status: GET /undefined-status
router.get('/undefined-status', (req, res) => {
  res.status(undefined).json({}); // answers undefined-status
});

// case misspelled: GET /misspelled
router.get('/misspelled', (req, res) => {
  const STATUS = { NOT_FOUND: 404 };
  res.status(STATUS.NOTFOUND).json({}); // answers misspelled
});

// case body-with-204: GET /body-with-204
router.get('/body-with-204', (req, res) => {
  res.status(204).json({ ignored: true }); // answers body-with-204
});

// case kept-by-number: GET /kept-by-number
router.get('/kept-by-number', (req, res) => {
  res.status(404).send(404); // answers kept-by-number
});

// case other-number: GET /other-number
router.get('/other-number', (req, res) => {
  res.status(400).json(422, { error: 'name' }); // answers other-number
});

// case number-last-with-status: GET /number-last-with-status
router.get('/number-last-with-status', (req, res) => {
  res.status(201).json({ ok: true }, 200); // answers number-last-with-status
});

// case float: GET /float
router.get('/float', (req, res) => {
  res.status(200.5).end(); // answers float
});

// case send-status-after-status: GET /send-status-after-status
router.get('/send-status-after-status', (req, res) => {
  res.status(400).sendStatus(404); // answers send-status-after-status
});

// case status-after-send: GET /status-after-send
router.get('/status-after-send', (req, res) => {
  res.json({ early: true }).status(201); // answers status-after-send
});

// case write-then-status: GET /write-then-status
router.get('/write-then-status', (req, res) => {
  res.write('begun'); // answers write-then-status
  res.statusCode = 500;
  res.end();
});

// case jsonp: GET /jsonp
router.get('/jsonp', (req, res) => {
  res.status(202).jsonp({ ok: true }); // answers jsonp
});

// case redirect-once-more: GET /redirect-twice
router.get('/redirect-twice', (req, res) => {
  res.redirect('/a'); // answers redirect-once-more
  res.redirect(301, '/b');
});

// case missing-file: GET /missing-file
router.get('/missing-file', (req, res) => {
  res.sendFile('no-such-file.html', { root: __dirname }, (error) => {
    if (error) res.status(404).end(); // answers missing-file
  });
});

// case format: GET /format
router.get('/format', (req, res) => {
  res.format({
    json: () => res.status(203).json({}), // answers format
    text: () => res.status(206).send(''),
  });
});

module.exports = router;
