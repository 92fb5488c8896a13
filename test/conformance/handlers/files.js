const { join } = require('node:path');
const express = require('express');

const router = express.Router();

// case download: GET /download
router.get('/download', (_req, res) => res.download(join(__dirname, 'files.js'))); // answers download

// case file: GET /file
router.get('/file', (_req, res) => {
  res.status(203).sendFile(join(__dirname, 'files.js')); // answers file
});

// case old-file: GET /old-file
router.get('/old-file', (_req, res) => {
  if (!res.sendfile) return res.status(501).end(); // answers old-file in Express 5
  res.sendfile(join(__dirname, 'files.js')); // answers old-file in Express 4
});

// case rendered: GET /rendered
router.get('/rendered', (_req, res) => res.status(410).render('gone')); // answers rendered

module.exports = router;
