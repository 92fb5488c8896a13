import assert from 'node:assert/strict';
import { lookUpStatusCodes, statusCodes } from '../../server/src/engine/index.ts';

function find(query: string): readonly string[] {
  return lookUpStatusCodes(query).map(({ title }) => title);
}

describe('the look-up of status codes', () => {
  it('lists every code in order as long as nothing is typed', () => {
    assert.deepEqual(
      lookUpStatusCodes(' ').map(({ code }) => code),
      statusCodes.map(({ code }) => code),
    );
  });

  for (const [query, title] of [
    ['409', '409 Conflict'],
    ['notf', '404 Not Found'],
    ['NOT_FOUND', '404 Not Found'],
    ['ntfnd', '404 Not Found'],
    ['unprocessable entity', '422 Unprocessable Content'],
    ['too many', '429 Too Many Requests'],
    ['taken', '409 Conflict'],
    ['exists already', '409 Conflict'],
    ['makes no sense', '422 Unprocessable Content'],
    ['maintenance', '503 Service Unavailable'],
    ['permanent redirect', '308 Permanent Redirect'],
    ['duplicate', '409 Conflict'],
    ['email taken', '409 Conflict'],
    ['login', '401 Unauthorized'],
    ['not logged in', '401 Unauthorized'],
    ['no permission', '403 Forbidden'],
    ['upstream', '502 Bad Gateway'],
    ['slow', '408 Request Timeout'],
    ['throttle', '429 Too Many Requests'],
    ['cloudflare timeout', '524 A Timeout Occurred'],
  ] as const) {
    it(`finds ${title} first for "${query}"`, () => {
      assert.equal(find(query)[0], title);
    });
  }

  it('narrows a number down digit by digit', () => {
    assert.deepEqual(find('40').slice(0, 3), ['400 Bad Request', '401 Unauthorized', '402 Payment Required']);
    assert.deepEqual(find('402'), ['402 Payment Required']);
  });

  it('wants every word, so that a second one never adds results', () => {
    const conflict = find('conflict');
    assert.ok(find('conflict taken').every((title) => conflict.includes(title)));
    assert.deepEqual(find('conflict zebra'), []);
  });

  it('finds words from their beginnings, not inside others', () => {
    // "use" stands in many sentences, and inside of "because" and "refuses" in others.
    assert.ok(!find('efuses').includes('403 Forbidden'));
    assert.ok(find('refuses').includes('403 Forbidden'));
  });

  it('shows the situation that was searched for in place of the meaning', () => {
    assert.equal(lookUpStatusCodes('taken')[0]?.meaning, 'A sign-up uses an e-mail address that is taken.');
    assert.match(lookUpStatusCodes('conflict')[0]?.meaning ?? '', /collides with the current state/);
  });

  it('tells each meaning in a whole sentence that fits on a line', () => {
    const words = statusCodes.flatMap(
      ({ useWhen, summary }) => [...useWhen, summary].join(' ').match(/[A-Za-z]{4,}/g) ?? [],
    );
    for (const query of ['', ...new Set(words)])
      for (const { title, meaning } of lookUpStatusCodes(query))
        assert.ok(meaning.length <= 76 && /^\w.*[.?]$/.test(meaning), `${query}: ${title}: ${meaning}`);
    const meanings = lookUpStatusCodes('').map(({ meaning }) => meaning);
    assert.equal(new Set(meanings).size, meanings.length);
  });

  it('tells the class, the meaning without markup and the situations', () => {
    const [found] = lookUpStatusCodes('429');
    assert.equal(found?.kind, 'client error');
    assert.deepEqual(found.scenarios, ['a limit is exceeded']);
    assert.ok(lookUpStatusCodes('').every(({ meaning }) => meaning !== '' && !meaning.includes('`')));
  });
});
