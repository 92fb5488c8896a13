import { theOne } from '../known.ts';
import { say } from '../messages.ts';
import type { Response } from '../model.ts';
import type { BadExample, GoodExample, Rule } from '../rule.ts';
import { inferScenario } from '../scenarios/infer.ts';
import { formatStatus } from '../status-text.ts';

/** Verbs of calls that only look at things, change or remove what is there, or tell who somebody is. */
const MAKES_NOTHING =
  /^(?:find(?!OrCreate)|get|fetch|load|select|count|aggregate|exists|list|search|query|read|update|edit|modify|patch|delete|remove|destroy|compare|verify|check|valid|log_?in|sign_?in|authenticate|sign$|decode|hash|send_?(?:code|otp|mail|email|sms|verification)|find\w*And(?:Update|Delete|Remove|Replace))/i;
/** Verbs of calls that only shape a value or leave a trace. */
const HARMLESS =
  /^(?:populate|sort|limit|skip|lean|exec|session|where|from|join|leftJoin|innerJoin|orderBy|eq|and|or|desc|asc|then|catch|finally|log|info|warn|error|debug|parse|parseInt|parseFloat|stringify|Number|String|Boolean|Date|toString|toJSON|toObject|trim|split|replace|includes|toLowerCase|toUpperCase|map|filter|forEach|reduce|some|every|slice|isArray|isValid|keys|values|entries|assign|now|toISOString|json|save|cookie|next|equals|ObjectId|Error|Promise|all)$/;
/** Objects that are made on the way and are no resources. */
const PLAIN =
  /^new (?:Error|Date|URL|URLSearchParams|Map|Set|Promise|RegExp|\w*Error|\w*Exception|(?:\w+\.)*ObjectId)$/;
/** What is listed of a function's calls has an end. */
const MOST = 40;

export const rule: Rule = {
  id: 'no-created-without-creation',
  summary: 'Only what creates something is answered 201 Created.',
  why: 'The code promises a new resource with an address of its own. Clients that follow it look for what was made, and do not find it.',
  whenNot: 'Where a log-in makes a session that clients can read and delete at an address of its own, 201 is right.',
  specs: [
    {
      title: 'RFC 9110, section 15.3.2: 201 Created',
      url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.3.2',
    },
  ],
  severity: 'hint',
  sure: 'likely',
  fix: 'suggestion',
  check(response) {
    if (theOne(response.status) !== 201 || response.implicit || response.state !== 'sent') return undefined;
    if (response.via === 'throw' || response.via === 'next' || response.inCatch) return undefined;
    // A failure that is told as a success is another matter.
    if (inferScenario(response)?.scenario.fits.every((code) => code >= 400)) return undefined;
    const { method } = response.handler;
    const reads = method === 'GET' || method === 'HEAD';
    if (!reads && !createsNothing(response)) return undefined;
    const status = formatStatus(200);
    return {
      span: response.statusSpans[0] ?? response.span,
      message: reads ? say('created.read', { method, status }) : say('created.nothing', { status }),
      confidence: 'likely',
      fixes: [{ title: say('status.fix.plain', { status }), intent: { kind: 'setStatus', status: 200 }, safe: false }],
    };
  },
};

/** True if every call of the function is known to create nothing, and one of them is why the request was made. */
function createsNothing({ work, handler }: Response): boolean {
  if (handler.helper || work.length === 0 || work.length >= MOST) return false;
  if (/creat|add|new|regist|sign_?up|insert|upload|post|store|make/i.test(`${handler.name} ${handler.ownRoute}`))
    return false;
  const told = work.map(sortOf);
  return !told.includes('unknown') && told.includes('makes nothing');
}

function sortOf(call: string): 'makes nothing' | 'harmless' | 'unknown' {
  if (PLAIN.test(call)) return 'harmless';
  if (call.startsWith('new ')) return 'unknown';
  if (HARMLESS.test(call)) return 'harmless';
  return MAKES_NOTHING.test(call) ? 'makes nothing' : 'unknown';
}

export const bad: readonly BadExample[] = [
  {
    title: 'a list that is read',
    code: `
import express from 'express';
const app = express();
app.get('/rooms', async (req, res) => {
  const rooms = await Room.find();
  res.status(201).json({ rooms });
             ^^^ A GET creates nothing: answer 200 OK.
});
`,
    fixed: `
import express from 'express';
const app = express();
app.get('/rooms', async (req, res) => {
  const rooms = await Room.find();
  res.status(200).json({ rooms });
});
`,
  },
  {
    title: 'a change of what is there',
    code: `
import express from 'express';
const app = express();
app.put('/rooms/:id', async (req, res) => {
  const room = await Room.findByIdAndUpdate(req.params.id, req.body);
  if (!room) return res.status(404).json({ error: 'No such room' });
  res.status(201).json({ room });
             ^^^ Nothing is created here: answer 200 OK.
});
`,
    fixed: `
import express from 'express';
const app = express();
app.put('/rooms/:id', async (req, res) => {
  const room = await Room.findByIdAndUpdate(req.params.id, req.body);
  if (!room) return res.status(404).json({ error: 'No such room' });
  res.status(200).json({ room });
});
`,
  },
  {
    title: 'a log-in that makes nothing but a token',
    code: `
import express from 'express';
const app = express();
app.post('/login', async (req, res) => {
  const user = await User.findOne({ email: req.body.email });
  if (!user || !(await bcrypt.compare(req.body.password, user.password))) return res.status(401).end();
  res.status(201).json({ token: jwt.sign({ id: user.id }, key) });
             ^^^ Nothing is created here: answer 200 OK.
});
`,
    fixed: `
import express from 'express';
const app = express();
app.post('/login', async (req, res) => {
  const user = await User.findOne({ email: req.body.email });
  if (!user || !(await bcrypt.compare(req.body.password, user.password))) return res.status(401).end();
  res.status(200).json({ token: jwt.sign({ id: user.id }, key) });
});
`,
  },
];

export const good: readonly GoodExample[] = [
  {
    title: 'something is made after a look-up',
    code: `
import express from 'express';
const app = express();
app.post('/rooms', async (req, res) => {
  if (await Room.findOne({ number: req.body.number })) return res.status(409).end();
  const room = new Room(req.body);
  await room.save();
  res.status(201).json({ room });
});
`,
  },
  {
    title: 'a call that may create something',
    code: `
import express from 'express';
const app = express();
app.post('/rooms/:id/keys', async (req, res) => {
  const room = await Room.findById(req.params.id);
  res.status(201).json(await keys.hand(room));
});
`,
  },
  {
    title: 'PUT may create what is not there',
    code: `
import express from 'express';
const app = express();
app.put('/rooms/:id', async (req, res) => {
  const room = await Room.upsert(req.params.id, req.body);
  res.status(201).json({ room });
});
`,
  },
  {
    title: 'the framework answers 201 to POST by itself',
    code: `
import { Body, Controller, Post } from '@nestjs/common';
@Controller('searches')
export class SearchesController {
  @Post()
  search(@Body() query: Query) {
    return this.items.find(query);
  }
}
`,
  },
];
