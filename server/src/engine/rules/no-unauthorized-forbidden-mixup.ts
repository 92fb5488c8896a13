import { every } from '../known.ts';
import type { Confidence, Response } from '../model.ts';
import type { Policy } from '../policy.ts';
import type { BadExample, GoodExample, Report, Rule } from '../rule.ts';
import { PROVES } from '../scenarios/evidence.ts';
import { isVerifying } from '../scenarios/from-caught.ts';
import { inferScenario } from '../scenarios/infer.ts';
import { reportMismatch, reportScenario } from '../scenarios/report.ts';
import { scenarios } from '../scenarios/table.ts';

export const rule: Rule = {
  id: 'no-unauthorized-forbidden-mixup',
  summary: 'Who is not known gets 401, who is known and may not gets 403.',
  why: 'A client that reads 401 shows its log-in form, one that reads 403 does not. Mixed up, a user is sent to log in again and again, or never.',
  whenNot:
    'Some teams answer 403 to everybody, so that a scanner learns nothing from the difference; such an API is better off without it.',
  specs: [
    {
      title: 'RFC 9110, section 15.5.2: 401 Unauthorized',
      url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.2',
    },
    { title: 'RFC 9110, section 15.5.4: 403 Forbidden', url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.4' },
  ],
  severity: 'warning',
  sure: 'certain',
  fix: 'suggestion',
  check(response, { policy }) {
    // Somebody who has logged in and lacks the second step is known: teams answer 401 or 403.
    if (response.wording.some((text) => SECOND_STEP.test(text))) return undefined;
    return (
      reportMismatch(response, ['not-authenticated'], (code) => code === 403, sureOf(response), policy) ??
      reportMismatch(response, ['not-allowed'], (code) => code === 401, 'likely', policy) ??
      reportBadToken(response, policy)
    );
  },
};

/**
 * A guard that only says no has chosen no status. Where it asks for a user, it mostly stands behind another one; where it
 * asks for what the client has to send, it is the first.
 */
function sureOf(response: Response): Confidence {
  if (response.via !== 'return' || response.decidedHere) return 'certain';
  return inferScenario(response)?.test?.origin === 'header' ? 'certain' : 'likely';
}

const SECOND_STEP = /\b(?:MFA|2FA|OTP|TOTP)\b|two-?factor|second factor|step-?up/i;

/** A catch clause that also takes the failure of a token's verification, and answers it with 403. */
function reportBadToken(response: Response, policy: Policy): Report | undefined {
  const { inCatch, status, handler } = response;
  const inferred = inferScenario(response);
  const call = inCatch?.calls.find(isVerifying);
  // Whoever has a link from a mail does not log in with it.
  if (PROVES.test(`${handler.name ?? ''} ${handler.ownRoute ?? ''}`)) return undefined;
  if (!call || inferred?.scenario.id !== 'unexpected-failure' || inferred.test) return undefined;
  if (!every(status, (code) => code === 403)) return undefined;
  const because = `${inferred.because}, ${call}`;
  return reportScenario(
    response,
    { ...inferred, scenario: scenarios['not-authenticated'], because },
    'certain',
    policy,
  );
}

export const bad: readonly BadExample[] = [
  {
    title: 'a guard that only says no to a token that fails',
    code: `
import { CanActivate, ExecutionContext, Injectable } from '@nestjs/common';
@Injectable()
export class TokenGuard implements CanActivate {
  async canActivate(context: ExecutionContext) {
    const request = context.switchToHttp().getRequest();
    try {
      const { id } = this.jwt.verify(request.cookies.token);
      request.user = await this.users.findOne({ id });
    } catch (error) {
      return false;
             ^^^^^ This branch runs when \`catch (error), this.jwt.verify\`: nobody is authenticated. 403 Forbidden tells the client something else; 401 Unauthorized fits.
    }
    return true;
  }
}
`,
    fixed: undefined,
  },
  {
    title: 'nobody is logged in, answered with 403',
    code: `
import express from 'express';
const app = express();
app.get('/orders', (req, res) => {
  if (!req.user) return res.status(403).json({ error: 'Log in first' });
                                   ^^^ This branch runs when \`!req.user\`: nobody is authenticated. 403 Forbidden tells the client something else; 401 Unauthorized fits.
  res.json(ordersOf(req.user));
});
`,
    fixed: `
import express from 'express';
const app = express();
app.get('/orders', (req, res) => {
  if (!req.user) return res.status(401).json({ error: 'Log in first' });
  res.json(ordersOf(req.user));
});
`,
  },
  {
    title: 'no token, answered with 403',
    code: `
import express from 'express';
const app = express();
app.use((req, res, next) => {
  const token = req.headers.authorization;
  if (!token) {
    return res.status(403).json({ error: 'No token' });
                      ^^^ This branch runs when \`!token\`: nobody is authenticated. 403 Forbidden tells the client something else; 401 Unauthorized fits.
  }
  next();
});
`,
    fixed: `
import express from 'express';
const app = express();
app.use((req, res, next) => {
  const token = req.headers.authorization;
  if (!token) {
    return res.status(401).json({ error: 'No token' });
  }
  next();
});
`,
  },
  {
    title: 'a known user who lacks a role, answered with 401',
    code: `
import express from 'express';
const app = express();
app.delete('/users/:id', (req, res) => {
  if (req.user.role !== 'admin') return res.status(401).json({ error: 'Admins only' });
                                                   ^^^ This branch runs when \`req.user.role !== 'admin'\`: the user may not do this. 401 Unauthorized tells the client something else; 403 Forbidden fits.
  res.sendStatus(204);
});
`,
    fixed: `
import express from 'express';
const app = express();
app.delete('/users/:id', (req, res) => {
  if (req.user.role !== 'admin') return res.status(403).json({ error: 'Admins only' });
  res.sendStatus(204);
});
`,
  },
  {
    title: 'a token that fails its verification, among other things that may fail',
    code: `
import express from 'express';
const app = express();
app.use(async (req, res, next) => {
  try {
    const { sub } = jwt.verify(req.cookies.token, key);
    req.user = await User.findById(sub);
  } catch (error) {
    return res.status(403).json({ error: 'Bad token' });
                      ^^^ This branch runs when \`catch (error), jwt.verify\`: nobody is authenticated. 403 Forbidden tells the client something else; 401 Unauthorized fits.
  }
  next();
});
`,
    fixed: `
import express from 'express';
const app = express();
app.use(async (req, res, next) => {
  try {
    const { sub } = jwt.verify(req.cookies.token, key);
    req.user = await User.findById(sub);
  } catch (error) {
    return res.status(401).json({ error: 'Bad token' });
  }
  next();
});
`,
  },
  {
    title: 'the parts of a header field, one of which is not what it must be',
    code: `
import express from 'express';
const app = express();
app.use((req, res, next) => {
  const [scheme, token] = (req.headers.authorization ?? '').split(' ');
  if (scheme !== 'Bearer' || !token) return res.status(403).json({ error: 'No token' });
                                                       ^^^ This branch runs when \`scheme !== 'Bearer' || !token\`: nobody is authenticated. 403 Forbidden tells the client something else; 401 Unauthorized fits.
  next();
});
`,
    fixed: `
import express from 'express';
const app = express();
app.use((req, res, next) => {
  const [scheme, token] = (req.headers.authorization ?? '').split(' ');
  if (scheme !== 'Bearer' || !token) return res.status(401).json({ error: 'No token' });
  next();
});
`,
  },
];

export const good: readonly GoodExample[] = [
  {
    title: 'a known user who lacks a role',
    code: `
import express from 'express';
const app = express();
app.delete('/users/:id', (req, res) => {
  if (req.user.role !== 'admin') return res.status(403).json({ error: 'Admins only' });
  res.sendStatus(204);
});
`,
  },
  {
    title: 'a missing CSRF token is forbidden, not unauthenticated',
    code: `
import express from 'express';
const app = express();
app.post('/transfer', (req, res) => {
  if (!req.body.csrf) return res.status(403).json({ error: 'No CSRF token' });
  res.sendStatus(204);
});
`,
  },
  {
    title: '401 for a token that is missing',
    code: `
import express from 'express';
const app = express();
app.use((req, res, next) => {
  if (!req.headers.authorization) return res.status(401).json({ error: 'No token' });
  next();
});
`,
  },
  {
    title: 'what belongs to others may be hidden with 404',
    code: `
import express from 'express';
const app = express();
app.get('/notes/:id', async (req, res) => {
  const note = await Note.findById(req.params.id);
  if (note.owner !== req.user.id) return res.status(404).json({ error: 'No such note' });
  res.json(note);
});
`,
  },
  {
    title: 'a signed link that does not fit is refused with 403, as object stores do',
    code: `
import express from 'express';
const app = express();
app.get('/files/:key', (req, res) => {
  if (!verifySignature(req.query.signature, req.params.key)) return res.status(403).json({ error: 'The link is not valid' });
  res.sendFile(pathOf(req.params.key));
});
`,
  },
  {
    title: 'a wrong admin token proves nobody: 401 is right',
    code: `
import express from 'express';
const app = express();
app.use('/admin', (req, res, next) => {
  if (req.headers['x-admin-token'] !== adminToken) return res.status(401).json({ error: 'Admin token' });
  next();
});
`,
  },
  {
    title: 'an API key that is there and lacks a scope: 403 is right',
    code: `
import express from 'express';
const app = express();
app.post('/orders', async (req, res) => {
  const key = await ApiKey.findOne({ hash: hashOf(req.headers['x-api-key']) });
  if (!key.scopes.includes('orders')) return res.status(403).json({ error: 'The key may not do this' });
  res.status(201).json(await order(req.body));
});
`,
  },
  {
    title: 'a role that may be missing together with the user',
    code: `
import express from 'express';
const app = express();
app.use((req, res, next) => {
  if (!req.user?.role) return res.status(401).json({ error: 'Log in first' });
  next();
});
`,
  },
  {
    title: 'somebody who is known has to take a second step',
    code: `
import express from 'express';
const app = express();
app.use((req, res, next) => {
  if (!req.user) return res.status(401).json({ error: 'Log in first' });
  const token = req.headers['x-second-token'];
  if (!token) return res.status(403).json({ error: 'MFA required' });
  next();
});
`,
  },
  {
    title: 'whether somebody is logged in is asked in two ways',
    code: `
import express from 'express';
const app = express();
app.use((req, res, next) => {
  if (!req.isAuthenticated || !req.isAuthenticated()) return res.status(401).json({ error: 'Log in first' });
  next();
});
`,
  },
];
