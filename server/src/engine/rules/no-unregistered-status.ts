import { valuesOf } from '../known.ts';
import { say } from '../messages.ts';
import type { BadExample, GoodExample, Rule } from '../rule.ts';
import { placeOfStatus } from '../scenarios/report.ts';
import { findStatusCode, type StatusCode } from '../status-codes/index.ts';
import { formatStatus } from '../status-text.ts';

/** Codes that a server may send as they are registered for good or for a time. */
function isRegistered(known: StatusCode | undefined): boolean {
  return known?.registration === 'registered' || known?.registration === 'temporary';
}

export const rule: Rule = {
  id: 'no-unregistered-status',
  summary: 'A status stands in the registry of HTTP status codes.',
  why: 'A client that does not know a code treats it as the x00 of its class, so what the code was to tell is lost. Proxies and libraries may turn it into another one.',
  whenNot: 'An API behind a proxy that gives a meaning of its own to a code may use it.',
  specs: [
    {
      title: 'IANA: HTTP Status Codes',
      url: 'https://www.iana.org/assignments/http-status-codes/http-status-codes.xhtml',
    },
    { title: 'RFC 9110, section 15: Status Codes', url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15' },
  ],
  severity: 'hint',
  sure: 'certain',
  fix: 'suggestion',
  check(response) {
    if (response.state !== 'sent' || !response.decidedHere || response.invalid.length > 0) return undefined;
    const codes = valuesOf(response.status) ?? [];
    const code = codes.find((one) => one >= 100 && !isRegistered(findStatusCode(one)));
    if (code === undefined) return undefined;
    const known = findStatusCode(code);
    const nearest = known?.confusedWith.find((other) => isRegistered(findStatusCode(other.code)));
    const status = formatStatus(code);
    return {
      span: placeOfStatus(response),
      message: describe(code, known, status),
      confidence: 'certain',
      fixes:
        nearest && codes.length === 1
          ? [
              {
                title: say('status.fix.plain', { status: formatStatus(nearest.code) }),
                intent: { kind: 'setStatus', status: nearest.code },
                safe: false,
              },
            ]
          : [],
    };
  },
};

function describe(code: number, known: StatusCode | undefined, status: string): string {
  if (!known) return say('unregistered', { status: String(code), class: `${Math.floor(code / 100)}00` });
  if (known.vendor !== undefined) return say('unregistered.vendor', { status, vendor: known.vendor });
  return say('unregistered.unused', { status: String(code), registration: known.registration });
}

export const bad: readonly BadExample[] = [
  {
    title: 'a code of one vendor',
    code: `
import express from 'express';
const app = express();
app.get('/mine', (req, res) => {
  if (!req.session) return res.status(440).json({ error: 'Log in again' });
                                      ^^^ 440 Login Time-out is not in the registry of HTTP: it is a code of Microsoft IIS, which other clients do not know.
  res.json(req.session);
});
`,
    fixed: `
import express from 'express';
const app = express();
app.get('/mine', (req, res) => {
  if (!req.session) return res.status(401).json({ error: 'Log in again' });
  res.json(req.session);
});
`,
  },
  {
    title: 'a code that nobody has defined',
    code: `
import express from 'express';
const app = express();
app.get('/odd', (req, res) => res.sendStatus(455));
                                             ^^^ 455 is not in the registry of HTTP: clients treat it as 400.
`,
    fixed: undefined,
  },
  {
    title: 'a code that the registry keeps unused',
    code: `
import express from 'express';
const app = express();
app.get('/tea', (req, res) => res.sendStatus(418));
                                             ^^^ 418 is unused in the registry of HTTP: do not send it.
`,
    fixed: `
import express from 'express';
const app = express();
app.get('/tea', (req, res) => res.sendStatus(400));
`,
  },
];

export const good: readonly GoodExample[] = [
  {
    title: 'an uncommon code that is registered',
    code: `
import express from 'express';
const app = express();
app.get('/many', (req, res) => res.status(207).json([]));
`,
  },
  {
    title: 'a number in the body is no status',
    code: `
import express from 'express';
const app = express();
app.get('/codes', (req, res) => res.json({ status: 440 }));
`,
  },
];
