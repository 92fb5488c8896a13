import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { nameBeside, nameLibraryError, tellsCode } from '../../server/src/engine/values/error-names.ts';

const require = createRequire(import.meta.url);
require('reflect-metadata');

/** The status that an error of each library carries. */
const statusOf: Readonly<Record<string, (make: new (text: string) => Record<string, unknown>) => unknown>> = {
  'http-errors': (make) => new make('x')['status'],
  '@hapi/boom': (make) =>
    (make as unknown as (text: string) => { output: { statusCode: number } })('x').output.statusCode,
  '@nestjs/common': (make) => (new make('x')['getStatus'] as () => number).call(new make('x')),
  'routing-controllers': (make) => new make('x')['httpCode'],
};

describe('the name of a library for an error', () => {
  for (const [module, read] of Object.entries(statusOf))
    it(`is one that ${module} exports, for an error of that status`, () => {
      const library = require(module) as Record<string, new (text: string) => Record<string, unknown>>;
      const like =
        { 'http-errors': 'NotFound', '@hapi/boom': 'notFound' }[module] ??
        (module === '@nestjs/common' ? 'NotFoundException' : 'NotFoundError');
      const codes = Array.from({ length: 600 }, (_, code) => code);
      const named = codes.flatMap((code) => {
        const name = nameLibraryError(module, like, 404, code);
        return name === undefined ? [] : [{ code, name }];
      });
      assert.ok(named.length >= 8);
      assert.deepEqual(
        named.map(({ name }) => ({ code: library[name] && read(library[name]), name })),
        named,
      );
    });
});

describe('a name that tells a code', () => {
  it('may have other words around it', () => {
    for (const name of ['ConflictError', 'sendConflict', 'HttpConflictException', 'conflict', 'CONFLICT_ERROR'])
      assert.ok(tellsCode(name, 409), name);
    for (const name of ['Conflicted', 'conflicts', 'BadRequestError', 'Error']) assert.ok(!tellsCode(name, 409), name);
  });

  it('may be of other words than its reason phrase', () => {
    assert.ok(tellsCode('RateLimitError', 429));
    assert.ok(tellsCode('AuthenticationError', 401));
    assert.ok(tellsCode('AuthorizationError', 403));
    assert.ok(tellsCode('DuplicateKeyError', 409));
    assert.ok(!tellsCode('AuthenticationError', 403));
  });

  it('is built after the example of another', () => {
    assert.equal(nameBeside('BadRequestError', 400, 409), 'ConflictError');
    assert.equal(nameBeside('sendBadRequest', 400, 422), 'sendUnprocessableEntity');
    assert.equal(nameBeside('throw_not_found', 404, 403), undefined);
    assert.equal(nameBeside('ValidationError', 400, 409), undefined);
  });
});
