const { Missing } = require('./shared/errors');

const users = new Map([['1', { id: '1', name: 'Ann' }]]);

/** As methods of replies are named after what they answer. */
function sendConflict(message) {
  return this.code(409).send({ error: message });
}

module.exports = async (fastify) => {
  fastify.decorateReply('missing', function (what) {
    this.code(404).send({ error: `No such ${what}` });
  });
  fastify.decorateReply('fail', function (statusCode, message = 'It failed') {
    return this.status(statusCode).send({ error: message });
  });
  fastify.decorateReply('conflict', sendConflict);

  // case found: GET /users/1
  // case missing: GET /users/9
  fastify.get('/users/:id', (request, reply) => {
    const user = users.get(request.params.id);
    if (!user) return reply.missing('user'); // answers missing
    reply.send(user); // answers found
  });

  // case failing: POST /users {"name":""}
  // case taken: POST /users {"name":"Ann"}
  // case made: POST /users {"name":"Bob"}
  fastify.post('/users', async (request, reply) => {
    const { name } = request.body;
    if (!name) return reply.fail(422, 'name is missing'); // answers failing
    for (const user of users.values()) {
      if (user.name === name) return reply.conflict('There is one'); // answers taken
    }
    reply.code(201);
    return { id: '2', name }; // answers made
  });

  // case own-handler: GET /own-handler
  // case own-handler-too: GET /own-handler?odd=1
  fastify.get(
    '/own-handler',
    {
      errorHandler: (error, request, reply) => {
        if (error instanceof Missing) return reply.code(410).send({ error: error.message });
        reply.code(503).send({ error: 'Try again' });
      },
    },
    async (request) => {
      if (request.query.odd) throw new Error('odd'); // answers own-handler-too
      throw new Missing('Order'); // answers own-handler
    },
  );

  const answerLate = async (error, request, reply) => {
    reply.code(error.statusCode === 404 ? 424 : 502);
    return { error: error.message };
  };

  // case whole-own: GET /whole-own
  // case whole-own-plain: GET /whole-own?plain=1
  fastify.route({
    method: 'GET',
    url: '/whole-own',
    errorHandler: answerLate,
    handler: async (request) => {
      if (request.query.plain) throw new Error('plain'); // answers whole-own-plain
      throw new Missing('Order'); // answers whole-own
    },
  });

  // case handed-up: GET /handed-up
  fastify.register(async (inner) => {
    inner.setErrorHandler((error, request, reply) => reply.code(418).send({ error: error.message }));
    inner.get(
      '/handed-up',
      {
        errorHandler(error) {
          throw error;
        },
      },
      () => {
        throw new Missing('Order'); // answers handed-up
      },
    );
  });
};
