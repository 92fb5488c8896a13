import assert from 'node:assert/strict';
import { analyze } from '../../server/src/engine/analyze.ts';
import { errorTables, findScenarioOfError, findScenarioOfMessage } from '../../server/src/engine/scenarios/errors.ts';
import { inferScenario } from '../../server/src/engine/scenarios/infer.ts';

/** Why the last answer of a handler is sent, as the engine reads it; `?` after it where only words would add to it. */
function reasonIn(body: string, route = "app.post('/things/:id'"): string | undefined {
  const text = `import express from 'express';\nconst app = express();\n${route}, async (req, res) => {\n${body}\n});\n`;
  const { responses } = analyze({ path: 'app.ts', text });
  const last = responses.at(-1);
  const inferred = last && inferScenario(last);
  return inferred && `${inferred.scenario.id}${inferred.weak ? '?' : ''}`;
}

const REASONS: readonly (readonly [title: string, body: string, reason: string | undefined])[] = [
  [
    'a row of a result that is empty',
    "const { rows } = await db.query('SELECT * FROM things WHERE id = $1', [req.params.id]);\nif (rows.length === 0) res.status(500).end();",
    'missing-resource',
  ],
  [
    'the rows of a list that is empty',
    "const { rows } = await db.query('SELECT * FROM parts WHERE thing_id = $1', [req.params.id]);\nif (rows.length === 0) res.status(500).end();",
    undefined,
  ],
  [
    'a command that changed no row',
    'const { deletedCount } = await Thing.deleteOne({ _id: req.params.id });\nif (deletedCount === 0) res.status(500).end();',
    'missing-resource',
  ],
  [
    'an id in another form',
    'const thing = await Thing.findOne({ _id: new ObjectId(req.params.id) });\nif (!thing) res.status(500).end();',
    'missing-resource',
  ],
  [
    'a query that stands in a constant',
    'const query = { where: { id: Number(req.params.id) } };\nconst thing = await Thing.findOne(query);\nif (!thing) res.status(500).end();',
    'missing-resource',
  ],
  [
    'one of several promises',
    'const [thing, user] = await Promise.all([Thing.findById(req.params.id), load()]);\nif (!thing) res.status(500).end();',
    'missing-resource',
  ],
  [
    'an element of a list in memory',
    'const thing = things.find((one) => one.id === req.params.id);\nif (!thing) res.status(500).end();',
    'missing-resource',
  ],
  [
    'what the handler has just made',
    'const thing = await Thing.create(req.body);\nconst read = await Thing.findById(req.params.id);\nif (!read) res.status(500).end();',
    undefined,
  ],
  [
    'a row that was written by a statement of its own',
    "await db.query('INSERT INTO things VALUES ($1)', [req.params.id]);\nconst thing = await db.query('SELECT * FROM things WHERE id = $1', [req.params.id]);\nif (!thing) res.status(500).end();",
    undefined,
  ],
  [
    'what was written on another way',
    'if (req.query.make) { await Thing.create(req.body); }\nconst thing = await Thing.findById(req.params.id);\nif (!thing) res.status(500).end();',
    'missing-resource',
  ],
  [
    'what was brought up to date may have been missing',
    'await Thing.updateOne({ _id: req.params.id }, req.body);\nconst thing = await Thing.findById(req.params.id);\nif (!thing) res.status(400).end();',
    'missing-resource',
  ],
  [
    'a look-up behind a test of what it asks by',
    'const { id } = req.params;\nconst thing = id && (await Thing.findById(id));\nif (!thing) res.status(500).end();',
    'missing-resource',
  ],
  [
    'what belongs to this user',
    'const thing = await Thing.findOne({ _id: req.params.id, owner: req.user.id });\nif (!thing) res.status(400).end();',
    'missing-resource',
  ],
  [
    'what belongs to others may be refused',
    'const thing = await Thing.findOne({ _id: req.params.id, owner: req.user.id });\nif (!thing) res.status(403).end();',
    undefined,
  ],
  [
    'a membership that is missing is no missing page',
    'const seat = await Seat.findOne({ thing: req.params.id, user: req.user.id });\nif (!seat) res.status(403).end();',
    undefined,
  ],
  [
    'an owner in the form of a call',
    'const thing = await Thing.findById(req.params.id);\nif (!thing.owner.equals(req.user.id)) res.status(400).end();',
    'not-allowed',
  ],
  ['a role that is not in a list', "if (!['admin'].includes(req.user.role)) res.status(400).end();", 'not-allowed'],
  [
    'nobody, or somebody who may not',
    'const thing = await Thing.findById(req.params.id);\nif (!req.user || thing.owner !== req.user.id) res.status(401).end();',
    'not-allowed',
  ],
  ['the user on res.locals', 'if (!res.locals.user) res.status(403).end();', 'not-authenticated'],
  [
    'a flag that destructuring renamed',
    'const { success: passed } = schema.safeParse(req.body);\nif (!passed) res.status(500).end();',
    'invalid-input',
  ],
  [
    'a field that was never declared among others',
    'const { a, b } = req.body;\nif (!a || !b || !c) res.status(401).end();',
    'invalid-input',
  ],
  [
    'somebody else who has the name',
    'const found = await Thing.findOne({ $or: [{ name: req.body.name }] });\nif (found && found._id != req.params.id) res.status(400).end();',
    'duplicate',
  ],
  [
    'a question of which the words tell',
    "const isLiked = await checkLike(req.params.id, req.user.id);\nif (isLiked) res.status(400).json({ error: 'Already liked' });",
    'duplicate',
  ],
  [
    'a question without such words',
    "const isLiked = await checkLike(req.params.id, req.user.id);\nif (isLiked) res.status(400).json({ error: 'No' });",
    undefined,
  ],
  [
    'attempts over a limit',
    'const user = await User.findOne({ name: req.body.name });\nif (MAX_ATTEMPTS <= user.attempts) res.status(400).end();',
    'rate-limit?',
  ],
  [
    'attempts below a limit',
    'const user = await User.findOne({ name: req.body.name });\nif (user.attempts < 5) res.status(400).end();',
    undefined,
  ],
  [
    'another service that refuses',
    "const answer = await fetch('https://example.org');\nif (!answer.ok) res.status(500).end();",
    'upstream-failed',
  ],
  [
    'an error that is any error',
    'try {\n  await work();\n} catch (e) {\n  if (e instanceof Error) res.status(400).end();\n}',
    'unexpected-failure',
  ],
  [
    'a part of a message',
    "try {\n  await work();\n} catch (e) {\n  if (e.message.includes('duplicate key')) res.status(400).end();\n}",
    'duplicate',
  ],
  [
    'a row that a query builder asks for',
    "const [existing] = await db.select().from(things).where(eq(things.name, req.body.name)).limit(1);\nif (existing) res.status(400).json({ error: 'It exists' });",
    'duplicate',
  ],
  [
    'a look-up that is shaped afterwards',
    "const thing = await Thing.findById(req.params.id).populate('parts').lean();\nif (!thing) res.status(400).end();",
    'missing-resource',
  ],
  [
    'a property of what was found',
    'const thing = await Thing.findById(req.params.id);\nif (!thing.verified) res.status(400).end();',
    undefined,
  ],
  [
    'one of two look-ups',
    'const thing = req.query.a ? await Thing.findById(req.params.id) : await old(req.params.id);\nif (!thing) res.status(400).end();',
    'missing-resource',
  ],
  [
    'a constant that stands for a test',
    'const missing = !req.body.a || !req.body.b;\nif (missing) res.status(401).end();',
    'invalid-input',
  ],
  [
    'a flag that is off',
    "const streams = req.body.mode === 'stream';\nif (!streams) res.status(403).end();",
    'invalid-input?',
  ],
  [
    'the strength of a new password',
    'if (!validatePassword(req.body.password)) res.status(401).end();',
    'invalid-input',
  ],
  [
    'a right that is asked for',
    'const may = await canEdit(req.user.id, req.params.id);\nif (!may) res.status(401).end();',
    'not-allowed',
  ],
  [
    'a role that a function compares',
    'if (!isRoleLower(req.user.role, req.body.role)) res.status(403).end();',
    undefined,
  ],
  [
    'a counter of the loop',
    'for (let attempt = 1; ; attempt++) {\n  if (attempt >= 3) return res.status(409).end();\n}',
    undefined,
  ],
  [
    'more than fit',
    "const count = await Thing.count({ owner: req.body.owner });\nif (count + 1 > 10) res.status(400).json({ error: 'exists' });",
    undefined,
  ],
  [
    'a body that cannot be read',
    'let body;\ntry {\n  body = await req.json();\n} catch {\n  return res.status(400).end();\n}',
    'invalid-input',
  ],
  [
    'an answer of another service in another form',
    "const answer = await fetch('https://example.org');\nconst parsed = schema.safeParse(await answer.json());\nif (!parsed.success) res.status(500).json({ error: 'Invalid answer' });",
    undefined,
  ],
  ['a key in a header that is refused', "if (!isValidKey(req.headers['x-key'])) res.status(401).end();", undefined],
  [
    'a date of the session that differs',
    'const user = await User.findById(req.user.id);\nif (req.user.lastSeen !== user.lastSeen) res.status(401).end();',
    undefined,
  ],
  [
    'an update that came to nothing and is told as a failure',
    "const updated = await updateThing(req.params.id, req.body);\nif (!updated) res.status(500).json({ error: 'The update failed' });",
    undefined,
  ],
  [
    'a form that the client does not accept',
    "if (!req.headers.accept.includes('json')) res.status(406).json({ error: 'Invalid' });",
    undefined,
  ],
  ['a missing setting', 'if (!process.env.KEY) res.status(400).end();', 'unexpected-failure'],
];

describe('the reason for an answer', () => {
  for (const [title, body, reason] of REASONS) {
    it(`is ${reason ?? 'left open'}: ${title}`, () => assert.equal(reasonIn(body), reason));
  }

  it('is no missing resource at a log-in', () => {
    const body = 'const user = await User.findOne({ email: req.body.email });\nif (!user) res.status(404).end();';
    assert.equal(reasonIn(body, "app.post('/login'"), 'bad-credentials?');
  });
});

describe('error knowledge', () => {
  for (const { library, kinds } of errorTables) {
    it(`of ${library} is found where a catch clause asks for it`, () => {
      for (const [kind, id] of Object.entries(kinds)) {
        const literal = /^\d+$/.test(kind) ? kind : `'${kind}'`;
        const body = `try {\n  await work();\n} catch (e) {\n  if (e.code === ${literal}) res.status(418).end();\n}`;
        assert.equal(reasonIn(body), id, kind);
      }
    });
  }

  it('has a page to rest on for each library', () => {
    for (const { documentation } of errorTables) assert.match(documentation, /^https:\/\//);
  });

  it('reads a class through its name space', () => {
    assert.equal(findScenarioOfError('mongoose.Error.ValidationError'), 'invalid-input');
    assert.equal(findScenarioOfError('Error'), undefined);
  });

  it('reads the part of a message that code asks for', () => {
    assert.equal(findScenarioOfMessage('"jwt expired"'), 'not-authenticated');
    assert.equal(findScenarioOfMessage('"oops"'), undefined);
  });
});
