import { say } from '../messages.ts';
import type { BadExample, GoodExample, ProposedFix, Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'no-unhandled-async-rejection',
  summary: 'Somebody handles what an async handler of Express 4 throws.',
  why: 'Express 4 calls a handler and does not look at the promise that it gives. When an await in it fails, the request hangs, and Node ends the process because of an unhandled rejection. Express 5 awaits its handlers.',
  whenNot: 'A process that ends and starts again on each unhandled rejection may count on it.',
  specs: [
    { title: 'Express: Error handling', url: 'https://expressjs.com/en/guide/error-handling.html' },
    { title: 'Node.js: unhandledRejection', url: 'https://nodejs.org/api/process.html#event-unhandledrejection' },
  ],
  severity: 'information',
  sure: 'likely',
  fix: 'suggestion',
  checkHandler({ unguarded }) {
    const [first] = unguarded;
    return first ? [{ span: first, message: say('unhandled'), confidence: 'likely', fixes: FIXES }] : [];
  },
};

const FIXES: readonly ProposedFix[] = [
  { title: say('unhandled.fix.wrapper'), intent: { kind: 'catchRejections', how: 'wrapper' }, safe: false },
  { title: say('unhandled.fix.try'), intent: { kind: 'catchRejections', how: 'try' }, safe: false },
];

export const bad: readonly BadExample[] = [
  {
    title: 'an await without a try',
    code: `
// Runs with express@4
import express from 'express';
const app = express();
app.get('/users', async (req, res) => {
  res.json(await User.find());
           ^^^^^^^^^^^^^^^^^ When this fails, Express 4 hears nothing of it: the request hangs, and Node may end the process. Catch it and call next(error), or wrap the handler.
});
`,
    fixed: `
// Runs with express@4
import express from 'express';
const app = express();
app.get('/users', async (req, res, next) => {
  try {
    res.json(await User.find());
  } catch (error) {
    next(error);
  }
});
`,
  },
  {
    title: 'an await before the try',
    code: `
// Runs with express@4
import express from 'express';
const app = express();
app.post('/users', async (req, res) => {
  const known = await User.count();
                ^^^^^^^^^^^^^^^^^^ When this fails, Express 4 hears nothing of it: the request hangs, and Node may end the process. Catch it and call next(error), or wrap the handler.
  try {
    res.status(201).json(await User.create({ ...req.body, number: known }));
  } catch (error) {
    res.status(500).json({ error: 'It failed' });
  }
});
`,
    fixed: `
// Runs with express@4
import express from 'express';
const app = express();
app.post('/users', async (req, res, next) => {
  try {
    const known = await User.count();
    try {
      res.status(201).json(await User.create({ ...req.body, number: known }));
    } catch (error) {
      res.status(500).json({ error: 'It failed' });
    }
  } catch (error) {
    next(error);
  }
});
`,
  },
  {
    title: 'an error that is thrown again, beside a handler that is wrapped',
    code: `
// Runs with express@4
import express from 'express';
import { catchAsync } from './catch-async';
const app = express();
app.get('/users', catchAsync(async (req, res) => {
  res.json(await User.find());
}));
app.put('/users', async (req, res) => {
  try {
    res.json(await User.replace(req.body));
  } catch (error) {
    throw new Error('It failed', { cause: error });
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ When this fails, Express 4 hears nothing of it: the request hangs, and Node may end the process. Catch it and call next(error), or wrap the handler.
  }
});
`,
    fixed: `
// Runs with express@4
import express from 'express';
import { catchAsync } from './catch-async';
const app = express();
app.get('/users', catchAsync(async (req, res) => {
  res.json(await User.find());
}));
app.put('/users', catchAsync(async (req, res) => {
  try {
    res.json(await User.replace(req.body));
  } catch (error) {
    throw new Error('It failed', { cause: error });
  }
}));
`,
  },
];

export const good: readonly GoodExample[] = [
  {
    title: 'the newer version looks after the promise',
    code: `
// Runs with express@5
import express from 'express';
const app = express();
app.get('/users', async (req, res) => {
  res.json(await User.find());
});
`,
  },
  {
    title: 'the version is not known',
    code: `
import express from 'express';
const app = express();
app.get('/users', async (req, res) => {
  res.json(await User.find());
});
`,
  },
  {
    title: 'a wrapper looks after the promise',
    code: `
// Runs with express@4
import express from 'express';
import { catchAsync } from './catch-async';
const app = express();
app.get('/users', catchAsync(async (req, res) => {
  res.json(await User.find());
}));
const list = async (req, res) => {
  res.json(await User.find());
};
export const handlers = { list: catchAsync(list) };
`,
  },
  {
    title: 'a try block stands around all awaits',
    code: `
// Runs with express@4
import express from 'express';
const app = express();
app.get('/users', async (req, res, next) => {
  try {
    res.json(await User.find());
  } catch (error) {
    next(error);
  }
});
`,
  },
  {
    title: 'each promise is looked after where it is made',
    code: `
// Runs with express@4
import express from 'express';
const app = express();
app.get('/users', async (req, res) => {
  const users = await User.find().catch(() => []);
  res.json(users);
});
`,
  },
  {
    title: 'the router looks after promises',
    code: `
// Runs with express-promise-router@4
import Router from 'express-promise-router';
const router = Router();
router.get('/users', async (req, res) => {
  res.json(await User.find());
});
`,
  },
  {
    title: 'the function is wrapped where it is registered, method and all',
    code: `
// Runs with express@4
import express from 'express';
const router = express.Router();
class Users {
  static async list(req, res) {
    res.json(await User.find());
  }
}
router.get('/users', asyncHandler(Users.list.bind(Users)));
`,
  },
  {
    title: 'who registers it is not known, and may wrap it',
    code: `
// Runs with express@4
import type { Request, Response } from 'express';
export async function list(req: Request, res: Response) {
  res.json(await User.find());
}
`,
  },
  {
    title: 'to wait for time to pass never fails',
    code: `
// Runs with express@4
import express from 'express';
import { setTimeout } from 'node:timers/promises';
const app = express();
app.get('/slow', async (req, res) => {
  await setTimeout(1000);
  res.json({ slow: true });
});
`,
  },
];
