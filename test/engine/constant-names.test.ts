import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { statusCodes } from '../../server/src/engine/index.ts';
import { findCodeOfConstant } from '../../server/src/engine/status-codes/constant-names.ts';

interface PackageNames {
  readonly package: string;
  readonly version: string;
  readonly names: Readonly<Record<string, number>>;
}

/** Every constant that the named versions export, as read from the packages themselves. */
const packages = JSON.parse(readFileSync('test/fixtures/status-constants.json', 'utf8')) as readonly PackageNames[];

/** Runs each name through the search, so that one failure shows all the names that are wrong. */
function findAll(names: readonly string[]): Readonly<Record<string, number | undefined>> {
  return Object.fromEntries(names.map((name) => [name, findCodeOfConstant(name)]));
}

function toPascalCase(name: string): string {
  return name
    .toLowerCase()
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}

describe('the names of constants', () => {
  for (const { package: name, version, names } of packages) {
    it(`are all known from ${name} ${version}`, () => {
      assert.ok(Object.keys(names).length > 50);
      assert.deepEqual(findAll(Object.keys(names)), names);
    });

    it(`of ${name} ${version} are known in other spellings`, () => {
      const constants = Object.entries(names).filter(([constant]) => /^[A-Z_]+$/.test(constant));
      const spelled = constants.flatMap(([constant, code]): [string, number][] => {
        const plain = constant.replace(/^HTTP_STATUS_/, '');
        return [
          [toPascalCase(plain), code],
          [plain.toLowerCase(), code],
          [`HTTP_STATUS_${plain}`, code],
          [`SC_${plain}`, code],
          [`${plain}_${code}`, code],
          [`HTTP_${code}_${plain}`, code],
        ];
      });
      assert.deepEqual(findAll(spelled.map(([spelling]) => spelling)), Object.fromEntries(spelled));
    });
  }

  it('are known from older RFCs and drafts', () => {
    const old = {
      AMBIGUOUS: 300,
      MOVED_TEMPORARILY: 302,
      REQUEST_TIME_OUT: 408,
      PAYLOAD_TOO_LARGE: 413,
      REQUEST_ENTITY_TOO_LARGE: 413,
      REQUEST_TOO_LONG: 413,
      REQUEST_URI_TOO_LONG: 414,
      REQUEST_URI_TOO_LARGE: 414,
      REQUESTED_RANGE_NOT_SATISFIABLE: 416,
      IM_A_TEAPOT: 418,
      INSUFFICIENT_SPACE_ON_RESOURCE: 419,
      METHOD_FAILURE: 420,
      UNPROCESSABLE_ENTITY: 422,
      UNORDERED_COLLECTION: 425,
      GATEWAY_TIME_OUT: 504,
    };
    assert.deepEqual(findAll(Object.keys(old)), old);
  });

  it('are known for every reason phrase, where a registered code goes before that of a vendor', () => {
    const named = statusCodes.filter(({ reasonPhrase }) => reasonPhrase !== '(Unused)');
    const wrong = named.filter(({ code, reasonPhrase }) => findCodeOfConstant(reasonPhrase) !== code);
    assert.ok(wrong.every(({ registration }) => registration === 'vendor'));
    assert.equal(findCodeOfConstant('UNAUTHORIZED'), 401);
  });

  it('that start with HTTP themselves keep it', () => {
    assert.equal(findCodeOfConstant('HTTP_VERSION_NOT_SUPPORTED'), 505);
    assert.equal(findCodeOfConstant('HTTP_STATUS_HTTP_VERSION_NOT_SUPPORTED'), 505);
    assert.equal(findCodeOfConstant('HTTPVersionNotSupported'), 505);
  });

  it('are not guessed: nothing is found for any other name', () => {
    const others = [
      '',
      '404',
      '404_NAME',
      '404_MESSAGE',
      '404_CLASS',
      'HTTP',
      'HTTP_STATUS_',
      'SC_',
      'NOT',
      'NOT_FOUND_ERROR',
      'NOT_FOUND_405',
      'HTTP_405_NOT_FOUND',
      'HTTP_404_NOT_FOUND_405',
      'USER_NOT_FOUND',
      'CREATED_AT',
      'SUCCESS',
      'ERROR',
      'classes',
      'extra',
      'default',
      'constructor',
      'toString',
      '__proto__',
      'getReasonPhrase',
      'getStatusCode',
      'HTTP2_HEADER_STATUS',
      'HTTP2_METHOD_LOCK',
    ];
    assert.deepEqual(
      others.filter((name) => findCodeOfConstant(name) !== undefined),
      [],
    );
  });
});
