const plugin = require('fastify-plugin');
const { Missing } = require('./errors');

/** Without a status of its own an error handler answers 200. */
function answerErrors(error, request, reply) {
  if (error instanceof Missing) return reply.code(410).send({ error: error.message });
  return reply.send({ error: 'Try again' });
}

const setAnswers = plugin(async (fastify) => {
  fastify.setErrorHandler(answerErrors);
});

module.exports = { answerErrors, setAnswers };
