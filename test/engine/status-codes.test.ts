import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { findStatusCode, type StatusCode, statusCodes } from '../../server/src/engine/index.ts';

const REGISTRATIONS: Readonly<Record<string, string>> = {
  yes: 'registered',
  temporary: 'temporary',
  deprecated: 'deprecated',
  unused: 'unused',
  obsoleted: 'obsoleted',
};
const CLASSES = ['unassigned', 'informational', 'success', 'redirection', 'client error', 'server error'];
const WITHOUT_USE = new Set(['deprecated', 'unused', 'obsoleted']);

/** 208 is never the status of a response: its example shows it inside the body of a 207. */
const INSIDE_ANOTHER = new Map([[208, 207]]);

/** The request that 400 answers is cut off on purpose. */
const BROKEN_REQUEST = 400;

const registry = readFileSync('test/fixtures/iana-status-codes.csv', 'utf8')
  .trim()
  .split(/\r?\n/)
  .slice(1)
  .map((line) => {
    const [code = '', reasonPhrase = '', registered = '', document = '', section = ''] = line.split(',');
    return { code: Number(code), reasonPhrase, registered, document, section };
  });

/** Fails once with every code that breaks the rule, so that one run shows all the work. */
function checkEach(
  statuses: readonly StatusCode[],
  findFaults: (status: StatusCode) => readonly (string | false)[],
): void {
  const faults = statuses.flatMap((status) =>
    findFaults(status)
      .filter((fault) => fault !== false)
      .map((fault) => `${status.code}: ${fault}`),
  );
  assert.deepEqual(faults, []);
}

function getUrl(document: string, section: string): string {
  const rfc = /^RFC (\d+)$/.exec(document)?.[1];
  return rfc
    ? `https://www.rfc-editor.org/rfc/rfc${rfc}${section && `#section-${section}`}`
    : `https://datatracker.ietf.org/doc/${document}/`;
}

describe('the table of status codes', () => {
  it('says of each registered code what the registry says', () => {
    for (const entry of registry) {
      const status = findStatusCode(entry.code);
      assert.ok(status, `${entry.code} is missing`);
      assert.deepEqual(
        {
          reasonPhrase: status.reasonPhrase,
          registration: status.registration,
          document: status.specification?.document,
          section: status.specification?.section,
          url: status.specification?.url,
        },
        {
          reasonPhrase: entry.reasonPhrase,
          registration: REGISTRATIONS[entry.registered],
          document: entry.document,
          section: entry.section,
          url: getUrl(entry.document, entry.section),
        },
        `${entry.code}`,
      );
    }
  });

  it('calls every code that is not in the registry a vendor code, and names the vendor', () => {
    const registered = new Set(registry.map(({ code }) => code));
    checkEach(statusCodes, ({ code, registration, vendor }) => [
      !registered.has(code) && (registration !== 'vendor' || !vendor) && 'has no vendor',
      registered.has(code) && vendor !== undefined && 'is registered and has a vendor',
    ]);
  });

  it('holds each code once, from the smallest to the greatest', () => {
    const codes = statusCodes.map(({ code }) => code);
    assert.deepEqual(
      codes,
      [...new Set(codes)].sort((a, b) => a - b),
    );
  });

  it('gives no two registered codes the same reason phrase', () => {
    const phrases = registry
      .map(({ code }) => findStatusCode(code)?.reasonPhrase)
      .filter((name) => name !== '(Unused)');
    assert.deepEqual(
      phrases.filter((name, index) => phrases.indexOf(name) !== index),
      [],
    );
  });

  it('puts each code into the class of its first digit', () => {
    checkEach(statusCodes, (status) => [
      status.class !== (CLASSES[Math.floor(status.code / 100)] ?? 'unassigned') && `is of class ${status.class}`,
    ]);
  });

  it('finds nothing for a code that nobody defines', () => {
    assert.equal(findStatusCode(299), undefined);
  });
});

describe('the prose of each status code', () => {
  it('sums up in one or two sentences of at most 240 characters', () => {
    checkEach(statusCodes, ({ summary }) => [
      summary.trim() === '' && 'has no summary',
      summary.length > 240 && `has a summary of ${summary.length} characters`,
      summary.split(/[.!?](?:\s|$)/).filter((part) => part.trim()).length > 2 &&
        'has a summary of more than two sentences',
    ]);
  });

  it('says when to use it and when not, unless nobody should use it', () => {
    checkEach(statusCodes, ({ registration, useWhen, notWhen }) => [
      useWhen.length === 0 && !WITHOUT_USE.has(registration) && 'has no use',
      notWhen.length === 0 && 'says nowhere what to answer instead',
      Math.max(useWhen.length, notWhen.length) > 4 && 'has a list of more than four items',
      [...useWhen, ...notWhen].some((item) => item.trim() === '') && 'has an empty item',
    ]);
  });

  it('says whether a client may retry and whether a cache may keep it', () => {
    checkEach(statusCodes, ({ retry, cache }) => [
      retry.trim() === '' && 'says nothing about retrying',
      cache.trim() === '' && 'says nothing about caching',
    ]);
  });

  it('tells codes apart that are in the table, and never a code from itself', () => {
    checkEach(statusCodes, ({ code, registration, confusedWith }) => [
      registration === 'registered' && confusedWith.length === 0 && 'is confused with nothing',
      confusedWith.length > 4 && 'is confused with more than four codes',
      ...confusedWith.map((other) => other.code === code && 'is confused with itself'),
      ...confusedWith.map((other) => !findStatusCode(other.code) && `is confused with the unknown ${other.code}`),
      ...confusedWith.map((other) => other.tell.trim() === '' && `does not tell how ${other.code} differs`),
    ]);
  });

  it('links to the page of its own code', () => {
    checkEach(statusCodes, ({ code, specification, mdn }) => [
      mdn !== undefined &&
        mdn !== `https://developer.mozilla.org/docs/Web/HTTP/Reference/Status/${code}` &&
        `links to ${mdn}`,
      specification !== undefined &&
        !/^https:\/\/(www\.rfc-editor\.org\/rfc\/rfc\d+(#section-[\d.]+\d)?|datatracker\.ietf\.org\/doc\/[\w-]+\/|[\w.-]+\/\S*)$/.test(
          specification.url,
        ) &&
        `links to ${specification.url}`,
    ]);
  });

  it('knows which responses carry no content', () => {
    checkEach(statusCodes, ({ code, bodyless, registration }) => [
      registration !== 'vendor' &&
        bodyless !== (code < 200 || code === 204 || code === 205 || code === 304) &&
        `says ${bodyless} of being bodyless`,
    ]);
  });
});

interface Message {
  readonly start: string;
  readonly fields: readonly string[];
  readonly body: string;
}

/** Takes an example apart: the request, then its responses. A body ends where the next status line starts. */
function readExample(example: string): readonly Message[] {
  return example.split(/\n\n(?=HTTP\/1\.1 )/).map((text) => {
    const [head = '', ...body] = text.split('\n\n');
    const [start = '', ...fields] = head.split('\n');
    return { start, fields, body: body.join('\n\n') };
  });
}

function hasField({ fields }: Message, name: string): boolean {
  return fields.some((field) => field.toLowerCase().startsWith(`${name.toLowerCase()}:`));
}

describe('the example of each status code', () => {
  const withExample = statusCodes.filter(({ example }) => example !== '');

  it('is there for every code that a server should send', () => {
    checkEach(statusCodes, ({ registration, example }) => [
      (registration === 'registered' || registration === 'temporary') && example === '' && 'has no example',
    ]);
  });

  it('is a request and the response with this code', () => {
    checkEach(withExample, ({ code, reasonPhrase, example }) => {
      const [request, response] = readExample(example);
      const outer = findStatusCode(INSIDE_ANOTHER.get(code) ?? code);
      return [
        !/^[A-Z]+ (\/\S*|\*|https?:\/\/\S+|[\w.-]+:\d+) HTTP\/\d\.\d$/.test(request?.start ?? '') &&
          `starts with ${request?.start}`,
        response?.start !== `HTTP/1.1 ${outer?.code} ${outer?.reasonPhrase}` && `answers ${response?.start}`,
        !example.includes(`HTTP/1.1 ${code} ${reasonPhrase}`) && 'does not show the code',
      ];
    });
  });

  it('ends with the response, which only an interim one does not', () => {
    checkEach(withExample, ({ code, example }) => {
      const { length } = readExample(example);
      return [length > (code < 200 ? 3 : 2) && `has ${length} messages`];
    });
  });

  it('has well-formed fields, and no blanks at the ends of lines', () => {
    checkEach(withExample, ({ example }) => [
      ...readExample(example)
        .flatMap(({ fields }) => fields)
        .map((field) => !/^[A-Za-z][A-Za-z0-9-]*: \S/.test(field) && `has the field ${field}`),
      ...example.split('\n').map((line) => line !== line.trimEnd() && `has blanks behind ${line}`),
    ]);
  });

  it('carries the fields that must be there', () => {
    checkEach(withExample, ({ fields, example }) => {
      const response = readExample(example)[1];
      return fields.map(
        ({ name, need }) => need === 'must' && response !== undefined && !hasField(response, name) && `lacks ${name}`,
      );
    });
  });

  it('has a body with a type, or none where none may be', () => {
    checkEach(withExample, ({ bodyless, example }) => [
      ...readExample(example).map(
        (message) => message.body !== '' && !hasField(message, 'Content-Type') && `lacks the type of ${message.body}`,
      ),
      bodyless && readExample(example)[1]?.body !== '' && 'has a body although it is bodyless',
    ]);
  });

  it('has bodies of JSON that parse', () => {
    for (const { code, example } of withExample) {
      for (const [index, message] of readExample(example).entries()) {
        if (code === BROKEN_REQUEST && index === 0) continue;
        if (!message.fields.some((field) => /^content-type: application\/(.+\+)?json/i.test(field))) continue;
        if (message.body === '') continue;
        assert.doesNotThrow(() => JSON.parse(message.body), `${code}: ${message.body}`);
      }
    }
  });

  it('fits into a hover: no line is longer than 80 characters', () => {
    checkEach(withExample, ({ example }) =>
      example.split('\n').map((line) => line.length > 80 && `has a line of ${line.length} characters`),
    );
  });
});
