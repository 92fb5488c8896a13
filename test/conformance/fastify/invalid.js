module.exports = async (fastify) => {
  // case text: GET /text
  fastify.get('/text', (request, reply) => reply.code('404').send({})); // answers text

  // case too-high: GET /too-high
  fastify.get('/too-high', (request, reply) => reply.code(700).send({})); // answers too-high

  // case nothing: GET /nothing
  fastify.get('/nothing', (request, reply) => reply.code(undefined).send({})); // answers nothing

  // case word: GET /word
  fastify.get('/word', (request, reply) => reply.code('gone').send({})); // answers word
};
