import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { AppError } from './shared/errors';

const books = [{ id: '1', title: 'Emma' }];

/** An application that is written as one chain, as the client of Hono asks for it. */
const library = new Hono()
  .use(async (c, next) => {
    c.set('startedAt', Date.now());
    await next();
  })
  // case listed: GET /library
  .get('/', (c) => c.json(books)) // answers listed
  // case read: GET /library/books/1
  // case unread: GET /library/books/9
  .get('/books/:id', (c) => {
    const book = books.find(({ id }) => id === c.req.param('id'));
    if (!book) throw new AppError('No such book', 404); // answers unread
    return c.json(book); // answers read
  })
  // case lent: POST /library/books/1/loans
  .post('/books/:id/loans', (c) => c.json({ due: 'tomorrow' }, 201)) // answers lent
  .get('/authors', (c) => c.json([]))
  .get('/authors/:id', (c) => c.json({ id: c.req.param('id') }))
  // case closed: GET /library/closed
  .get('/closed', () => {
    throw new HTTPException(423, { message: 'Closed' }); // answers closed
  })
  .get('/readers', (c) => c.json([]))
  .get('/readers/:id', (c) => c.json({ id: c.req.param('id') }))
  // case fallen: GET /library/fallen
  .get('/fallen', () => {
    throw new Error('The shelf fell down'); // answers fallen
  })
  .get('/about', (c) => c.text('A library'));

library.onError((error, c) => {
  if (error instanceof HTTPException) return c.json({ error: error.message }, error.status);
  if (error instanceof AppError) return c.json({ error: error.message }, 410);
  return c.json({ error: 'Something fell down' }, 507);
});

export default new Hono().route('/library', library);
