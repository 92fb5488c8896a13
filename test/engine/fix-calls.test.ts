import assert from 'node:assert/strict';
import { analyzeIn, applyEdits } from './applied-fix.ts';

const RULE = 'prefer-conflict-for-duplicate';

/** A handler that answers a duplicate with `answer`, in a file that begins with `head`. */
function signUp(head: string, answer: string): string {
  return `import express from 'express';
${head}
const app = express();
app.post('/users', async (req, res, next) => {
  const existing = await User.findOne({ email: req.body.email });
  if (existing) ${answer}
  res.status(201).json(await User.create(req.body));
});
`;
}

/** What the first fix of the duplicate makes of it; undefined if it has none. The finding itself must be there. */
function repair(code: string, others: Readonly<Record<string, string>>): string | undefined {
  const files = { 'src/app.ts': code, 'package.json': '{"dependencies":{"express":"^5.0.0"}}', ...others };
  const finding = analyzeIn(files).findings.find(({ rule }) => rule === RULE);
  assert.ok(finding, `${RULE} finds nothing in\n${code}`);
  const [fix] = finding.fixes;
  if (!fix) return undefined;
  const repaired = applyEdits(code, fix.edits);
  assert.deepEqual(
    analyzeIn({ ...files, 'src/app.ts': repaired }).findings.filter(({ rule }) => rule === RULE),
    [],
  );
  return repaired;
}

const ERRORS = `
export class HttpError extends Error { constructor(public status: number, message: string) { super(message); } }
export class BadRequestError extends HttpError { constructor(message: string) { super(400, message); } }
export class NotFoundError extends HttpError { constructor(message: string) { super(404, message); } }
export class ConflictError extends HttpError { constructor(message: string) { super(409, message); } }
export class ApiError extends Error {
  status: number;
  constructor({ status, message }: { status: number; message: string }) { super(message); this.status = status; }
  static badRequest(message: string) { return new ApiError({ status: 400, message }); }
  static conflict(message: string) { return new ApiError({ status: 409, message }); }
}
export function fail(status: number, message: string): never { throw new HttpError(status, message); }
`;
const REPLIES = `
export function sendError(res, status, message) { return res.status(status).json({ message }); }
export function reply(res, { code, message }) { return res.status(code).json({ message }); }
export function sendBadRequest(res, message) { return res.status(400).json({ message }); }
export function sendConflict(res, message) { return res.status(409).json({ message }); }
export const answers = {
  badRequest: (res, message) => res.status(400).json({ message }),
  conflict: (res, message) => res.status(409).json({ message }),
};
export class Replier {
  static badRequest(res, message) { res.status(400).json({ message }); }
  static conflict(res, message) { res.status(409).json({ message }); }
}
`;
const CODED = `
const STATUSES = { bad_request: 400, not_found: 404, conflict: 409 } as const;
export class CodedError extends Error {
  status: number;
  constructor(public code: keyof typeof STATUSES, message: string) { super(message); this.status = STATUSES[code]; }
}
export class OptionsError extends Error {
  status: number;
  constructor({ code, message }: { code: keyof typeof STATUSES; message: string }) { super(message); this.status = STATUSES[code]; }
}
`;
const ONE_BY_ONE = {
  'src/errors/bad-request-error.ts':
    'export default class BadRequestError extends Error { status = 400; constructor(message: string) { super(message); } }',
  'src/errors/conflict-error.ts':
    'export default class ConflictError extends Error { status = 409; constructor(message: string) { super(message); } }',
};
/** One class a file, each under its own name, and one file that an alias leads to. */
const NAMED_ONE_BY_ONE = {
  'src/failures/BadRequestError.ts':
    'export class BadRequestError extends Error { status = 400; constructor(message: string) { super(message); } }',
  'src/failures/ConflictError.ts':
    'export class ConflictError extends Error { status = 409; constructor(message: string) { super(message); } }',
  'src/failures/DuplicateError.ts':
    'export class DuplicateError extends Error { status = 409; constructor(message: string) { super(message); } }',
  'tsconfig.json': '{"compilerOptions":{"baseUrl":".","paths":{"@/*":["src/*"]}}}',
};
const OTHERS = {
  ...ONE_BY_ONE,
  ...NAMED_ONE_BY_ONE,
  'src/coded.ts': CODED,
  'src/errors.ts': ERRORS,
  'src/replies.js': REPLIES,
  'src/all.ts': "export * from './errors';",
};

interface Case {
  readonly what: string;
  readonly head: readonly [before: string, after?: string];
  readonly before: string;
  /** Undefined: no fix is offered. */
  readonly after: string | undefined;
}

const cases: readonly Case[] = [
  {
    what: 'the argument of a helper',
    head: ["import { sendError } from './replies';"],
    before: "return sendError(res, 400, 'Taken');",
    after: "return sendError(res, 409, 'Taken');",
  },
  {
    what: 'a property of the argument of a helper',
    head: ["import { reply } from './replies';"],
    before: "return reply(res, { message: 'Taken', code: 400 });",
    after: "return reply(res, { message: 'Taken', code: 409 });",
  },
  {
    what: 'a helper, by the one beside it, with its import',
    head: ["import { sendBadRequest } from './replies';", "import { sendBadRequest, sendConflict } from './replies';"],
    before: "return sendBadRequest(res, 'Taken');",
    after: "return sendConflict(res, 'Taken');",
  },
  {
    what: 'a helper in an object',
    head: ["import { answers } from './replies';"],
    before: "return answers.badRequest(res, 'Taken');",
    after: "return answers.conflict(res, 'Taken');",
  },
  {
    what: 'a static helper of a class',
    head: ["import { Replier } from './replies';"],
    before: "return Replier.badRequest(res, 'Taken');",
    after: "return Replier.conflict(res, 'Taken');",
  },
  {
    what: 'the argument of an error class',
    head: ["import { HttpError } from './errors';"],
    before: "throw new HttpError(400, 'Taken');",
    after: "throw new HttpError(409, 'Taken');",
  },
  {
    what: 'the argument of an error class by the constant of its table',
    head: ["import { StatusCodes } from 'http-status-codes';\nimport { HttpError } from './errors';"],
    before: "throw new HttpError(StatusCodes.BAD_REQUEST, 'Taken');",
    after: "throw new HttpError(StatusCodes.CONFLICT, 'Taken');",
  },
  {
    what: 'the options of an error class',
    head: ["import { ApiError } from './errors';"],
    before: "return next(new ApiError({ message: 'Taken', status: 400 }));",
    after: "return next(new ApiError({ message: 'Taken', status: 409 }));",
  },
  {
    what: 'an error class, by the one beside it, with its import',
    head: ["import { BadRequestError } from './errors';", "import { BadRequestError, ConflictError } from './errors';"],
    before: "throw new BadRequestError('Taken');",
    after: "throw new ConflictError('Taken');",
  },
  {
    what: 'an error class that is exported again from elsewhere',
    head: ["import { BadRequestError } from './all';", "import { BadRequestError, ConflictError } from './all';"],
    before: "throw new BadRequestError('Taken');",
    after: "throw new ConflictError('Taken');",
  },
  {
    what: 'an error class of a whole module',
    head: ["import * as errors from './errors';"],
    before: "throw new errors.BadRequestError('Taken');",
    after: "throw new errors.ConflictError('Taken');",
  },
  {
    what: 'an error class of the same file',
    head: [ERRORS.replaceAll('export ', '')],
    before: "throw new BadRequestError('Taken');",
    after: "throw new ConflictError('Taken');",
  },
  {
    what: 'no error class that has none for the code beside it',
    head: [ERRORS.replaceAll('export ', '').replaceAll('ConflictError', 'TakenError')],
    before: "throw new BadRequestError('Taken');",
    after: undefined,
  },
  {
    what: 'no error class whose name means something else where it would stand',
    head: ["import { BadRequestError } from './errors';\nconst ConflictError = 1;"],
    before: "throw new BadRequestError('Taken');",
    after: undefined,
  },
  {
    what: 'a static factory',
    head: ["import { ApiError } from './errors';"],
    before: "return next(ApiError.badRequest('Taken'));",
    after: "return next(ApiError.conflict('Taken'));",
  },
  {
    what: 'an error class that is the default of its file, by that of the file beside it',
    head: [
      "import BadRequestError from './errors/bad-request-error';",
      "import BadRequestError from './errors/bad-request-error';\nimport ConflictError from './errors/conflict-error';",
    ],
    before: "throw new BadRequestError('Taken');",
    after: "throw new ConflictError('Taken');",
  },
  {
    what: 'an error class by its name in the file beside its own',
    head: [
      "import { BadRequestError } from './failures/BadRequestError';",
      "import { BadRequestError } from './failures/BadRequestError';\nimport { ConflictError } from './failures/ConflictError';",
    ],
    before: "throw new BadRequestError('Taken');",
    after: "throw new ConflictError('Taken');",
  },
  {
    what: 'an error class in the file beside its own, to which an alias leads',
    head: [
      "import { BadRequestError } from '@/failures/BadRequestError';",
      "import { BadRequestError } from '@/failures/BadRequestError';\nimport { ConflictError } from '@/failures/ConflictError';",
    ],
    before: "throw new BadRequestError('Taken');",
    after: "throw new ConflictError('Taken');",
  },
  {
    what: 'an error class by one that the file imports already, whatever it is called',
    head: [
      "import { BadRequestError } from './failures/BadRequestError';\nimport { DuplicateError } from './failures/DuplicateError';",
    ],
    before: "throw new BadRequestError('Taken');",
    after: "throw new DuplicateError('Taken');",
  },
  {
    what: 'an error class that is required by name',
    head: [
      "const { BadRequestError } = require('./errors');",
      "const { BadRequestError, ConflictError } = require('./errors');",
    ],
    before: "throw new BadRequestError('Taken');",
    after: "throw new ConflictError('Taken');",
  },
  {
    what: 'an error class of a module that is required as a whole',
    head: ["const errors = require('./errors');"],
    before: "throw new errors.BadRequestError('Taken');",
    after: "throw new errors.ConflictError('Taken');",
  },
  {
    what: 'the name that a table gives to a status',
    head: ["import { CodedError } from './coded';"],
    before: "throw new CodedError('bad_request', 'Taken');",
    after: "throw new CodedError('conflict', 'Taken');",
  },
  {
    what: 'the name that a table gives to a status, in the options of an error',
    head: ["import { OptionsError } from './coded';"],
    before: "throw new OptionsError({ code: 'bad_request', message: 'Taken' });",
    after: "throw new OptionsError({ code: 'conflict', message: 'Taken' });",
  },
  {
    what: 'the argument of a function that throws',
    head: ["import { fail } from './errors';"],
    before: "fail(400, 'Taken');",
    after: "fail(409, 'Taken');",
  },
  {
    what: 'the argument of http-errors',
    head: ["import createError from 'http-errors';"],
    before: "throw createError(400, 'Taken');",
    after: "throw createError(409, 'Taken');",
  },
  {
    what: 'the name of http-errors',
    head: ["import createError from 'http-errors';"],
    before: "throw new createError.BadRequest('Taken');",
    after: "throw new createError.Conflict('Taken');",
  },
  {
    what: 'the imported name of http-errors',
    head: ["import { BadRequest } from 'http-errors';", "import { BadRequest, Conflict } from 'http-errors';"],
    before: "return next(new BadRequest('Taken'));",
    after: "return next(new Conflict('Taken'));",
  },
  {
    what: 'the name of boom',
    head: ["import Boom from '@hapi/boom';"],
    before: "throw Boom.badRequest('Taken');",
    after: "throw Boom.conflict('Taken');",
  },
  {
    what: 'the status that an error is given',
    head: [''],
    before: "throw Object.assign(new Error('Taken'), { code: 400, status: 400 });",
    after: "throw Object.assign(new Error('Taken'), { code: 400, status: 409 });",
  },
  {
    what: 'the status that stands before the error',
    head: [''],
    before: "{ res.status(400); throw new Error('Taken'); }",
    after: "{ res.status(409); throw new Error('Taken'); }",
  },
];

describe('a status that is answered through a call: the fix replaces', () => {
  for (const { what, head, before, after } of cases)
    it(what, () => {
      const repaired = repair(signUp(head[0], before), OTHERS);
      assert.equal(repaired, after === undefined ? undefined : signUp(head[1] ?? head[0], after));
    });
});
