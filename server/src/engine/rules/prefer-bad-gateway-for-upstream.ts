import { every } from '../known.ts';
import type { BadExample, GoodExample, Rule } from '../rule.ts';
import { inferScenario } from '../scenarios/infer.ts';
import { reportScenario } from '../scenarios/report.ts';

export const rule: Rule = {
  id: 'prefer-bad-gateway-for-upstream',
  summary: 'The failure of another service is answered with 502 Bad Gateway or 504 Gateway Timeout.',
  why: 'With 502 and 504 whoever looks at the logs knows at once that the fault lies behind this server. With 500 they search here, and with a 4xx nobody does.',
  whenNot: 'Where nobody must learn that another service takes part, 500 says less.',
  specs: [
    {
      title: 'RFC 9110, section 15.6.3: 502 Bad Gateway',
      url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.6.3',
    },
    {
      title: 'RFC 9110, section 15.6.5: 504 Gateway Timeout',
      url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.6.5',
    },
  ],
  severity: 'hint',
  sure: 'likely',
  fix: 'suggestion',
  check(response, { policy }) {
    const inferred = inferScenario(response);
    const late = inferred?.scenario.id === 'upstream-timeout';
    if (!inferred || inferred.weak || !(late || inferred.scenario.id === 'upstream-failed')) return undefined;
    // What the other service refused may well be the client's fault; a client that was too slow is another matter.
    const isWrong = (code: number): boolean => code === 500 || code === 408 || (late && code === 400);
    return every(response.status, isWrong) ? reportScenario(response, inferred, 'likely', policy) : undefined;
  },
};

export const bad: readonly BadExample[] = [
  {
    title: 'a refused connection answered with 500',
    code: `
import express from 'express';
const app = express();
app.get('/weather', async (req, res) => {
  try {
    res.json(await weather.ask(req.query.town));
  } catch (error) {
    if (error.code === 'ECONNREFUSED') return res.status(500).json({ error: 'No weather today' });
                                                         ^^^ This branch runs when \`error.code === 'ECONNREFUSED'\`: another service failed. 500 Internal Server Error tells the client something else; 502 Bad Gateway fits.
    res.status(500).json({ error: 'Something failed' });
  }
});
`,
    fixed: `
import express from 'express';
const app = express();
app.get('/weather', async (req, res) => {
  try {
    res.json(await weather.ask(req.query.town));
  } catch (error) {
    if (error.code === 'ECONNREFUSED') return res.status(502).json({ error: 'No weather today' });
    res.status(500).json({ error: 'Something failed' });
  }
});
`,
  },
  {
    title: 'a time-out of the own request told as one of the client',
    code: `
import express from 'express';
const app = express();
app.get('/weather', async (req, res) => {
  try {
    res.json(await weather.ask(req.query.town));
  } catch (error) {
    if (error.name === 'AbortError') return res.status(408).json({ error: 'Too slow' });
                                                       ^^^ This branch runs when \`error.name === 'AbortError'\`: another service did not answer in time. 408 Request Timeout tells the client something else; 504 Gateway Timeout fits.
    res.status(500).json({ error: 'Something failed' });
  }
});
`,
    fixed: `
import express from 'express';
const app = express();
app.get('/weather', async (req, res) => {
  try {
    res.json(await weather.ask(req.query.town));
  } catch (error) {
    if (error.name === 'AbortError') return res.status(504).json({ error: 'Too slow' });
    res.status(500).json({ error: 'Something failed' });
  }
});
`,
  },
];

export const good: readonly GoodExample[] = [
  {
    title: 'the other service refused what the client asked for',
    code: `
import express from 'express';
const app = express();
app.post('/payments', async (req, res) => {
  const answer = await fetch('https://pay.example/charges', { method: 'POST', body: JSON.stringify(req.body) });
  if (!answer.ok) return res.status(402).json({ error: 'The card was refused' });
  res.status(201).json(await answer.json());
});
`,
  },
  {
    title: 'any failure: it may as well be one of this server',
    code: `
import express from 'express';
const app = express();
app.get('/weather', async (req, res) => {
  try {
    res.json(await weather.ask(req.query.town));
  } catch (error) {
    res.status(500).json({ error: 'Something failed' });
  }
});
`,
  },
];
