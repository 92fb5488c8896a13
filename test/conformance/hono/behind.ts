import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { AppError, Taken } from './shared/errors';

const app = new Hono();

const orders = new Hono();
orders.onError((error, c) => {
  if (error instanceof AppError) return c.json({ error: error.message }, 410);
  throw error;
});

// case own-one: GET /orders/own
orders.get('/own', () => {
  throw new AppError('Gone', 404); // answers own-one
});

// case thrown-on: GET /orders/thrown-on
orders.get('/thrown-on', () => {
  throw new Error('Oh no'); // answers thrown-on
});

const items = new Hono()
  // case of-the-application: GET /items/own
  .get('/own', () => {
    throw new AppError('Gone', 404); // answers of-the-application
  })
  // case exception: GET /items/exception
  .get('/exception', () => {
    throw new HTTPException(403); // answers exception
  })
  // case derived: GET /items/derived
  .get('/derived', () => {
    throw new Taken('name'); // answers derived
  });

app.route('/orders', orders);
app.route('/items', items);

app.use('/around', async (c, next) => {
  try {
    await next();
  } catch {
    return c.json({ error: 'It never comes here' }, 418);
  }
});

// case around: GET /around
app.get('/around', () => {
  throw new Error('Oh no'); // answers around
});

// case set-before: GET /set-before
app.get('/set-before', (c) => {
  c.status(422);
  throw new AppError('Odd', 400); // answers set-before
});

app.onError((error, c) => {
  if (error instanceof HTTPException) return c.json({ error: error.message }, error.status);
  if (error instanceof AppError) return c.json({ error: error.message });
  return c.json({ error: 'Try again' }, 503);
});

export default app;
