module.exports = async (fastify) => {
  // case temporary: GET /temporary
  fastify.get('/temporary', (request, reply) => {
    reply.redirect('/x'); // answers temporary
  });

  // case status-last: GET /status-last
  fastify.get('/status-last', (request, reply) => reply.redirect('/x', 308)); // answers status-last

  // case status-first: GET /status-first
  fastify.get('/status-first', (request, reply) => reply.redirect(301, '/x')); // answers status-first

  // case status-before: GET /status-before
  fastify.get('/status-before', async (request, reply) => {
    return reply.code(303).redirect('/x'); // answers status-before
  });
};
