const orders = new Map([['7', { id: '7', open: true }]]);

module.exports = async (fastify) => {
  // case found: GET /orders/7
  // case missing: GET /orders/9
  fastify.get('/orders/:id', (request, reply) => {
    const order = orders.get(request.params.id);
    if (!order) {
      return reply.code(404).send({ error: 'No such order' }); // answers missing
    }
    reply.send(order); // answers found
  });

  // case created: POST /orders {"id":"8"}
  // case bad-order: POST /orders {}
  fastify.post('/orders', { config: { public: true } }, async function createOrder(request, reply) {
    const { id } = request.body;
    if (!id) return reply.status(400).send('id is missing'); // answers bad-order
    return reply.status(201).header('Location', `/orders/${id}`).send({ id }); // answers created
  });

  // case no-content: DELETE /orders/7
  fastify.delete('/orders/:id', removeOrder);

  function removeOrder(_request, reply) {
    reply.code(204).send(); // answers no-content
  }

  // case route-object: PATCH /orders/7
  fastify.route({
    method: 'PATCH',
    url: '/orders/:id',
    schema: { params: { type: 'object', properties: { id: { type: 'string' } } } },
    handler: async (request, reply) => {
      reply.code(202); // answers route-object
      return { id: request.params.id };
    },
  });

  // case earlier-status: GET /earlier-status
  fastify.get('/earlier-status', (request, reply) => {
    reply.code(503);
    reply.send({ retry: true }); // answers earlier-status
  });

  // case not-found-handler: GET /not-found-handler
  fastify.get('/not-found-handler', (request, reply) => {
    reply.callNotFound(); // answers not-found-handler
  });

  // case raw: GET /raw
  fastify.get('/raw', (request, reply) => {
    reply.hijack();
    reply.raw.writeHead(206);
    reply.raw.end('part'); // answers raw
  });

  // case property: GET /property
  fastify.get('/property', (request, reply) => {
    reply.statusCode = 410;
    reply.send('gone'); // answers property
  });

  // case conditional: GET /conditional
  fastify.get('/conditional', (request, reply) => {
    const status = request.query.fine ? 200 : 409;
    reply.code(status).send({}); // answers conditional
  });

  // case first-send-wins: GET /first-send-wins
  fastify.get('/first-send-wins', (request, reply) => {
    reply.code(400).send({}); // answers first-send-wins
    reply.code(200).send({});
  });
};
