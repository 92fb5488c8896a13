const { AppError, Missing, Taken } = require('./shared/errors');

module.exports = async (fastify) => {
  // case thrown: GET /thrown
  fastify.get('/thrown', async () => {
    throw new Missing('Order'); // answers thrown
  });

  // case default-status: GET /default-status
  fastify.get('/default-status', async () => {
    throw new AppError('Oh no'); // answers default-status
  });

  // case library: GET /library
  fastify.get('/library', async () => {
    throw new Taken(); // answers library
  });

  // case thrown-in-sync: GET /thrown-in-sync
  fastify.get('/thrown-in-sync', () => {
    throw new AppError('Not yours', 403); // answers thrown-in-sync
  });

  // case assigned: GET /assigned
  fastify.get('/assigned', async () => {
    const error = new Error('Busy');
    error.statusCode = 429;
    throw error; // answers assigned
  });

  // case status-first: GET /status-first
  fastify.get('/status-first', async (request, reply) => {
    reply.code(422);
    throw new Error('Name is missing'); // answers status-first
  });

  // case sent-error: GET /sent-error
  fastify.get('/sent-error', (request, reply) => {
    reply.send(new Missing('Order')); // answers sent-error
  });

  // case sent-plain-error: GET /sent-plain-error
  fastify.get('/sent-plain-error', (request, reply) => {
    reply.send(new Error('Oh no')); // answers sent-plain-error
  });

  // case sent-with-status: GET /sent-with-status
  fastify.get('/sent-with-status', (request, reply) => {
    reply.code(401).send(new Error('Who?')); // answers sent-with-status
  });

  // case returned-error: GET /returned-error
  fastify.get('/returned-error', async () => {
    return new AppError('Unreadable', 415); // answers returned-error
  });

  // case caught: GET /caught
  fastify.get('/caught', async (request, reply) => {
    try {
      throw new Missing('Order');
    } catch {
      return reply.code(503).send({}); // answers caught
    }
  });

  // case passed-on: GET /passed-on
  fastify.get('/passed-on', async (request, reply) => {
    try {
      await fails();
    } catch (error) {
      return reply.send(error); // answers passed-on
    }
  });
};

async function fails() {
  throw new Missing('Order');
}
