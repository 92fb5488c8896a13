const fastify = require('fastify');
const bearerAuth = require('@fastify/bearer-auth');

const app = fastify();
app.register(bearerAuth, { keys: ['right'] });
app.get('/guarded', async () => ({}));

exports.listen = async () => {
  await app.listen({ port: 0 });
  return app.server;
};
