import assert from 'node:assert/strict';
import { describeStatusIndex, describeStatusPage, statusCodes } from '../../server/src/engine/index.ts';

/** The targets of the relative links in a page. */
function linksOf(page: string): readonly string[] {
  return [...page.matchAll(/\]\((?!https:)([^)]+)\)/g)].map(([, target = '']) => target);
}

describe('the pages of status codes', () => {
  it('are there for each code, and for no other number', () => {
    assert.ok(statusCodes.every(({ code }) => describeStatusPage(code)?.startsWith(`# ${code} `)));
    assert.equal(describeStatusPage(299), undefined);
  });

  it('link to pages that exist', () => {
    const names = new Set(statusCodes.map(({ code }) => `${code}.md`));
    for (const { code } of statusCodes) {
      const broken = linksOf(describeStatusPage(code) ?? '').filter((link) => link !== '../status-codes.md');
      assert.deepEqual(
        broken.filter((link) => !names.has(link)),
        [],
        String(code),
      );
    }
  });

  it('are listed once each in the index', () => {
    const expected = statusCodes.map(({ code }) => `status-codes/${code}.md`);
    assert.deepEqual([...linksOf(describeStatusIndex())].sort(), expected.sort());
  });

  it('show all that is known, the situations included', () => {
    const page = describeStatusPage(409) ?? '';
    for (const part of [
      /\*\*client error\*\* · \[RFC 9110, section 15\.5\.10\]/,
      /## Use it when\n\n- A sign-up/,
      /- \[422 Unprocessable Content\]\(422\.md\): /,
      /## Situations\n\n- Someone signs up with an e-mail address that has an account\./,
      /## Retry\n\n\S/,
      /```http\nPOST \/users HTTP\/1\.1/,
    ])
      assert.match(page, part);
    assert.match(
      describeStatusPage(410) ?? '',
      /The resource does not exist: \[404 Not Found\]\(404\.md\) is the usual/,
    );
  });

  it('never show an empty section', () => {
    for (const { code } of statusCodes) assert.doesNotMatch(describeStatusPage(code) ?? '', /## [^\n]+\n\n(?:##|\[|$)/);
  });
});
