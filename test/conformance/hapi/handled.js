const Boom = require('@hapi/boom');

class Closed extends Error {}

/** What goes out as an error gets the words of the project, and some get another status. */
module.exports = {
  name: 'handled',
  register: async (server) => {
    await server.register({ name: 'answers-errors', register: answerErrors });

    // case teapot: GET /teapot
    server.route({
      method: 'GET',
      path: '/teapot',
      handler: () => {
        throw Boom.teapot('tea'); // answers teapot
      },
    });

    // case forbidden: GET /forbidden
    server.route({
      method: 'GET',
      path: '/forbidden',
      handler: () => {
        throw Boom.forbidden('Not yours'); // answers forbidden
      },
    });

    // case closed: GET /closed
    server.route({
      method: 'GET',
      path: '/closed',
      handler: async () => {
        throw new Closed('Come back tomorrow'); // answers closed
      },
    });

    // case open: GET /open
    server.route({ method: 'GET', path: '/open', handler: (_request, h) => h.response('in').code(202) }); // answers open
  },
};

function answerErrors(server) {
  server.ext('onPreResponse', (request, h) => {
    const { response } = request;
    if (!response.isBoom) return h.continue;
    if (response instanceof Closed) return h.response({ error: 'closed' }).code(503);
    const { statusCode } = response.output;
    return h.response({ error: response.message }).code(statusCode === 403 ? 404 : statusCode);
  });
}
