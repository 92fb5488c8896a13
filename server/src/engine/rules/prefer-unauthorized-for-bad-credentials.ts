import { every } from '../known.ts';
import type { Response } from '../model.ts';
import type { Policy } from '../policy.ts';
import type { BadExample, GoodExample, Report, Rule } from '../rule.ts';
import { LOGIN } from '../scenarios/evidence.ts';
import { inferScenario } from '../scenarios/infer.ts';
import { reportMismatch, reportScenario } from '../scenarios/report.ts';

export const rule: Rule = {
  id: 'prefer-unauthorized-for-bad-credentials',
  summary: 'Wrong credentials and bad tokens are answered with 401 Unauthorized.',
  why: 'With 401 a client knows that it must authenticate again. With 400 or 404 it shows the form’s mistakes, or a missing page.',
  whenNot:
    'Browsers ask for a password by themselves when a 401 names the scheme `Basic`; teams that answer log-ins with another code set `statusLens.policy.loginFailureStatus`.',
  specs: [
    {
      title: 'RFC 9110, section 15.5.2: 401 Unauthorized',
      url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.2',
    },
  ],
  severity: 'hint',
  sure: 'likely',
  fix: 'suggestion',
  check(response, { policy }) {
    if (isOtherSecret(response) || isAgreed(response, policy)) return undefined;
    const isWrong = (code: number): boolean => [400, 402, 404, 405, 406, 409, 410, 422].includes(code);
    return (
      reportMismatch(response, ['bad-credentials', 'not-authenticated'], isWrong, 'likely', policy) ??
      reportLogin(response, policy)
    );
  },
};

/** The code that the team has chosen for a log-in that fails. */
function isAgreed(response: Response, { loginFailureStatus }: Policy): boolean {
  if (inferScenario(response)?.scenario.id !== 'bad-credentials') return false;
  return every(response.status, (code) => code === Number(loginFailureStatus));
}

/** A one-time code, a link from a mail or the old password of somebody who is logged in: teams answer 400 there. */
function isOtherSecret(response: Response): boolean {
  const { name = '', ownRoute: route = '' } = response.handler;
  const test = inferScenario(response)?.test;
  const about = `${name} ${route} ${test?.subject ?? ''} ${test?.call ?? ''} ${test?.key ?? ''}`;
  if (response.wording.some((text) => /signature|oauth/i.test(text))) return true;
  // Settings for another service are tried out: they are input.
  if (/\.(?:verify|check|test|validate)Credentials$/.test(test?.call ?? '') && !LOGIN.test(`${name} ${route}`))
    return true;
  return OTHER_SECRETS.test(about);
}

const OTHER_SECRETS =
  /otp|reset|confirm|activat|invit|e-?mail(?!.*log)|forgot|change|update|\bold|current|one-?time|pin\b|sign-?_?up|regist|magic|complete|2fa|mfa|two-?_?factor|captcha|nonce|state\b|log-?_?out|sign-?_?out/i;

/** An address that nobody has at a log-in: many codes are defended there, these are not. */
function reportLogin(response: Response, policy: Policy): Report | undefined {
  const inferred = inferScenario(response);
  if (inferred?.scenario.id !== 'bad-credentials' || !inferred.weak) return undefined;
  if (!LOGS_IN.test(`${response.handler.name ?? ''} ${response.handler.ownRoute ?? ''}`)) return undefined;
  return every(response.status, (code) => [405, 406, 409].includes(code))
    ? reportScenario(response, inferred, 'likely', policy)
    : undefined;
}

const LOGS_IN = /log-?_?in|sign-?_?in/i;

export const bad: readonly BadExample[] = [
  {
    title: 'a wrong password answered with 400',
    code: `
import express from 'express';
const app = express();
app.post('/login', async (req, res) => {
  const user = await User.findOne({ email: req.body.email });
  const matches = await bcrypt.compare(req.body.password, user.password);
  if (!matches) return res.status(400).json({ error: 'Wrong password' });
                                  ^^^ This branch runs when \`!matches\`: the credentials are wrong. 400 Bad Request tells the client something else; 401 Unauthorized fits.
  res.json(user);
});
`,
    fixed: `
import express from 'express';
const app = express();
app.post('/login', async (req, res) => {
  const user = await User.findOne({ email: req.body.email });
  const matches = await bcrypt.compare(req.body.password, user.password);
  if (!matches) return res.status(401).json({ error: 'Wrong password' });
  res.json(user);
});
`,
  },
  {
    title: 'a token that cannot be verified answered with 400',
    code: `
import express from 'express';
const app = express();
app.use((req, res, next) => {
  try {
    req.user = jwt.verify(req.cookies.token, key);
  } catch (error) {
    return res.status(400).json({ error: 'Bad token' });
                      ^^^ This branch runs when \`catch (error)\`: nobody is authenticated. 400 Bad Request tells the client something else; 401 Unauthorized fits.
  }
  next();
});
`,
    fixed: `
import express from 'express';
const app = express();
app.use((req, res, next) => {
  try {
    req.user = jwt.verify(req.cookies.token, key);
  } catch (error) {
    return res.status(401).json({ error: 'Bad token' });
  }
  next();
});
`,
  },
];

export const good: readonly GoodExample[] = [
  {
    title: '401 says it',
    code: `
import express from 'express';
const app = express();
app.post('/login', async (req, res) => {
  const matches = await bcrypt.compare(req.body.password, hash);
  if (!matches) return res.status(401).json({ error: 'Wrong password' });
  res.sendStatus(204);
});
`,
  },
  {
    title: 'missing fields are no credentials at all',
    code: `
import express from 'express';
const app = express();
app.post('/login', (req, res) => {
  if (!req.body.password) return res.status(400).json({ error: 'password is missing' });
  res.sendStatus(204);
});
`,
  },
  {
    title: 'the old password of somebody who is logged in',
    code: `
import express from 'express';
const app = express();
app.put('/me/password', async (req, res) => {
  const matches = await bcrypt.compare(req.body.oldPassword, req.user.hash);
  if (!matches) return res.status(400).json({ error: 'The old password is wrong' });
  res.status(204).end();
});
`,
  },
  {
    title: 'a one-time code is input: teams answer 400',
    code: `
import express from 'express';
const app = express();
app.post('/otp', async (req, res) => {
  const matches = await bcrypt.compare(req.body.otp, hash);
  if (!matches) return res.status(400).json({ error: 'The code is wrong' });
  res.status(204).end();
});
`,
  },
  {
    title: 'what is decoded is a part of the address, not a token',
    code: `
import express from 'express';
const app = express();
app.get('/devices/:id', (req, res) => {
  const device = decodePathPart(req.params.id);
  if (!device) return res.status(400).json({ error: 'The id is missing' });
  res.json({ device });
});
`,
  },
  {
    title: 'a check in whose name is no proof: it looks whether there are such teams',
    code: `
import express from 'express';
const app = express();
app.post('/leagues', async (req, res) => {
  const known = await verifyTeamIds(req.body.teams);
  if (!known) return res.status(400).json({ error: 'Some of these teams are not known' });
  res.status(201).json(await League.create(req.body));
});
`,
  },
  {
    title: 'a sign-up that was begun is no log-in',
    code: `
import express from 'express';
const app = express();
app.post('/sign-up/complete', async (req, res) => {
  const { signUpToken } = req.cookies;
  if (!signUpToken) return res.status(400).json({ error: 'Begin again' });
  res.status(201).json(await complete(signUpToken));
});
`,
  },
  {
    title: 'settings for another service are tried out: they are input',
    code: `
import express from 'express';
const app = express();
app.post('/settings/mail', async (req, res) => {
  const result = await mailer.verifyCredentials(req.body.account, req.body.key);
  if (!result.valid) return res.status(400).json({ error: 'The mail service does not accept these' });
  res.sendStatus(204);
});
`,
  },
  {
    title: 'a session that the address names is a thing like any other',
    code: `
import express from 'express';
const app = express();
app.get('/conversations/:phone', async (req, res) => {
  const session = await bot.getSessionContext(req.params.phone);
  if (!session) return res.status(404).json({ error: 'No active session' });
  res.json(session);
});
`,
  },
  {
    title: 'what is decoded is a picture, no token',
    code: `
import express from 'express';
const app = express();
app.post('/receipts', async (req, res) => {
  const decoded = await reader.decodeFromBuffer(req.file.buffer);
  if (!decoded.success) return res.status(400).json({ error: 'The code cannot be read' });
  res.json(decoded);
});
`,
  },
];
