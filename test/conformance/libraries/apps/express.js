const express = require('express');
const multer = require('multer');
const { rateLimit } = require('express-rate-limit');
const passport = require('passport');
const { Strategy: BearerStrategy } = require('passport-http-bearer');
const { Strategy: LocalStrategy } = require('passport-local');
const { expressjwt } = require('express-jwt');
const { auth } = require('express-oauth2-jwt-bearer');
const cors = require('cors');
const csurf = require('csurf');
const { doubleCsrf } = require('csrf-csrf');
const helmet = require('helmet');
const compression = require('compression');
const cookieParser = require('cookie-parser');
const timeout = require('connect-timeout');
const { celebrate, Joi, Segments } = require('celebrate');
const { body } = require('express-validator');

passport.use(new BearerStrategy((token, done) => done(null, token === 'right' && { name: 'somebody' })));
passport.use(new LocalStrategy((name, password, done) => done(null, password === 'right' && { name })));
const upload = multer({ limits: { fileSize: 5 } });
const { doubleCsrfProtection } = doubleCsrf({ getSecret: () => 'secret', getSessionIdentifier: () => 'session' });

const app = express();
app.post('/json', express.json({ limit: 20 }), (req, res) => res.json({}));
app.post('/urlencoded', express.urlencoded({ limit: 20 }), (req, res) => res.json({}));
app.post('/text', express.text({ limit: 20 }), (req, res) => res.json({}));
app.post('/raw', express.raw({ limit: 20 }), (req, res) => res.json({}));
app.post('/upload', upload.single('file'), (req, res) => res.json({}));
app.get('/limited', rateLimit({ limit: 1 }), (req, res) => res.json({}));
app.get('/limited-draft-7', rateLimit({ limit: 1, standardHeaders: 'draft-7', legacyHeaders: false }), (req, res) =>
  res.json({}),
);
app.get('/limited-draft-6', rateLimit({ limit: 1, standardHeaders: true, legacyHeaders: false }), (req, res) =>
  res.json({}),
);
app.get('/limited-quietly', rateLimit({ limit: 1, legacyHeaders: false }), (req, res) => res.json({}));
app.get('/limited-otherwise', rateLimit({ limit: 1, statusCode: 503 }), (req, res) => res.json({}));
app.get('/bearer', passport.authenticate('bearer', { session: false }), (req, res) => res.json({}));
app.post('/local', passport.authenticate('local', { session: false }), (req, res) => res.json({}));
app.post('/led', passport.authenticate('local', { session: false, failureRedirect: '/log-in' }), (req, res) =>
  res.json({}),
);
app.get('/jwt', expressjwt({ secret: 'secret', algorithms: ['HS256'] }), (req, res) => res.json({}));
app.get('/oauth', auth({ issuerBaseURL: 'http://127.0.0.1:1/', audience: 'a' }), (req, res) => res.json({}));
app.options('/cors', cors(), (req, res) => res.json({}));
app.options('/cors-200', cors({ optionsSuccessStatus: 202 }), (req, res) => res.json({}));
app.post('/csurf', cookieParser(), csurf({ cookie: true }), (req, res) => res.json({}));
app.post('/csrf', cookieParser(), doubleCsrfProtection, (req, res) => res.json({}));
app.get('/late', timeout(20), (req, res) => req.once('never', () => res.json({})));
app.post(
  '/celebrated',
  express.json(),
  celebrate({ [Segments.BODY]: Joi.object({ name: Joi.string().required() }) }),
  (req, res) => res.json({}),
);
app.get('/harmless', helmet(), compression(), body('name').isString(), (req, res) => res.json({}));

const sound = express();
sound.use(express.json());
sound.post('/handled', (req, res) => res.json({}));
sound.use((error, req, res, next) => res.status(error.status === 400 ? 422 : 500).json({ error: 'unexpected' }));
app.use('/sound', sound);

exports.listen = () => app.listen(0);
