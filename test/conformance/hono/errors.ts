import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { AppError, Taken } from './shared/errors';

const app = new Hono();

// case exception: GET /exception
app.get('/exception', () => {
  throw new HTTPException(403, { message: 'no' }); // answers exception
});

// case plain-exception: GET /plain-exception
app.get('/plain-exception', () => {
  throw new HTTPException(); // answers plain-exception
});

// case derived: GET /derived
app.get('/derived', () => {
  throw new Taken('name'); // answers derived
});

// case own-status: GET /own-status
app.get('/own-status', () => {
  throw new AppError('no', 404); // answers own-status
});

// case assigned: GET /assigned
app.get('/assigned', () => {
  throw Object.assign(new Error('no'), { status: 404 }); // answers assigned
});

// case caught: GET /caught
app.get('/caught', (c) => {
  try {
    throw new HTTPException(401);
  } catch (error) {
    return c.json({ error: String(error) }, 400); // answers caught
  }
});

// case passed-on: GET /passed-on
app.get('/passed-on', async (c) => {
  try {
    throw new HTTPException(429); // answers passed-on
  } catch (error) {
    if (error instanceof HTTPException) throw error;
    return c.text('?', 500);
  }
});

export default app;
