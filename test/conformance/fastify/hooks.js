module.exports = async (fastify) => {
  fastify.decorate('authenticate', async (request, reply) => {
    if (!request.headers['x-user']) {
      await reply.code(401).send({ error: 'Who are you?' }); // answers decorated
    }
  });

  // case before: GET /before
  fastify.get(
    '/before',
    {
      preHandler: (request, reply, done) => {
        if (!request.query.key) return reply.code(403).send({ error: 'No key' }); // answers before
        done();
      },
    },
    async () => ({}),
  );

  // case decorated: GET /decorated
  fastify.get('/decorated', { onRequest: [fastify.authenticate] }, async () => ({}));

  // case done-with-error: GET /done-with-error
  fastify.get(
    '/done-with-error',
    {
      preValidation: (request, reply, done) => {
        const error = new Error('Too large');
        error.statusCode = 413;
        done(error); // answers done-with-error
      },
    },
    async () => ({}),
  );

  fastify.register(async (scope) => {
    scope.setErrorHandler((error, request, reply) => {
      if (error.validation) return reply.code(422).send({ error: 'invalid' }); // answers own-validation
      reply.status(500).send({ error: 'unexpected' }); // answers own-handler
    });

    // case own-handler: GET /own-handler
    scope.get('/own-handler', async () => {
      throw new Error('Oh no');
    });

    // case own-validation: POST /own-validation {}
    scope.post('/own-validation', { schema: { body: { type: 'object', required: ['name'] } } }, async () => ({}));
  });

  fastify.register(
    async (scope) => {
      scope.setNotFoundHandler((request, reply) => {
        reply.code(404).send({ error: 'No such page' }); // answers unknown-page
      });
    },
    { prefix: '/pages' },
  );

  // case unknown-page: GET /pages/none
};
