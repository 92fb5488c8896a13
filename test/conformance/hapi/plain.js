const Boom = require('@hapi/boom');

const items = { a: { id: 'a' } };

module.exports = {
  name: 'plain',
  register: (server) => {
    // case found: GET /items/a
    // case missing: GET /items/b
    server.route({
      method: 'GET',
      path: '/items/{id}',
      handler: (request, h) => {
        const item = items[request.params.id];
        if (!item) return h.response({ error: 'No such item' }).code(404); // answers missing
        return item; // answers found
      },
    });

    server.route([
      // case created: POST /items {"id":"c"}
      {
        method: 'POST',
        path: '/items',
        handler: async (request, h) => {
          return h.response(request.payload).created('/items/c'); // answers created
        },
      },
      // case thrown: GET /thrown
      {
        method: 'GET',
        path: '/thrown',
        handler: () => {
          throw Boom.forbidden('Not yours'); // answers thrown
        },
      },
      // case returned: GET /returned
      { method: 'GET', path: '/returned', handler: () => Boom.conflict('It is taken') }, // answers returned
      // case kept: GET /kept
      {
        method: 'GET',
        path: '/kept',
        options: {
          handler: (request, h) => {
            const response = h.response('later');
            response.code(503); // answers kept
            response.header('Retry-After', '60');
            return response;
          },
        },
      },
      // case redirect: GET /redirect
      { method: 'GET', path: '/redirect', handler: (request, h) => h.redirect('/x') }, // answers redirect
      // case empty: GET /empty
      { method: 'GET', path: '/empty', handler: (request, h) => h.response().code(204) }, // answers empty
      // case nothing: GET /nothing
      { method: 'GET', path: '/nothing', handler: () => null }, // answers nothing
    ]);
  },
};
