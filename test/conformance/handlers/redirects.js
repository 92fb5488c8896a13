const { Router } = require('express');

const router = Router();
const HOME = '/home';

// case temporary: GET /old
router.get('/old', (req, res) => {
  res.redirect(HOME); // answers temporary
});

// case permanent: GET /older
router.get('/older', (req, res) => {
  res.redirect(301, HOME); // answers permanent
});

// case see-other: POST /form {}
router.post('/form', (req, res) => {
  return res.redirect(303, `/form/${req.body.id}`); // answers see-other
});

// case reversed: GET /reversed
router.get('/reversed', (req, res) => {
  res.redirect(HOME, 301); // answers reversed
});

// case status-then-redirect: GET /overruled
router.get('/overruled', (req, res) => {
  res.status(308).redirect(HOME); // answers status-then-redirect
});

// case by-hand: GET /by-hand
router.get('/by-hand', (req, res) => {
  res.statusCode = 307;
  res.set('Location', HOME);
  res.end(); // answers by-hand
});

// case guest: GET /account
// case member: GET /account?user=1
router.get('/account', (req, res) => {
  if (!req.query.user) {
    res.redirect('/login'); // answers guest
    return;
  }
  res.send('Welcome'); // answers member
});

// case status-assigned-then-redirect: GET /assigned
router.get('/assigned', (req, res) => {
  res.statusCode = 301;
  res.redirect(HOME); // answers status-assigned-then-redirect
});

// case status-chosen: GET /chosen?forever=1
router.get('/chosen', (req, res) => {
  res.redirect(req.query.forever ? 308 : 307, HOME); // answers status-chosen
});

// case back: GET /back
router.get('/back', (req, res) => {
  res.redirect(req.get('Referrer') || '/'); // answers back
});

// case location-alone: GET /location-alone
router.get('/location-alone', (req, res) => {
  res.location(HOME).end(); // answers location-alone
});

module.exports = router;
