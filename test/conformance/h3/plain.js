const {
  createError,
  createRouter,
  defineEventHandler,
  getQuery,
  sendNoContent,
  sendRedirect,
  setResponseStatus,
} = require('h3');

const items = { a: { id: 'a' } };

module.exports = createRouter()
  // case found: GET /items?id=a
  // case missing: GET /items
  .get(
    '/items',
    defineEventHandler(async (event) => {
      const item = items[getQuery(event).id];
      if (!item) throw createError({ statusCode: 404, statusMessage: 'No such item' }); // answers missing
      return item; // answers found
    }),
  )
  // case status: GET /status
  .get(
    '/status',
    defineEventHandler((event) => {
      setResponseStatus(event, 202);
      return { queued: true }; // answers status
    }),
  )
  // case redirect: GET /redirect
  .get(
    '/redirect',
    defineEventHandler((event) => sendRedirect(event, '/x', 301)), // answers redirect
  )
  // case temporary: GET /temporary
  .get(
    '/temporary',
    defineEventHandler((event) => sendRedirect(event, '/x')), // answers temporary
  )
  // case empty: GET /empty
  .get(
    '/empty',
    defineEventHandler((event) => sendNoContent(event)), // answers empty
  )
  // case null: GET /null
  .get(
    '/null',
    defineEventHandler(() => null), // answers null
  )
  // case returned-error: GET /returned-error
  .get(
    '/returned-error',
    defineEventHandler(() => createError({ status: 409, message: 'It is taken' })), // answers returned-error
  )
  // case text: GET /text
  .get(
    '/text',
    defineEventHandler(() => {
      throw createError('Oh no'); // answers text
    }),
  )
  // case raw: GET /raw
  .get(
    '/raw',
    defineEventHandler((event) => {
      event.node.res.statusCode = 410;
      return 'gone'; // answers raw
    }),
  );
