import assert from 'node:assert/strict';
import { analyze, defaultSettings, readSettings, type Settings } from '../../server/src/engine/index.ts';
import { policySettings } from '../../server/src/engine/policy.ts';

/** The rules that speak in a handler under these settings, with the severity of each finding. */
function findingsIn(body: string, raw: unknown = {}, route = "app.post('/things'"): readonly string[] {
  const { settings } = readSettings(raw, []);
  return analyzeIn(body, settings, route).findings.map(({ rule, severity }) => `${rule} ${severity}`);
}

function analyzeIn(body: string, settings: Settings, route = "app.post('/things'") {
  const text = `import express from 'express';\nconst app = express();\n${route}, async (req, res) => {\n${body}\n});\n`;
  return analyze({ path: 'app.ts', text }, settings);
}

const invalid = (code: number) =>
  `if (!req.body.name) return res.status(${code}).json({ error: 'name is missing' });\nres.json(found);`;
const duplicate = (code: number) =>
  `const existing = await Thing.findOne({ name: req.body.name });\nif (existing) return res.status(${code}).json({ error: 'taken' });\nres.json(found);`;
const login = (code: number) =>
  `const right = await bcrypt.compare(req.body.password, hash);\nif (!right) return res.status(${code}).json({ error: 'wrong' });\nres.json(found);`;
const emptyList =
  'const all = await Thing.find({ kind: req.query.kind });\nif (all.length === 0) return res.status(404).json([]);\nres.json(all);';

describe('the policy', () => {
  it('lets both codes of invalid input pass until one is chosen', () => {
    assert.deepEqual([...findingsIn(invalid(400)), ...findingsIn(invalid(422))], []);
    const chosen = { policy: { validationStatus: '422' } };
    assert.deepEqual(findingsIn(invalid(400), chosen), ['prefer-bad-request-for-invalid-input information']);
    assert.deepEqual(findingsIn(invalid(422), chosen), []);
  });

  it('decides which code a fix proposes', () => {
    const { settings } = readSettings({ policy: { validationStatus: 422 } }, []);
    const [finding] = analyzeIn(invalid(401), settings).findings;
    assert.deepEqual(
      finding?.fixes.map(({ title }) => title),
      ['Answer 422 Unprocessable Content: `req.body.name` is missing'],
    );
  });

  it('lets both codes of a duplicate pass until one is chosen', () => {
    assert.deepEqual([...findingsIn(duplicate(409)), ...findingsIn(duplicate(422))], []);
    const chosen = { policy: { duplicateStatus: '409' } };
    assert.deepEqual(findingsIn(duplicate(422), chosen), ['prefer-conflict-for-duplicate information']);
  });

  it('knows the code of a log-in that fails', () => {
    assert.deepEqual(findingsIn(login(400)), ['prefer-unauthorized-for-bad-credentials hint']);
    assert.deepEqual(findingsIn(login(400), { policy: { loginFailureStatus: '400' } }), []);
  });

  for (const [name, code, field] of [
    ['requireRetryAfter', 429, 'Retry-After'],
    ['requireRetryAfter', 503, 'Retry-After'],
    ['requireChallenge', 401, 'WWW-Authenticate'],
    ['requireCreatedLocation', 201, 'Location'],
  ] as const)
    it(`asks for ${field} with ${code} where the team does`, () => {
      const answer = `res.status(${code}).json(made);`;
      assert.deepEqual(findingsIn(answer), []);
      assert.deepEqual(findingsIn(answer, { policy: { [name]: true } }), ['require-header hint']);
      const carried = `res.status(${code}).set('${field}', value).json(made);`;
      assert.deepEqual(findingsIn(carried, { policy: { [name]: true } }), []);
    });

  it('knows how statuses are written', () => {
    const mixed = `const GONE = 410;\nif (gone) return res.status(GONE).end();\nif (old) return res.status(410).end();\nres.status(200).json(found);`;
    const on = { rules: { 'consistent-status-style': 'warning' } };
    const count = (statusStyle: string): number =>
      analyzeIn(mixed, readSettings({ ...on, policy: { statusStyle } }, ['consistent-status-style']).settings).findings
        .length;
    assert.deepEqual(['auto', 'number', 'constant'].map(count), [1, 1, 2]);
  });

  it('knows the code of an empty list', () => {
    assert.deepEqual(findingsIn(emptyList), ['no-not-found-for-empty-list hint']);
    assert.deepEqual(findingsIn(emptyList, { policy: { emptyList: '404' } }), []);
  });

  it('proposes 404 for what belongs to others where that is to be hidden', () => {
    const { settings } = readSettings({ policy: { hideForbiddenAs404: true } }, []);
    const body =
      'const thing = await Thing.findById(req.params.id);\nif (thing.owner !== req.user.id) return res.status(401).end();\nres.end();';
    const [finding] = analyzeIn(body, settings).findings;
    assert.match(finding?.fixes[0]?.title ?? '', /^Answer 404/);
  });
});

describe('an envelope in which errors are told with 200', () => {
  const errors = ['a', 'b', 'c', 'd'].map(
    (name) => `if (req.query.${name}) return res.json({ code: 10001, error: 'no ${name}' });`,
  );
  const inEnvelope = `${errors.join('\n')}\nres.json({ code: 0, data: [] });`;

  it('is said once where the file shows the habit', () => {
    assert.deepEqual(findingsIn(inEnvelope), ['no-error-body-with-success hint']);
    const [finding] = analyzeIn(inEnvelope, defaultSettings).findings;
    assert.match(finding?.message ?? '', /4 of 4.*always-200/);
  });

  it('is not spoken of where the team says that it is meant', () => {
    assert.deepEqual(findingsIn(inEnvelope, { policy: { envelope: 'always-200' } }), []);
  });

  it('is pointed out at each place where the team says that it is not', () => {
    assert.equal(findingsIn(inEnvelope, { policy: { envelope: 'off' } }).length, errors.length);
  });

  it('is none where no success has the same form', () => {
    assert.equal(findingsIn(`${errors.join('\n')}\nres.end();`).length, errors.length);
  });
});

describe('what a team tells of its own code', () => {
  it('gives the status of errors by their class', () => {
    const { settings } = readSettings({ errorClasses: { NoSuchThing: 404 } }, []);
    const body = "if (!req.query.id) throw new NoSuchThing('which?');\nres.end();";
    assert.deepEqual(analyzeIn(body, defaultSettings).responses.length, 1);
    const [thrown] = analyzeIn(body, settings, "app.get('/things'").responses;
    assert.deepEqual(thrown?.status, { kind: 'one', value: 404 });
  });

  it('gives the reason for an answer where a catch clause asks for the class', () => {
    const body =
      'try {\n  await work();\n  res.end();\n} catch (e) {\n  if (e instanceof NoSuchThing) return res.status(500).end();\n  throw e;\n}';
    const raw = { errorClasses: { NoSuchThing: 401 } };
    assert.deepEqual(findingsIn(body, raw), ['no-server-error-for-client-error warning']);
  });

  it('reads functions that answer', () => {
    const raw = { responseHelpers: { fail: { statusArgument: 1, bodyArgument: 2 }, gone: { status: 410 } } };
    const { settings } = readSettings(raw, []);
    const body =
      "if (req.query.a) return fail(res, 403, { error: 'no' });\nif (req.query.b) return gone(res);\nres.end();";
    const statuses = analyzeIn(body, settings).responses.map(({ status }) => status);
    assert.deepEqual(
      statuses,
      [403, 410, 200].map((value) => ({ kind: 'one', value })),
    );
  });
});

describe('a value of the settings that cannot be used', () => {
  const problemsOf = (raw: unknown) =>
    readSettings(raw, []).problems.map(({ setting, message }) => `${setting} ${message}`);

  for (const { name, standard } of policySettings) {
    it(`is named and the default is taken: ${name}`, () => {
      const { settings, problems } = readSettings({ policy: { [name]: 'nonsense' } }, []);
      assert.equal(settings.policy[name], standard);
      assert.equal(problems[0]?.setting, `statusLens.policy.${name}`);
      assert.match(problems[0]?.message ?? '', /must be one of/);
    });
  }

  it('is named wherever it stands', () => {
    assert.deepEqual(problemsOf({ policy: [], errorClasses: { A: '404' }, responseHelpers: { b: {} } }), [
      'statusLens.policy must be an object; the defaults are used',
      'statusLens.errorClasses.A must be a status code from 100 to 599; it is left out',
      'statusLens.responseHelpers.b must hold a `status` from 100 to 599 or the number of a `statusArgument`; it is left out',
    ]);
    assert.deepEqual(problemsOf({ policy: { colour: 'red' } }), ['statusLens.policy.colour there is no such setting']);
  });
});
