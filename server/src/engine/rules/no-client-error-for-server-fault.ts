import { every, valuesOf } from '../known.ts';
import { say } from '../messages.ts';
import type { Confidence, Response } from '../model.ts';
import type { BadExample, GoodExample, ProposedFix, Report, Rule } from '../rule.ts';
import { findFallible } from '../scenarios/fallible.ts';
import { inferScenario } from '../scenarios/infer.ts';
import { placeOfStatus } from '../scenarios/report.ts';
import { findSwallowed, tellsMissing } from '../scenarios/swallowed.ts';
import { formatStatus } from '../status-text.ts';

export const rule: Rule = {
  id: 'no-client-error-for-server-fault',
  summary: 'A failure of the server is not answered as a mistake of the client.',
  why: 'A 4xx tells the client to change its request and nobody to look at the server: the outage of a database shows as bad input, is not retried and raises no alarm.',
  whenNot:
    'A service whose only failures are those of its input, such as a parser without files, network or database, may answer them all with one 4xx.',
  specs: [
    { title: 'RFC 9110, section 15.6: Server Error 5xx', url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.6' },
    { title: 'RFC 9110, section 15.5: Client Error 4xx', url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5' },
  ],
  severity: 'information',
  sure: 'certain',
  fix: 'suggestion',
  check(response) {
    // A limiter says by an error that the limit is reached.
    const isJudged = (code: number): boolean => code >= 400 && code < 500 && code !== 429;
    if (!every(response.status, isJudged) || !response.decidedHere) return undefined;
    const inferred = inferScenario(response);
    const codes = valuesOf(response.status) ?? [];
    const [code = 400] = codes;
    const status = codes.map(formatStatus).join(' or ');
    const swallowed = tellsMissing(code) ? findSwallowed(response) : undefined;
    if (swallowed) {
      const message = say('server-fault.swallowed', { status, call: swallowed.call ?? '' });
      // The status is right for what is missing: what swallows the failure has to change, and how is not told by it.
      return { ...report(response, message, 'likely'), fixes: [] };
    }
    if (inferred?.scenario.id !== 'unexpected-failure') return undefined;
    const call = findFallible(response);
    if (response.inCatch && response.inCatch.span.start === inferred.evidence.start) {
      return call ? report(response, say('server-fault', { status, call })) : undefined;
    }
    const { test } = inferred;
    if (test?.call !== undefined && ASKED_FOR.test(test.call)) return undefined;
    // What is left of the errors of an upload comes from the program's own filter.
    if (response.conditions.some(({ tests }) => tests.some(({ literal }) => /Multer/.test(literal ?? ''))))
      return undefined;
    if (test?.origin === 'caught error') return report(response, say('server-fault.callback', { status }));
    if (test?.origin === 'environment')
      return report(response, say('server-fault.setting', { status, test: inferred.because }));
    return inferred.test?.call === undefined
      ? undefined
      : report(response, say('server-fault.write', { status, call: inferred.test.call }), 'likely');
  },
};

/** Calls whose usual failure is a file that is not there, or a form that the client sent wrongly. */
const ASKED_FOR =
  /(?:^|\.)(?:sendFile|sendfile|download|parse)$|^\w*[uU]pload\w*(?:$|\.(?:single|array|fields|any|none)\()/;

function report(response: Response, message: string, confidence: Confidence = 'certain'): Report {
  // What a callback sends of a mistake of the client would be sent of a failure of the server.
  const wouldLeak = response.sentError.length > 0 && !response.inCatch;
  const fix: ProposedFix = wouldLeak
    ? { title: say('server-fault.fix.hide'), intent: { kind: 'hideError', status: 500 }, safe: false }
    : { title: say('server-fault.fix'), intent: { kind: 'setStatus', status: 500 }, safe: false };
  // Where several statuses are chosen from, one of them may be right for what was asked for.
  const isChosen = (valuesOf(response.status)?.length ?? 1) > 1;
  return { span: placeOfStatus(response), message, confidence, fixes: isChosen ? [] : [fix] };
}

export const bad: readonly BadExample[] = [
  {
    title: 'every failure of the database answered with 400',
    code: `
import express from 'express';
const app = express();
app.get('/brands', async (req, res) => {
  try {
    res.json(await Brand.find());
  } catch (error) {
    res.status(400).json({ error: 'Your request could not be processed' });
               ^^^ Whatever fails in this block is answered 400 Bad Request, as if the client were at fault; calls such as \`Brand.find\` fail for reasons of the server. Answer 500 Internal Server Error.
  }
});
`,
    fixed: `
import express from 'express';
const app = express();
app.get('/brands', async (req, res) => {
  try {
    res.json(await Brand.find());
  } catch (error) {
    res.status(500).json({ error: 'Your request could not be processed' });
  }
});
`,
  },
  {
    title: 'a failing query answered with 404',
    code: `
import express from 'express';
const app = express();
app.get('/users/:id', (req, res) => {
  User.findById(req.params.id, (err, user) => {
    if (err) return res.status(404).json({ error: 'Not found' });
                               ^^^ A failing call is answered 404 Not Found, as if the client were at fault. Answer 500 Internal Server Error.
    res.json(user);
  });
});
`,
    fixed: `
import express from 'express';
const app = express();
app.get('/users/:id', (req, res) => {
  User.findById(req.params.id, (err, user) => {
    if (err) return res.status(500).json({ error: 'Internal server error' });
    res.json(user);
  });
});
`,
  },
  {
    title: 'a failing query answered with 404 and what it tells',
    code: `
import express from 'express';
const app = express();
app.get('/users/:id', (req, res) => {
  User.findById(req.params.id, (err, user) => {
    if (err) {
      res.status(404).json(err);
                 ^^^ A failing call is answered 404 Not Found, as if the client were at fault. Answer 500 Internal Server Error.
      return;
    }
    res.json(user);
  });
});
`,
    fixed: `
import express from 'express';
const app = express();
app.get('/users/:id', (req, res) => {
  User.findById(req.params.id, (err, user) => {
    if (err) {
      console.error(err);
      res.status(500).json({ error: 'Internal Server Error' });
      return;
    }
    res.json(user);
  });
});
`,
  },
  {
    title: 'an outage turned into something that is missing',
    code: `
import express from 'express';
const app = express();
app.get('/files/:id', async (req, res) => {
  const file = await storage.read(req.params.id).catch(() => null);
  if (!file) return res.status(404).json({ error: 'No such file' });
                               ^^^ A failure of \`storage.read\` is turned into nothing and answered 404 Not Found, as if there were none: an outage shows as missing data. Let the failure pass, or answer 500 Internal Server Error.
  res.send(file);
});
`,
    fixed: undefined,
  },
  {
    title: 'every failure of a promise answered with 404',
    code: `
import express from 'express';
const app = express();
app.get('/brands', (req, res) => {
  Brand.find()
    .then((brands) => res.json(brands))
    .catch((error) => res.status(404).json({ error: 'There are no brands' }));
                                 ^^^ Whatever fails in this block is answered 404 Not Found, as if the client were at fault; calls such as \`Brand.find\` fail for reasons of the server. Answer 500 Internal Server Error.
});
`,
    fixed: `
import express from 'express';
const app = express();
app.get('/brands', (req, res) => {
  Brand.find()
    .then((brands) => res.json(brands))
    .catch((error) => res.status(500).json({ error: 'There are no brands' }));
});
`,
  },
  {
    title: 'a setting that is missing, answered as bad input',
    code: `
import express from 'express';
const app = express();
app.get('/maps', async (req, res) => {
  if (!process.env.MAPS_KEY) return res.status(400).json({ error: 'No key' });
                                               ^^^ This branch runs when \`!process.env.MAPS_KEY\`: a setting of the server is missing, and no request can mend that. 400 Bad Request blames the client; answer 500 Internal Server Error.
  res.json(await mapsOf(req.query.town));
});
`,
    fixed: `
import express from 'express';
const app = express();
app.get('/maps', async (req, res) => {
  if (!process.env.MAPS_KEY) return res.status(500).json({ error: 'No key' });
  res.json(await mapsOf(req.query.town));
});
`,
  },
  {
    title: 'one kind of error is asked for, and all others are the client’s as well',
    code: `
import express from 'express';
const app = express();
app.post('/contacts/:id/restore', async (req, res) => {
  try {
    res.json(await restoreContact(req.params.id));
  } catch (error) {
    const status = error.message === 'Contact not found' ? 404 : 422;
    res.status(status).json({ error: 'The contact was not restored' });
               ^^^^^^ Whatever fails in this block is answered 404 Not Found or 422 Unprocessable Content, as if the client were at fault; calls such as \`restoreContact\` fail for reasons of the server. Answer 500 Internal Server Error.
  }
});
`,
    fixed: undefined,
  },
];

export const good: readonly GoodExample[] = [
  {
    title: 'a catch around one parse call: only the client can be at fault',
    code: `
import express from 'express';
const app = express();
app.post('/import', (req, res) => {
  let data;
  try {
    data = JSON.parse(req.body.text);
  } catch (error) {
    return res.status(400).json({ error: 'No JSON' });
  }
  res.json(load(data));
});
`,
  },
  {
    title: 'the error was asked for its kind',
    code: `
import express from 'express';
const app = express();
app.post('/users', async (req, res) => {
  try {
    res.status(201).json(await User.create(req.body));
  } catch (error) {
    if (error.name === 'ValidationError') return res.status(400).json({ error: error.message });
    res.status(500).json({ error: 'Something failed' });
  }
});
`,
  },
  {
    title: 'the error’s own status is passed on',
    code: `
import express from 'express';
const app = express();
app.post('/users', async (req, res) => {
  try {
    res.status(201).json(await users.create(req.body));
  } catch (error) {
    res.status(error.status ?? 400).json({ error: 'Something failed' });
  }
});
`,
  },
  {
    title: 'a token that cannot be verified',
    code: `
import express from 'express';
const app = express();
app.use((req, res, next) => {
  try {
    req.user = jwt.verify(req.headers.authorization, key);
  } catch (error) {
    return res.status(401).json({ error: 'Log in again' });
  }
  next();
});
`,
  },
  {
    title: 'everything but one kind is thrown on',
    code: `
import express from 'express';
const app = express();
app.post('/users', async (req, res) => {
  try {
    res.status(201).json(await User.create(req.body));
  } catch (error) {
    if (error.code !== 11000) throw error;
    res.status(409).json({ error: 'The address is taken' });
  }
});
`,
  },
  {
    title: 'only checks are tried: they reach nothing outside',
    code: `
import express from 'express';
const app = express();
app.post('/members', (req, res) => {
  try {
    assertRoles(req.body.roles);
    new URL(req.body.homepage);
  } catch (error) {
    return res.status(400).json({ error: 'Roles or homepage are wrong' });
  }
  res.status(201).json(add(req.body));
});
`,
  },
  {
    title: 'a limiter says by an error that the limit is reached',
    code: `
import express from 'express';
const app = express();
app.use(async (req, res, next) => {
  try {
    await limiter.consume(req.ip);
  } catch (rejected) {
    return res.status(429).json({ error: 'Too many requests' });
  }
  next();
});
`,
  },
  {
    title: 'an error in which something is looked for is no longer just any error',
    code: `
import express from 'express';
const app = express();
app.use((error, req, res, next) => {
  const taken = error.errors?.find((one) => one.validatorKey === 'not_unique');
  if (taken) return res.status(409).json({ error: 'It exists already' });
  res.status(500).json({ error: 'It failed' });
});
`,
  },
  {
    title: 'a file that is asked for and not there',
    code: `
import express from 'express';
const app = express();
app.get('/manual', (req, res) => {
  res.sendFile('/manuals/en.pdf', (error) => {
    if (error) res.status(404).json({ error: 'No such manual' });
  });
});
`,
  },
  {
    title: 'a chain whose last call verifies is one verification',
    code: `
import express from 'express';
const app = express();
app.post('/sessions', async (req, res) => {
  let person;
  try {
    person = await admin.auth().verifyIdToken(req.body.idToken);
  } catch (error) {
    return res.status(401).json({ error: 'Invalid token' });
  }
  res.status(201).json(await open(person));
});
`,
  },
  {
    title: 'a library reads what was sent, and a file is asked for that may not be there',
    code: `
import express from 'express';
const app = express();
app.post('/pictures', async (req, res) => {
  let size;
  try {
    size = await sharp(req.file.buffer).metadata();
  } catch (error) {
    return res.status(400).json({ error: 'This is no picture' });
  }
  res.status(201).json(size);
});
app.get('/pages/:name', async (req, res) => {
  try {
    res.send(await fs.promises.readFile(req.params.name, 'utf8'));
  } catch (error) {
    res.status(404).send('No such page');
  }
});
`,
  },
];
