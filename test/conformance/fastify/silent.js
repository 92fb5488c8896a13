// Functions without `async` that neither answer, nor give anything back, nor call on: nothing comes.
/** @param {import('fastify').FastifyInstance} fastify */
module.exports = async (fastify) => {
  // case silent-branch: GET /silent-branch
  fastify.get('/silent-branch', (request, reply) => {
    if (request.query.id) reply.send({}); // never answers silent-branch
  });

  // case silent-return: GET /silent-return
  fastify.get('/silent-return', (request, reply) => {
    if (!request.query.id) return; // never answers silent-return
    reply.send({});
  });

  // case silent-catch: GET /silent-catch
  fastify.get('/silent-catch', (request, reply) => {
    try {
      reply.send(JSON.parse(request.query.text));
    } catch (error) {
      // never answers silent-catch
      request.log.info(error);
    }
  });

  // case status-alone: GET /status-alone
  fastify.get('/status-alone', (request, reply) => {
    if (request.query.id) return reply.send({});
    reply.code(404);
    return; // never answers status-alone
  });

  // case silent-hook: GET /silent-hook
  fastify.get(
    '/silent-hook',
    {
      preHandler: (request, reply) => {
        if (!request.headers.host) reply.code(401).send(); // never answers silent-hook
      },
    },
    async () => ({}),
  );

  // case hook-without-done: GET /hook-without-done
  fastify.get(
    '/hook-without-done',
    {
      preHandler: (request, reply, done) => {
        if (!request.headers.host) reply.code(401).send(); // never answers hook-without-done
      },
    },
    async () => ({}),
  );

  // case async-catch: GET /async-catch
  fastify.get('/async-catch', async (request, reply) => {
    try {
      return JSON.parse(request.query.text);
    } catch (error) {
      // answers async-catch
      request.log.info(error);
    }
  });

  // case async-catch-with-status: GET /async-catch-with-status
  fastify.get('/async-catch-with-status', async (request, reply) => {
    try {
      return JSON.parse(request.query.text);
    } catch {
      return reply.code(409).send(); // answers async-catch-with-status
    }
  });

  // case value-returned: GET /value-returned
  fastify.get('/value-returned', (request, reply) => {
    if (request.query.id) return reply.code(404).send({});
    return { found: true }; // answers value-returned
  });

  // case promise-returned: GET /promise-returned
  fastify.get('/promise-returned', (request, reply) => {
    if (request.query.id) return reply.code(404).send({});
    return Promise.resolve().then(() => reply.code(202).send({})); // answers promise-returned
  });

  fastify.register(async (scope) => {
    scope.setErrorHandler((error, request, reply) => {
      if (error.validation) reply.code(400).send(error); // never answers silent-error-handler
    });

    // case silent-error-handler: GET /silent-error-handler
    scope.get('/silent-error-handler', async () => {
      throw new Error('Oh no');
    });
  });

  fastify.register(async (scope) => {
    scope.setErrorHandler(async (error, request, reply) => {
      if (error.validation) reply.code(400).send(error); // answers async-error-handler
    });

    // case async-error-handler: GET /async-error-handler
    scope.get('/async-error-handler', async () => {
      throw new Error('Oh no');
    });
  });
};
