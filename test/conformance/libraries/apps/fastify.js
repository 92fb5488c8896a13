const fastify = require('fastify');
const cors = require('@fastify/cors');
const rateLimit = require('@fastify/rate-limit');

const app = fastify({ bodyLimit: 40 });
const id = { type: 'object', properties: { id: { type: 'integer' } } };

async function listen() {
  await app.register(cors);
  await app.register(rateLimit, { max: 1000 });
  app.post('/body', { schema: { body: { type: 'object', required: ['name'] } } }, async () => ({}));
  app.get('/params/:id', { schema: { params: id } }, async () => ({}));
  app.get('/query', { schema: { querystring: id } }, async () => ({}));
  app.get('/own', { attachValidation: true, schema: { querystring: id } }, async () => ({}));
  app.get('/answers-only', { schema: { response: { 200: id } } }, async () => ({}));
  app.post('/plain', async () => ({}));
  app.get('/limited', { config: { rateLimit: { max: 1 } } }, async () => ({}));
  await app.listen({ port: 0 });
  return app.server;
}

exports.listen = listen;
