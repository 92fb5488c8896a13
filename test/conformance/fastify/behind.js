const { answerErrors, setAnswers } = require('./shared/answer-errors');
const { Missing, Taken } = require('./shared/errors');

module.exports = async (fastify) => {
  fastify.register(setAnswers);

  // case missing: GET /missing
  fastify.get('/missing', async () => {
    throw new Missing('Order'); // answers missing
  });

  // case status-forgotten: GET /status-forgotten
  fastify.get('/status-forgotten', async () => {
    throw new Error('Oh no'); // answers status-forgotten
  });

  // case set-before: GET /set-before
  fastify.get('/set-before', async (request, reply) => {
    reply.code(422);
    throw new Error('Oh no'); // answers set-before
  });

  // case whole-route: GET /whole-route
  fastify.route({
    method: 'GET',
    url: '/whole-route',
    handler: async () => {
      throw new Missing('Order'); // answers whole-route
    },
  });

  fastify.register(
    async (inner) => {
      // case inner-one: GET /inner/one
      inner.get('/one', async () => {
        throw new Error('Oh no'); // answers inner-one
      });
      // case thrown-on: GET /inner/taken
      inner.get('/taken', async () => {
        throw new Taken(); // answers thrown-on
      });
      inner.setErrorHandler((error, request, reply) => {
        if (error instanceof Taken) throw error;
        reply.code(418).send({});
      });
    },
    { prefix: '/inner' },
  );

  fastify.register(
    async (sending) => {
      sending.setErrorHandler((error, request, reply) => {
        reply.send(error);
      });
      // case sent-on: GET /sending
      sending.get('/', async () => {
        throw new Missing('Order'); // answers sent-on
      });
    },
    { prefix: '/sending' },
  );

  fastify.register(async (own) => {
    own.setErrorHandler(answerErrors);
    // case in-its-place: GET /in-its-place
    own.get('/in-its-place', async () => {
      throw new Taken(); // answers in-its-place
    });
  });
};
