import assert from 'node:assert/strict';
import { analyzeIn } from './applied-fix.ts';

/** The titles of the fixes of an error that is thrown, although what was asked for is only missing. */
function listTitles(caught: string): readonly string[] {
  const code = `import express from 'express';
import createError from 'http-errors';
const app = express();
app.get('/stores/:id', async (req, res, next) => {
  try {
    const store = await Store.findOneBy({ id: req.params.id });
    if (!store) throw createError(500, 'Store not found');
    res.json(store);
  } catch (error) {
    ${caught}
  }
});
`;
  const { findings } = analyzeIn({ 'src/app.ts': code });
  const found = findings.filter(({ rule }) => rule === 'prefer-not-found-for-missing');
  assert.equal(found.length, 1, `one finding is expected in\n${code}`);
  return found.flatMap(({ fixes }) => fixes.map(({ title }) => title));
}

describe('another status for an error that is thrown', () => {
  it('is proposed where the catch clause hands the error on', () => {
    const [title = ''] = listTitles('next(error);');
    assert.match(title, /^Answer 404 Not Found/);
  });

  it('is not proposed where the catch clause of the same function answers in its place', () => {
    assert.deepEqual(listTitles("res.status(500).json({ error: 'Something went wrong' });"), []);
  });
});

/** The titles of the fixes of what a rule finds in a file. */
function listTitlesOf(rule: string, code: string): readonly string[] {
  const found = analyzeIn({ 'src/app.ts': code }).findings.filter((one) => one.rule === rule);
  assert.equal(found.length, 1, `one finding is expected in\n${code}`);
  return found.flatMap(({ fixes }) => fixes.map(({ title }) => title));
}

describe('another answer in a catch clause', () => {
  const inService = (status: string): string => `import { HttpException, Injectable } from '@nestjs/common';
@Injectable()
export class TokensService {
  async exchange(token: string) {
    try {
      const answer = await fetch('https://tokens.example/' + token);
      if (!answer.ok) throw new HttpException('The token was refused', ${status});
      return await answer.json();
    } catch (error) {
      throw new HttpException('The token was refused', 400);
    }
  }
}
`;
  it('is proposed where nothing else in the function has that status', () => {
    const [title = ''] = listTitlesOf('no-client-error-for-server-fault', inService('502'));
    assert.match(title, /^Answer 500/);
  });

  it('is not proposed where an error is thrown with the status on purpose, which would be lost', () => {
    assert.deepEqual(listTitlesOf('no-client-error-for-server-fault', inService('400')), []);
  });
});

describe('a text in the place of an error', () => {
  const telling = (thrown: string): string => `import express from 'express';
import createError from 'http-errors';
const app = express();
app.post('/streams', async (req, res) => {
  try {
    if (!req.body.id) throw ${thrown};
    res.json(await streams.stop(req.body.id));
  } catch (error) {
    res.status(500).json({ error: error instanceof Error ? error.message : 'It failed' });
  }
});
`;
  it('is proposed for what nobody foresaw', () => {
    assert.equal(listTitlesOf('no-internal-error-leak', telling("new Error('id is missing')")).length, 1);
  });

  it('is not proposed where the function throws errors with statuses of their own, whose texts are meant for clients', () => {
    assert.deepEqual(listTitlesOf('no-internal-error-leak', telling("createError(400, 'id is missing')")), []);
  });
});

describe('a status with a text in the place of an error that is sent with a success', () => {
  const sending = (body: string): string => `import express from 'express';
const app = express();
app.get('/reports', async (req, res) => {
  try {
    res.json(await reports.list());
  } catch (error) {
    res.json(${body});
  }
});
`;
  it('is proposed where nothing but the error is told', () => {
    assert.equal(listTitlesOf('no-internal-error-leak', sending('{ error: error.message }')).length, 1);
  });

  it('is not proposed where something else is given all the same', () => {
    assert.deepEqual(listTitlesOf('no-internal-error-leak', sending('{ reports: cached, error: error.message }')), []);
  });
});

describe('a status for an error that is told as a success', () => {
  const loading = (load: string): string => `import express from 'express';
const app = express();
app.get('/answers/:id', async (req, res) => {
  const answers = await ${load};
  if (!answers) return res.status(200).json({ error: 'Not found' });
  res.json(answers);
});
`;
  it('says that something is missing where that is known', () => {
    const [title = ''] = listTitlesOf('no-error-body-with-success', loading('Answers.findOne({ id: req.params.id })'));
    assert.match(title, /^Answer 404/);
  });

  it('does not say so where a failure was turned into nothing', () => {
    const swallowing = 'Answers.findOne({ id: req.params.id }).catch(() => null)';
    const titles = listTitlesOf('no-error-body-with-success', loading(swallowing));
    assert.deepEqual(
      titles.filter((title) => /40?4|410/.test(title)),
      [],
    );
  });
});

describe('a finding at an answer that some paths reach after another answer', () => {
  it('is reported at once, not only when that path has got its `return`', () => {
    const { findings } = analyzeIn({
      'src/app.ts': `import express from 'express';
const app = express();
app.post('/login', async (req, res) => {
  const doctor = await Doctor.findOne({ email: req.body.email });
  if (!doctor) {
    res.status(401).json({ error: 'Wrong' });
  }
  const matches = await bcrypt.compare(req.body.password, doctor.password);
  if (matches) res.json({ token: sign(doctor) });
  else res.status(400).json({ error: 'Wrong' });
});
`,
    });
    const rules = findings.map(({ rule }) => rule);
    assert.deepEqual(rules, ['no-double-response', 'prefer-unauthorized-for-bad-credentials']);
  });

  it('is reported beside the one at the other answer from which the same place is reached', () => {
    const { source, findings } = analyzeIn({
      'src/app.ts': `import express from 'express';
const app = express();
app.post('/orders', (req, res) => {
  if (!req.body.items) {
    res.status(400).json({ error: 'items are missing' });
  } else if (!req.body.address) {
    res.status(400).json({ error: 'address is missing' });
  }
  res.status(201).json(order(req.body));
});
`,
    });
    const places = findings.map(({ rule, span }) => `${rule}: ${source.text.slice(span.start, span.end)}`);
    assert.deepEqual(places, [
      "no-double-response: res.status(400).json({ error: 'items are missing' })",
      "no-double-response: res.status(400).json({ error: 'address is missing' })",
    ]);
  });
});
