import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import {
  analyze,
  createProject,
  describeCompletion,
  findCompletions,
  findHover,
  findStatusCode,
  noHost,
} from '../../server/src/engine/index.ts';
import { answersOf } from '../snippets/all.ts';

/** The codes that every user is to learn, with the header field that belongs to the answer. */
const GUIDE: readonly { readonly code: number; readonly name: string; readonly field?: string }[] = [
  { code: 200, name: 'OK' },
  { code: 201, name: 'Created', field: 'Location' },
  { code: 202, name: 'Accepted' },
  { code: 204, name: 'No Content' },
  { code: 400, name: 'Bad Request' },
  { code: 401, name: 'Unauthorized', field: 'WWW-Authenticate' },
  { code: 403, name: 'Forbidden' },
  { code: 404, name: 'Not Found' },
  { code: 409, name: 'Conflict' },
  { code: 422, name: 'Unprocessable Content' },
  { code: 429, name: 'Too Many Requests', field: 'Retry-After' },
  { code: 500, name: 'Internal Server Error' },
  { code: 502, name: 'Bad Gateway' },
  { code: 503, name: 'Service Unavailable', field: 'Retry-After' },
  { code: 504, name: 'Gateway Timeout' },
];

/** Those whose handlers write every answer themselves; of NestJS, routing-controllers and tRPC that is so for errors. */
const FRAMEWORKS = [
  ...['express', 'fastify', 'koa', 'hono', 'next', 'fetch', 'elysia', 'hapi', 'h3', 'lambda', 'azure-functions'],
  ...['node-http', 'next-pages', 'sveltekit', 'tsoa'],
];

function inHandler(status: string): string {
  return `import express from 'express';\nexpress().get('/', (req, res) => { res.status(${status}).end(); });\n`;
}

for (const { code, name, field } of GUIDE) {
  describe(`${code} ${name}`, () => {
    it('has a hover with all that is to be learnt', () => {
      const text = inHandler(String(code));
      const project = createProject(noHost);
      const hover = findHover(
        analyze({ path: 'a.ts', text }, undefined, project),
        project,
        text.indexOf(`${code})`) + 1,
      );
      assert.ok(hover);
      assert.match(
        hover.head,
        new RegExp(`^\\*\\*${code} ${name}\\*\\* · (?:success|client error|server error) · \\S`),
      );
      for (const part of ['Use it when', 'Not when', 'Easily confused with', 'Retry:', 'Cache:', '```http'])
        assert.ok(hover.page.includes(part), part);
      assert.match(hover.page, /https:\/\/www\.rfc-editor\.org\/rfc\/rfc\d+#section-[\d.]+/);
      assert.ok(hover.page.includes(`https://developer.mozilla.org/docs/Web/HTTP/Reference/Status/${code}`));
      if (field !== undefined) assert.ok(hover.page.includes(`\`${field}\` (`), field);
    });

    it('is completed by its number and told in the list', () => {
      const text = inHandler(String(code)[0] ?? '');
      const list = findCompletions({ path: 'a.ts', text }, createProject(noHost), text.indexOf(').end'), 'typed');
      const item = list?.items.find((one) => one.code === code);
      assert.equal(item?.label, `${code} ${name}`);
      assert.equal(item?.text, String(code));
      assert.ok(describeCompletion(code).includes('Use it when'));
    });

    it('has a snippet in every framework, with the field that belongs to it', () => {
      for (const id of FRAMEWORKS) {
        const snippet = answersOf(id).find((one) => one.code === code);
        assert.match(snippet?.text ?? '', new RegExp(`\\b${code}\\b`), id);
        if (field !== undefined) assert.match(snippet?.text ?? '', new RegExp(field), id);
      }
    });

    it('has an example exchange that answers with it', () => {
      const example = findStatusCode(code)?.example ?? '';
      assert.match(example, /^(?:GET|POST|PUT|PATCH|DELETE) \/\S* HTTP\/1\.1\nHost: /);
      assert.ok(example.includes(`\n\nHTTP/1.1 ${code} ${name}`), example);
      const [head = '', body = ''] = example.slice(example.indexOf(`HTTP/1.1 ${code}`)).split('\n\n');
      if (field !== undefined) assert.match(head, new RegExp(`^${field}: \\S`, 'm'));
      if (code === 204) assert.equal(body, '');
      else assert.notEqual(body, '');
    });

    it('has a page in the documentation', () => {
      const page = readFileSync(`docs/status-codes/${code}.md`, 'utf8');
      assert.match(page, new RegExp(`^# ${code} ${name}$`, 'm'));
      assert.match(page, /^## Use it when$/m);
    });
  });
}
