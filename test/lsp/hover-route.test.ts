import assert from 'node:assert/strict';
import { createMemoryHost } from '../project/memory-host.ts';
import { startInProcess } from './harness/client.ts';

const APP = `import express from 'express';
import rateLimit from 'express-rate-limit';
import passport from 'passport';

const app = express();
app.use('/api', rateLimit({ standardHeaders: 'draft-7', legacyHeaders: false }));
app.use('/other', rateLimit({ statusCode: 503 }));
app.use(express.json());
app.post('/api/users', passport.authenticate('jwt'), async function create(req, res) {
  if (!req.body.name) return res.status(422).json({ error: 'A name is missing' });
  res.status(201).json({});
});
app.get('/health', (req, res) => res.json({ fine: true }));
app.use((error, req, res, next) => res.status(error.status ?? 500).json({ error: 'unexpected' }));
`;

const OF_USERS = `POST /api/users answers:

- 201 Created, 422 Unprocessable Content: its handler
- 400 Bad Request: express, to what it cannot parse
- 401 Unauthorized: passport, to a request without valid credentials
- 413 Content Too Large: express, to a body that is too large
- 415 Unsupported Media Type: express, to a body in a charset, an encoding or a format that it does not read
- 429 Too Many Requests: express-rate-limit, to requests that come too often, with Retry-After, RateLimit`;

const OF_HEALTH = `GET /health answers:

- 200 OK: its handler`;

describe('hover on a route', () => {
  /** What is shown where the text has a `|`. */
  async function hover(before: string, marked: string): Promise<string | undefined> {
    const disk = createMemoryHost({ '/shop/package.json': '{"dependencies":{"express":"5"}}' });
    const client = await startInProcess({
      disk,
      capabilities: { textDocument: { hover: { contentFormat: ['plaintext'] } } },
    });
    const document = await client.open(APP.replace(before, marked), 'file:///shop/app.ts');
    const shown = await document.hover();
    await client.stop();
    return shown === null ? undefined : (shown.contents as { value: string }).value;
  }

  it('tells at its path what its handler and the libraries before it answer', async () => {
    assert.equal(await hover("'/api/users'", "'/api/|users'"), OF_USERS);
  });

  it('tells the same at the name of its function', async () => {
    assert.equal(await hover('function create', 'function cre|ate'), OF_USERS);
  });

  it('leaves out what only answers to requests of another kind', async () => {
    assert.equal(await hover("'/health'", "'/he|alth'"), OF_HEALTH);
  });

  for (const [what, before, marked] of [
    ['other words', 'req.body.name', 'req.bo|dy.name'],
    ['the paths of middleware', "'/other'", "'/ot|her'"],
    ['what stands before', 'rateLimit(', 'rate|Limit('],
  ] as const)
    it(`says nothing of ${what}`, async () => {
      assert.equal(await hover(before, marked), undefined);
    });
});
