import type { QuietPlace } from './quiet-place.ts';

/** Correct code whose failures and paths rules were once wrong about, besides the examples that their pages show. */
export const QUIET_FAILURES: readonly QuietPlace[] = [
  [
    'no-internal-error-leak',
    'the stack is taken out again in production',
    `
import express from 'express';
const app = express();
app.use((err, req, res, next) => {
  const body = { code: err.status || 500, stack: err.stack };
  if (isProduction) delete body.stack;
  res.status(body.code).json(body);
});
`,
  ],
  [
    'no-client-error-for-server-fault',
    'an error handler that asks for one kind of error in two ways',
    `
import express from 'express';
const app = express();
app.use((error, req, res, next) => {
  if (error && (error.status === 413 || error.type === 'entity.too.large')) return res.status(413).end();
  next(error);
});
`,
  ],
  [
    'no-client-error-for-server-fault',
    'the only call that waits verifies a token',
    `
import express from 'express';
import { jwtVerify } from 'jose';
const app = express();
app.get('/session', async (req, res) => {
  try {
    const { payload } = await jwtVerify(req.cookies.token, new TextEncoder().encode(secret));
    res.json({ user: shape(payload) });
  } catch (error) {
    res.status(401).json({ error: 'Invalid session' });
  }
});
`,
  ],
  [
    'no-client-error-for-server-fault',
    'what is left of the errors of an upload comes from the program’s own filter',
    `
import express from 'express';
import multer from 'multer';
const app = express();
app.use((err, req, res, next) => {
  if (err instanceof multer.MulterError) return res.status(413).json({ error: 'The file is too large' });
  else if (err) return res.status(400).json({ error: err.message });
  next();
});
`,
  ],
  [
    'no-double-response',
    'an error that was answered goes on to a log',
    `
import express from 'express';
const app = express();
app.use((error, req, res, next) => {
  res.status(500).json({ error: 'Try again' });
  next(error);
});
app.use(logErrors);
`,
  ],
  [
    'no-double-response',
    'what fails behind the answer is handed on where nothing was answered',
    `
import express from 'express';
const app = express();
app.get('/orders', async (req, res, next) => {
  try {
    res.json(await orders());
  } catch (error) {
    next(error);
  }
});
`,
  ],
  [
    'no-double-response',
    'logging after the answer',
    `
import express from 'express';
const app = express();
app.get('/log', (req, res) => {
  res.json({ ok: true });
  console.log('answered');
});
`,
  ],
  [
    'no-double-response',
    'an empty end after the answer does nothing',
    `
import express from 'express';
const app = express();
app.get('/metrics', async (req, res) => {
  res.send(await register.metrics()).end();
});
`,
  ],
  [
    'no-client-error-for-server-fault',
    'what a check is given is worked out before anybody waits',
    `
import express from 'express';
const app = express();
app.post('/passkeys', async (req, res) => {
  let found;
  try {
    found = await verifyAnswer({ answer: req.body, key: toBuffer(req.body.key) });
  } catch (error) {
    return res.status(400).json({ error: 'This is no passkey' });
  }
  res.status(201).json(found);
});
`,
  ],
  [
    'no-client-error-for-server-fault',
    'a promise that only reads what was sent',
    `
import express from 'express';
const app = express();
app.post('/import', (req, res) => {
  schema.parseAsync(req.body).then((input) => res.json(input)).catch((error) => res.status(400).json({ error: 'No such form' }));
});
`,
  ],
  [
    'no-internal-error-leak',
    'nothing in the block can fail for reasons of the server',
    `
import express from 'express';
const app = express();
app.get('/state', (req, res) => {
  try {
    succeed(res, { state: 'open' });
  } catch (error) {
    res.status(500).json({ error: error.message });
  }
});
const succeed = (res, data) => res.json({ data });
`,
  ],
  [
    'no-internal-error-leak',
    'the one call that was tried checks who has signed the message',
    `
import express from 'express';
const app = express();
app.post('/webhook', (req, res) => {
  let event;
  try {
    event = payments.verifyWebhook(readRawBody(req), req.headers['stripe-signature']);
  } catch (error) {
    return res.status(400).send(\`Webhook error: \${error.message}\`);
  }
  handle(event);
  res.json({ received: true });
});
`,
  ],
  [
    'no-internal-error-leak',
    'what is wrong with a token, told to its callback',
    `
import express from 'express';
const app = express();
app.use((req, res, next) => {
  jwt.verify(req.cookies.token, key, (err, claims) => {
    if (err) return res.status(401).json({ error: 'Log in again', reason: err });
    req.user = claims;
    next();
  });
});
`,
  ],
  [
    'no-internal-error-leak',
    'what development adds is not there in production',
    `
import express from 'express';
const app = express();
app.get('/users', async (req, res) => {
  try {
    res.json(await User.find());
  } catch (error) {
    res.status(500).json({ error: 'Something failed', ...(process.env.NODE_ENV === 'development' && { stack: error.stack }) });
  }
});
`,
  ],
  [
    'no-client-error-for-server-fault',
    'code that was sent is translated, and nothing else is tried',
    `
import { transformSync } from 'esbuild';
import express from 'express';
const app = express();
app.post('/runs', (req, res) => {
  let result;
  try {
    result = transformSync(req.body.code, { loader: 'ts' });
  } catch (error) {
    return res.status(400).json({ error: 'This is no TypeScript' });
  }
  res.json({ code: result.code });
});
`,
  ],
  [
    'no-client-error-for-server-fault',
    'what an upload refuses is mostly a file of the client',
    `
import express from 'express';
import multer from 'multer';
const app = express();
const upload = multer({ fileFilter: onlyPictures });
app.post('/pictures', (req, res) => {
  upload.single('picture')(req, res, (err) => {
    if (err) return res.status(400).json({ error: err.message });
    res.status(201).json(req.file);
  });
});
`,
  ],
  [
    'no-client-error-for-server-fault',
    'a promise that nobody waits for hands its failures to its own catch',
    `
import express from 'express';
const app = express();
app.use((req, res, next) => {
  try {
    const { sub } = verifyToken(req.get('Authorization'));
    Users.findByName(sub)
      .then((user) => {
        req.user = user;
        next();
      })
      .catch(next);
  } catch {
    res.status(401).json({ error: 'Log in first' });
  }
});
`,
  ],
  [
    'no-client-error-for-server-fault',
    'what checks a token was made to give a promise',
    `
import express from 'express';
import jwt from 'jsonwebtoken';
import { promisify } from 'node:util';
const app = express();
app.use(async (req, res, next) => {
  try {
    req.user = await promisify(jwt.verify)(req.cookies.token, secret);
  } catch (error) {
    return res.status(401).json({ error: 'Log in again' });
  }
  next();
});
`,
  ],
  [
    'no-ignored-status',
    'a catch that knows a code of the database lets everything else go on',
    `
import { ConflictException, Injectable, NotFoundException, ServiceUnavailableException } from '@nestjs/common';
@Injectable()
export class CatsService {
  async rename(id: string, name: string) {
    try {
      const cat = await this.model.findByIdAndUpdate(id, { name });
      if (!cat) throw new NotFoundException('No such cat');
      return cat;
    } catch (error) {
      if (error.code !== 11000) throw error;
      throw new ServiceUnavailableException();
    }
  }
}
`,
  ],
  [
    'no-ignored-status',
    'a catch asks for a code that may be of the project',
    `
import { Injectable, NotFoundException, ServiceUnavailableException } from '@nestjs/common';
@Injectable()
export class CatsService {
  async rename(id: string, name: string) {
    try {
      const cat = await this.model.findByIdAndUpdate(id, { name });
      if (!cat) throw new NotFoundException('No such cat');
      return cat;
    } catch (error) {
      if (error.code === 'CAT_GONE') return null;
      throw new ServiceUnavailableException();
    }
  }
}
`,
  ],
  [
    'no-ignored-status',
    'a catch asks for the status',
    `
import { HttpException, Injectable, NotFoundException, ServiceUnavailableException } from '@nestjs/common';
@Injectable()
export class CatsService {
  async rename(id: string, name: string) {
    try {
      const cat = await this.model.findByIdAndUpdate(id, { name });
      if (!cat) throw new NotFoundException('No such cat');
      return cat;
    } catch (error) {
      if (error.code === 404) return null;
      throw new ServiceUnavailableException();
    }
  }
}
`,
  ],
];
