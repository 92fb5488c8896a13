const { serve } = require('@hono/node-server');
const { Hono } = require('hono');
const { zValidator } = require('@hono/zod-validator');
const { z } = require('zod');
const { validator } = require('hono/validator');
const { jwt } = require('hono/jwt');
const { bearerAuth } = require('hono/bearer-auth');
const { basicAuth } = require('hono/basic-auth');
const { csrf } = require('hono/csrf');
const { bodyLimit } = require('hono/body-limit');
const { cors } = require('hono/cors');
const { timeout } = require('hono/timeout');
const { ipRestriction } = require('hono/ip-restriction');
const { rateLimiter } = require('hono-rate-limiter');

const find = () => ({ remote: { address: '10.0.0.1', addressType: 'IPv4' } });

const app = new Hono();
app.post('/zod', zValidator('json', z.object({ name: z.string() })), (c) => c.json({}));
app.get('/zod-query', zValidator('query', z.object({ name: z.string() })), (c) => c.json({}));
app.post(
  '/zod-hook',
  zValidator('json', z.object({ name: z.string() }), () => undefined),
  (c) => c.json({}),
);
app.post(
  '/validated',
  validator('json', (value) => value),
  (c) => c.json({}),
);
app.get('/jwt', jwt({ secret: 'secret', alg: 'HS256' }), (c) => c.json({}));
app.get('/bearer', bearerAuth({ token: 'right' }), (c) => c.json({}));
app.get('/basic', basicAuth({ username: 'a', password: 'b' }), (c) => c.json({}));
app.post('/csrf', csrf(), (c) => c.json({}));
app.post('/large', bodyLimit({ maxSize: 5 }), (c) => c.json({}));
app.options('/cors', cors(), (c) => c.json({}));
app.get('/late', timeout(20), () => new Promise(() => {}));
app.get('/ip', ipRestriction(find, { denyList: ['10.0.0.1'] }), (c) => c.json({}));
app.get('/limited', rateLimiter({ windowMs: 60000, limit: 1, keyGenerator: () => 'all' }), (c) => c.json({}));

exports.listen = () => serve({ fetch: app.fetch, port: 0 });
