const { Elysia } = require('elysia');

const items = { a: { id: 'a' } };

module.exports = new Elysia()
  // case found: GET /items/a
  // case missing: GET /items/b
  .get('/items/:id', ({ params: { id }, set }) => {
    const item = items[id];
    if (!item) {
      set.status = 404;
      return { error: 'No such item' }; // answers missing
    }
    return item; // answers found
  })
  // case function: GET /function
  .get('/function', ({ status }) => status(409, { error: 'It is taken' })) // answers function
  // case thrown: GET /thrown
  .get('/thrown', ({ status }) => {
    throw status(403, 'Not yours'); // answers thrown
  })
  // case phrase: GET /phrase
  .get('/phrase', (context) => {
    context.set.status = 'Created';
    return {}; // answers phrase
  })
  // case response: GET /response
  .get('/response', () => new Response('tea', { status: 418 })) // answers response
  // case redirect: GET /redirect
  .get('/redirect', ({ redirect }) => redirect('https://example.com/')) // answers redirect
  // case before: GET /before
  .get('/before', () => 'never', {
    beforeHandle({ set }) {
      set.status = 401;
      return 'Who are you?'; // answers before
    },
  });
