const items = { a: { id: 'a' } };

module.exports = async (fastify) => {
  // case returned: GET /items/a
  // case returned-missing: GET /items/b
  fastify.get('/items/:id', async (request, reply) => {
    const item = items[request.params.id];
    if (!item) {
      reply.code(404);
      return { error: 'No such item' }; // answers returned-missing
    }
    return item; // answers returned
  });

  // case expression: GET /expression
  fastify.get('/expression', async () => ({ fine: true })); // answers expression

  // case request-only: GET /request-only
  fastify.get('/request-only', async (request) => {
    return { query: request.query }; // answers request-only
  });

  // case synchronous: GET /synchronous
  fastify.get('/synchronous', () => {
    return 'text'; // answers synchronous
  });

  // case null: GET /null
  fastify.get('/null', async () => null); // answers null

  // case dropped: GET /dropped
  fastify.get('/dropped', async (request, reply) => {
    reply.code(204);
    return { lost: true }; // answers dropped
  });

  // case returned-reply: GET /returned-reply
  fastify.get('/returned-reply', async (request, reply) => {
    reply.code(418).send('tea'); // answers returned-reply
    return reply;
  });

  // case two-ways: GET /two-ways
  // case other-way: GET /two-ways?id=a
  fastify.get('/two-ways', async (request, reply) => {
    const item = items[request.query.id];
    return item
      ? item // answers other-way
      : reply.code(404).send({}); // answers two-ways
  });

  // case set-in-branch: GET /set-in-branch
  fastify.get('/set-in-branch', async (request, reply) => {
    if (!request.query.id) reply.code(422);
    return {}; // answers set-in-branch
  });

  // case promise: GET /promise
  fastify.get('/promise', (request, reply) => find('a').then((item) => reply.code(203).send(item))); // answers promise
};

async function find(id) {
  return items[id];
}
