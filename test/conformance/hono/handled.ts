import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';

const app = new Hono();

// case handled: GET /handled
app.get('/handled', () => {
  throw new Error('broken');
});

app.onError((error, c) => {
  if (error instanceof HTTPException) return error.getResponse();
  return c.json({ error: 'Something went wrong' }, 502); // answers handled
});

export default app;
