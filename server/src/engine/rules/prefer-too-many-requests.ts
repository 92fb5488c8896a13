import { every } from '../known.ts';
import type { BadExample, GoodExample, Rule } from '../rule.ts';
import { inferScenario } from '../scenarios/infer.ts';
import { reportScenario } from '../scenarios/report.ts';

export const rule: Rule = {
  id: 'prefer-too-many-requests',
  summary: 'A limit of requests or attempts is answered with 429 Too Many Requests.',
  why: 'A client that reads 429 waits, as long as Retry-After says. With any other code it tries again at once, or asks for another password.',
  whenNot: 'Where a limit must not be told to those who try it out, another code may hide it.',
  specs: [
    {
      title: 'RFC 6585, section 4: 429 Too Many Requests',
      url: 'https://www.rfc-editor.org/rfc/rfc6585#section-4',
    },
  ],
  severity: 'information',
  sure: 'certain',
  fix: 'suggestion',
  check(response, { policy }) {
    const inferred = inferScenario(response);
    if (inferred?.scenario.id !== 'rate-limit') return undefined;
    // An account that is locked may be told as such, and what a plan allows is a right.
    const fitting = response.wording.some((text) => /too many/i.test(text))
      ? [423, 429, 503]
      : [402, 403, 423, 429, 503];
    // Who must not learn that an account exists does not learn that it is locked either.
    const isHidden = /lock/i.test(inferred.test?.subject ?? '') && !response.wording.some((text) => TELLS.test(text));
    if (isHidden && every(response.status, (code) => code === 401)) return undefined;
    if (!every(response.status, (code) => code >= 400 && code < 500 && !fitting.includes(code))) return undefined;
    return reportScenario(response, inferred, inferred.weak ? 'likely' : 'certain', policy);
  },
};

const TELLS = /lock|again|attempt|too many|minute/i;

export const bad: readonly BadExample[] = [
  {
    title: 'too many wrong passwords answered with 401',
    code: `
import express from 'express';
const app = express();
app.post('/login', async (req, res) => {
  const user = await User.findOne({ email: req.body.email });
  if (user.loginAttempts >= 5) return res.status(401).json({ error: 'Too many attempts' });
                                                 ^^^ This branch runs when \`user.loginAttempts >= 5\`: a limit is exceeded. 401 Unauthorized tells the client something else; 429 Too Many Requests fits.
  res.json(user);
});
`,
    fixed: `
import express from 'express';
const app = express();
app.post('/login', async (req, res) => {
  const user = await User.findOne({ email: req.body.email });
  if (user.loginAttempts >= 5) return res.status(429).json({ error: 'Too many attempts' });
  res.json(user);
});
`,
  },
  {
    title: 'a lock that lasts for a while answered with 400',
    code: `
import express from 'express';
const app = express();
app.post('/login', async (req, res) => {
  const user = await User.findOne({ email: req.body.email });
  if (user.lockedUntil && user.lockedUntil > now())
    return res.status(400).json({ error: 'Try again later' });
                      ^^^ This branch runs when \`user.lockedUntil && user.lockedUntil > now()\`: a limit is exceeded. 400 Bad Request tells the client something else; 429 Too Many Requests fits.
  res.json(user);
});
`,
    fixed: `
import express from 'express';
const app = express();
app.post('/login', async (req, res) => {
  const user = await User.findOne({ email: req.body.email });
  if (user.lockedUntil && user.lockedUntil > now())
    return res.status(429).json({ error: 'Try again later' });
  res.json(user);
});
`,
  },
  {
    title: 'a maximum that is named as one',
    code: `
import express from 'express';
const app = express();
app.use((req, res, next) => {
  const hits = hitsOf(req.ip);
  if (hits > MAX_HITS) return res.status(400).json({ error: 'Too many requests from you' });
                                         ^^^ This branch runs when \`hits > MAX_HITS\`: a limit is exceeded. 400 Bad Request tells the client something else; 429 Too Many Requests fits.
  next();
});
`,
    fixed: `
import express from 'express';
const app = express();
app.use((req, res, next) => {
  const hits = hitsOf(req.ip);
  if (hits > MAX_HITS) return res.status(429).json({ error: 'Too many requests from you' });
  next();
});
`,
  },
];

export const good: readonly GoodExample[] = [
  {
    title: 'attempts are left: what is wrong is the password',
    code: `
import express from 'express';
const app = express();
app.post('/login', async (req, res) => {
  const user = await User.findOne({ email: req.body.email });
  if (user.loginAttempts < 5) return res.status(401).json({ error: 'Wrong password' });
  res.json(user);
});
`,
  },
  {
    title: 'how much a plan holds is no rate',
    code: `
import express from 'express';
const app = express();
app.post('/boards', async (req, res) => {
  const count = await Board.countDocuments({ owner: req.user.id });
  if (count >= req.user.plan.boards) return res.status(403).json({ error: 'Your plan is full' });
  res.status(201).json(await Board.create(req.body));
});
`,
  },
  {
    title: 'a locked account may be told as locked',
    code: `
import express from 'express';
const app = express();
app.post('/login', async (req, res) => {
  const user = await User.findOne({ email: req.body.email });
  if (user.lockedUntil > now()) return res.status(423).json({ error: 'Locked for now' });
  res.json(user);
});
`,
  },
];
