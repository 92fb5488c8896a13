const Koa = require('koa');
const Router = require('@koa/router');
const bodyParser = require('koa-bodyparser');
const { bodyParser: newBodyParser } = require('@koa/bodyparser');
const { koaBody } = require('koa-body');
const jwt = require('koa-jwt');
const rateLimit = require('koa-ratelimit');
const cors = require('@koa/cors');

const router = new Router();
router.post('/old', bodyParser({ jsonLimit: 20 }), (ctx) => {
  ctx.body = {};
});
router.post('/new', newBodyParser({ jsonLimit: 20 }), (ctx) => {
  ctx.body = {};
});
router.post('/body', koaBody({ jsonLimit: 20 }), (ctx) => {
  ctx.body = {};
});
router.get('/jwt', jwt({ secret: 'secret' }), (ctx) => {
  ctx.body = {};
});
router.get('/jwt-let-pass', jwt({ secret: 'secret', passthrough: true }), (ctx) => {
  ctx.body = {};
});
router.get('/limited', rateLimit({ driver: 'memory', db: new Map(), max: 1 }), (ctx) => {
  ctx.body = {};
});
router.get('/limited-otherwise', rateLimit({ driver: 'memory', db: new Map(), max: 1, status: 503 }), (ctx) => {
  ctx.body = {};
});
router.options('/cors', cors(), (ctx) => {
  ctx.body = {};
});

const app = new Koa();
app.silent = true;
app.use(router.routes());

exports.listen = () => app.listen(0);
