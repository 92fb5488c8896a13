module.exports = {
  name: 'redirects',
  register: (server) => {
    // case temporary: GET /temporary
    server.route({ method: 'GET', path: '/temporary', handler: (_request, h) => h.redirect('/there') }); // answers temporary

    // case permanent: GET /permanent
    server.route({
      method: 'GET',
      path: '/permanent',
      handler: (_request, h) => h.redirect('/there').permanent(), // answers permanent
    });

    // case coded: GET /coded
    server.route({
      method: 'GET',
      path: '/coded',
      handler: (_request, h) => h.redirect('/there').code(303), // answers coded
    });
  },
};
