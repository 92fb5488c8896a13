import { type Context, Hono } from 'hono';
import { fail, json, missing, refuse } from './shared/respond';

const app = new Hono();

// case missing: GET /missing
app.get('/missing', (c) => missing(c, 'note')); // answers missing

// case fail: GET /fail
app.get('/fail', (c) => {
  return fail(c, 402, 'Pay first'); // answers fail
});

// case json: GET /json
app.get('/json', () => json({ a: 1 })); // answers json

// case json-status: GET /json-status
app.get('/json-status', () => json({ a: 1 }, { status: 207 })); // answers json-status

// case refuse: GET /refuse
app.get('/refuse', (c) => {
  if (!c.req.header('authorization')) return refuse('Log in'); // answers refuse
  return c.text('in');
});

const guard = async (c: Context, next: () => Promise<void>) => {
  if (!c.req.query('key')) return c.json({ error: 'no key' }, 403); // answers guarded
  await next();
};

// case guarded: GET /guarded
app.get('/guarded', guard, (c) => c.text('in'));

// case declared: GET /declared
app.get('/declared', declared);

function declared(c: Context) {
  return c.text('declared', 226); // answers declared
}

export default app;
