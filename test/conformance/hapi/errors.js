const Boom = require('@hapi/boom');

class OrderError extends Error {
  constructor(message, statusCode) {
    super(message);
    this.statusCode = statusCode;
  }
}

module.exports = {
  name: 'errors',
  register: (server) => {
    // case own-class: GET /own-class
    server.route({
      method: 'GET',
      path: '/own-class',
      handler: () => {
        throw new OrderError('No such order', 404); // answers own-class
      },
    });

    // case plain: GET /plain
    server.route({
      method: 'GET',
      path: '/plain',
      handler: async () => {
        throw new Error('broken'); // answers plain
      },
    });

    // case boomified: GET /boomified
    server.route({
      method: 'GET',
      path: '/boomified',
      handler: () => {
        throw Boom.boomify(new Error('Too often'), { statusCode: 429 }); // answers boomified
      },
    });

    // case own-code: GET /own-code
    server.route({
      method: 'GET',
      path: '/own-code',
      handler: () => {
        throw new Boom.Boom('tea', { statusCode: 418 }); // answers own-code
      },
    });
  },
};
