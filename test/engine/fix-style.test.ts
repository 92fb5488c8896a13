import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { findCodeOfConstant, nameConstantLike } from '../../server/src/engine/status-codes/constant-names.ts';
import { repair } from './applied-fix.ts';

const DUPLICATE = 'prefer-conflict-for-duplicate';
const TWICE = 'no-double-response';

/** A handler that answers a duplicate with `answer`, in a file that begins with `head`. */
function signUp(head: string, answer: string, rest = ''): string {
  return `import express from 'express';
${head}
const app = express();
app.post('/users', async (req, res) => {
  const existing = await User.findOne({ email: req.body.email });
  if (existing) ${answer}
  ${rest}
});
`;
}

/** The same, written with CommonJS. */
function required(head: string, answer: string): string {
  return signUp(head, answer).replace("import express from 'express';", "const express = require('express');");
}

describe('a status in a fix', () => {
  const number = 'return res.status(400).json({ message: "Taken" });';
  const codes = 'export const CODES = { BAD: 400, BAD_REQUEST: 400, CONFLICT: 409, NOT_FOUND: 404 } as const;';

  function repairs(what: string, before: string, after: string, others: Readonly<Record<string, string>> = {}): void {
    it(`is ${what}`, () => {
      assert.equal(repair({ 'src/app.ts': before, ...others }, DUPLICATE), after);
    });
  }

  repairs('a number where the file writes numbers', signUp('', number), signUp('', number.replace('400', '409')));

  for (const [head, constant, fixed] of [
    ["import { StatusCodes } from 'http-status-codes';", 'StatusCodes.BAD_REQUEST', 'StatusCodes.CONFLICT'],
    ["import httpStatus from 'http-status';", 'httpStatus.BAD_REQUEST', 'httpStatus.CONFLICT'],
    ["import { HttpStatusCode } from 'axios';", 'HttpStatusCode.BadRequest', 'HttpStatusCode.Conflict'],
    ["import { constants } from 'node:http2';", 'constants.HTTP_STATUS_BAD_REQUEST', 'constants.HTTP_STATUS_CONFLICT'],
  ] as const)
    repairs(
      `${fixed} where ${constant} was`,
      signUp(head, number.replace('400', constant)),
      signUp(head, number.replace('400', fixed)),
    );

  repairs(
    "a member of the project's own table",
    signUp("import { CODES } from './codes';", number.replace('400', 'CODES.BAD_REQUEST')),
    signUp("import { CODES } from './codes';", number.replace('400', 'CODES.CONFLICT')),
    { 'src/codes.ts': codes },
  );
  repairs(
    'a member of an enum of this file',
    signUp('enum Code { Ok = 200, BadRequest = 400, Conflict = 409 }', number.replace('400', 'Code.BadRequest')),
    signUp('enum Code { Ok = 200, BadRequest = 400, Conflict = 409 }', number.replace('400', 'Code.Conflict')),
  );
  repairs(
    'found in another branch of a table of tables',
    signUp(
      'const HTTP = { BAD: { BAD_REQUEST: 400 }, STATE: { CONFLICT: 409 } };',
      `${number}`.replace('400', 'HTTP.BAD.BAD_REQUEST'),
    ),
    signUp(
      'const HTTP = { BAD: { BAD_REQUEST: 400 }, STATE: { CONFLICT: 409 } };',
      `${number}`.replace('400', 'HTTP.STATE.CONFLICT'),
    ),
  );
  repairs(
    'a number where the table lacks the code',
    signUp('const CODES = { BAD_REQUEST: 400 };', number.replace('400', 'CODES.BAD_REQUEST')),
    signUp('const CODES = { BAD_REQUEST: 400 };', number.replace('400', '409')),
  );
  repairs(
    'a number beside a constant that names something else',
    signUp('const TAKEN = 400;', number.replace('400', 'TAKEN')),
    signUp('const TAKEN = 400;', number.replace('400', '409')),
  );
  repairs(
    'a constant where the handler writes constants elsewhere',
    signUp("import { StatusCodes } from 'http-status-codes';", number, 'res.status(StatusCodes.CREATED).json({});'),
    signUp(
      "import { StatusCodes } from 'http-status-codes';",
      number.replace('400', 'StatusCodes.CONFLICT'),
      'res.status(StatusCodes.CREATED).json({});',
    ),
  );
  repairs(
    'a name of which the import is added',
    signUp("import { BAD_REQUEST } from 'http-status-codes';", number.replace('400', 'BAD_REQUEST')),
    signUp("import { BAD_REQUEST, CONFLICT } from 'http-status-codes';", number.replace('400', 'CONFLICT')),
  );
  repairs(
    'a name of which the import is there, under a name of its own',
    signUp("import { BAD_REQUEST, CONFLICT as TAKEN } from './codes';", number.replace('400', 'BAD_REQUEST')),
    signUp("import { BAD_REQUEST, CONFLICT as TAKEN } from './codes';", number.replace('400', 'TAKEN')),
    { 'src/codes.ts': 'export const BAD_REQUEST = 400; export const CONFLICT = 409;' },
  );
  repairs(
    'a name that is taken out of a require, on a line of its own where the others are',
    required("const {\n  OK,\n  BAD_REQUEST,\n} = require('http-status');", number.replace('400', 'BAD_REQUEST')),
    required(
      "const {\n  OK,\n  BAD_REQUEST,\n  CONFLICT,\n} = require('http-status');",
      number.replace('400', 'CONFLICT'),
    ),
  );
  repairs(
    'a number where the name means something else already',
    signUp("import { BAD_REQUEST } from 'http-status';\nconst CONFLICT = 1;", number.replace('400', 'BAD_REQUEST')),
    signUp("import { BAD_REQUEST } from 'http-status';\nconst CONFLICT = 1;", number.replace('400', '409')),
  );
});

describe('a body that tells of its status', () => {
  const head = "import { BAD_REQUEST } from 'http-status';";
  const answer = (code: string, phrase: string, constant: string): string =>
    `return res.status(${constant}).json({ code: ${code}, text: '${phrase}', error: { status: ${constant} }, limit: 400 });`;

  it('tells of the new one after the fix, and every import is added once', () => {
    assert.equal(
      repair({ 'src/app.ts': signUp(head, answer('400', 'Bad Request', 'BAD_REQUEST')) }, DUPLICATE),
      signUp(head.replace(' }', ', CONFLICT }'), answer('409', 'Conflict', 'CONFLICT')),
    );
  });
});

describe('a name that is made up for a code', () => {
  interface PackageNames {
    readonly package: string;
    readonly names: Readonly<Record<string, number>>;
  }
  const packages = JSON.parse(readFileSync('test/fixtures/status-constants.json', 'utf8')) as readonly PackageNames[];

  for (const { package: name, names } of packages)
    it(`is one that ${name} has`, () => {
      const [like = ''] = Object.entries(names).find(([, code]) => code === 404) ?? [];
      const made = Array.from({ length: 500 }, (_, index) => index + 100).map((code) => [
        nameConstantLike(like, code),
        code,
      ]);
      const named = made.filter(([constant]) => constant !== undefined);
      assert.ok(named.length > 30);
      assert.deepEqual(
        named.filter(([constant, code]) => names[constant ?? ''] !== code),
        [],
      );
    });

  it('reads as its code again', () => {
    for (const like of ['NOT_FOUND', 'NotFound', 'notFound', 'HTTP_STATUS_NOT_FOUND'])
      assert.equal(findCodeOfConstant(nameConstantLike(like, 422) ?? ''), 422);
    assert.equal(nameConstantLike('NOT_FOUND', 413), undefined);
  });
});

describe('a return in a fix', () => {
  /** A handler that goes on behind its first answer, and another that shows the custom of the file. */
  const twice = (first: string, other: string, head = ''): string => `${head}import express from 'express';
const app = express();
app.post('/orders', (req, res) => {
  if (!req.body.items) ${first}
  res.status(201).json({});
});
app.get('/orders/:id', (req, res) => {
  ${other}
  res.json({});
});
`;
  const answer = 'res.status(400).json({});';
  const value = 'if (!req.params.id) { return res.status(404).json({}); }';
  const bare = `if (!req.params.id) {
    res.status(404).json({});
    return;
  }`;

  for (const [what, before, after, other] of [
    ['stands before the answer where the file returns answers', answer, `return ${answer}`, value],
    ['stands behind it, in braces, where the file does so', answer, `{ ${answer} return; }`, bare],
    ['stands on its own line in a block', `{\n    ${answer}\n  }`, `{\n    ${answer}\n    return;\n  }`, bare],
    [
      'stands behind what is still done after the answer',
      `{\n    ${answer}\n    console.log('refused');\n  }`,
      `{\n    ${answer}\n    console.log('refused');\n    return;\n  }`,
      value,
    ],
    [
      'stands behind it on the same line',
      `{ ${answer} console.log('refused') }`,
      `{ ${answer} console.log('refused'); return; }`,
      value,
    ],
  ] as const)
    it(what, () => {
      assert.equal(repair({ 'src/app.ts': twice(before, other) }, TWICE), twice(after, other));
    });

  it('has no semicolon in a file without them, and the line ends that the file has', () => {
    const plain = (code: string): string => code.replaceAll(';', '').replaceAll('\n', '\r\n');
    assert.equal(
      repair({ 'src/app.ts': plain(twice(`{\n    ${answer}\n  }`, bare)) }, TWICE),
      plain(twice(`{\n    ${answer}\n    return;\n  }`, bare)),
    );
  });

  it('gives nothing back in TypeScript under Express 5, unless the file does', () => {
    const files = (code: string) => ({ 'src/app.ts': code, 'package.json': '{"dependencies":{"express":"^5.0.0"}}' });
    assert.equal(
      repair(files(twice(`{\n    ${answer}\n  }`, '')), TWICE),
      twice(`{\n    ${answer}\n    return;\n  }`, ''),
    );
    assert.equal(repair(files(twice(answer, value)), TWICE), twice(`return ${answer}`, value));
  });

  it('is not offered in a callback, which it would not leave the handler by', () => {
    const code = twice('[1].forEach(() => { res.status(400).json({}); });', '');
    assert.equal(repair({ 'src/app.ts': code }, TWICE), undefined);
  });
});

describe('another status on a route that declares its statuses', () => {
  const removal = (declared: string, status: string, imports: string): string =>
    `import { Controller, Delete, HttpCode, HttpStatus, Param } from '@nestjs/common';
import { ApiNoContentResponse${imports} } from '@nestjs/swagger';
@Controller('questions')
export class QuestionsController {
  ${declared}@ApiNoContentResponse({ status: HttpStatus.NO_CONTENT, description: 'Removed' })
  @Delete(':id')
  @HttpCode(HttpStatus.${status})
  async remove(@Param('id') id: string) {
    await this.questions.remove(id);
    return true;
  }
}
`;

  it('is declared with it', () => {
    assert.equal(
      repair({ 'src/app.ts': removal('', 'NO_CONTENT', '') }, 'no-body-with-bodyless-status', 'src/app.ts', (title) =>
        title.startsWith('Answer 200'),
      ),
      removal("@ApiResponse({ status: HttpStatus.OK, description: 'OK' })\n  ", 'OK', ', ApiResponse'),
    );
  });
});

describe('a text in the place of a caught error', () => {
  const failing = (inCatch: string): string => `import express from 'express';
const app = express();
app.get('/prices', async (req, res) => {
  try {
    res.json(await Price.find());
  } catch (error) {
    ${inCatch}
  }
});
`;

  for (const [what, before, after] of [
    [
      'stands in the constant that was made of it, if that is there for nothing else',
      `const message = error instanceof Error ? error.message : 'There are no prices';
    res.status(500).json({ success: false, message });`,
      `const message = 'There are no prices';
    console.error(error);
    res.status(500).json({ success: false, message });`,
    ],
    [
      'stands in the body where something else asks for the constant',
      `const message = error instanceof Error ? error.message : 'There are no prices';
    metrics.count(message);
    res.status(500).json({ success: false, message });`,
      `const message = error instanceof Error ? error.message : 'There are no prices';
    metrics.count(message);
    console.error(error);
    res.status(500).json({ success: false, message: 'There are no prices' });`,
    ],
    [
      'is the one beside it, where it is sent under its own name',
      `console.error(error);
    res.status(503).json({ message: 'There are no prices', error });`,
      `console.error(error);
    res.status(503).json({ message: 'There are no prices' });`,
    ],
    [
      'is the one beside it, where its fields are spread',
      `console.error(error);
    res.status(503).json({ message: 'There are no prices', ...error });`,
      `console.error(error);
    res.status(503).json({ message: 'There are no prices' });`,
    ],
  ] as const)
    it(what, () => {
      assert.equal(repair({ 'src/app.ts': failing(before) }, 'no-internal-error-leak'), failing(after));
    });
});
