import type { HandlerFlow } from '../handler-flow.ts';
import { valuesOf } from '../known.ts';
import { say } from '../messages.ts';
import type { BadExample, GoodExample, Rule } from '../rule.ts';
import { formatStatus } from '../status-text.ts';

export const rule: Rule = {
  id: 'no-unused-declared-status',
  summary: 'A route declares no status that its handler never sends.',
  why: 'Clients are written, and generated, for what is declared. A status that never comes costs them a branch that nobody can test.',
  whenNot:
    'Declarations that are shared by many routes, or that run ahead of the code, hold more than each handler sends.',
  specs: [{ title: 'RFC 9110, section 15: Status Codes', url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15' }],
  severity: 'off',
  sure: 'likely',
  fix: 'suggestion',
  checkHandler(flow) {
    const { declared } = flow.handler;
    const sent = listSent(flow);
    if (!declared || !sent) return [];
    // What is called may throw errors of its own, and what runs before a handler refuses requests.
    const isClosed = flow.responses.every(({ work }) => work.length === 0);
    const successes = declared.statuses.filter((code) => code < 300);
    return declared.statuses
      .filter(
        (code) =>
          !sent.has(code) &&
          (code < 400 ? code >= 300 || successes.length > 1 : isClosed && !MAY_COME_FROM_BEFORE.has(code)),
      )
      .map((code) => ({
        span: declared.span,
        message: say('unused-declaration', { status: formatStatus(code) }),
        confidence: 'likely' as const,
        fixes: [
          {
            title: say('unused-declaration.fix', { status: formatStatus(code) }),
            intent: { kind: 'undeclareStatus' as const, status: code },
            safe: false,
          },
        ],
      }));
  },
};

/** Every status that the handler sends; undefined where one could not be read or a path ends in silence. */
function listSent({ responses, silentPaths }: HandlerFlow): ReadonlySet<number> | undefined {
  if (responses.length === 0 || silentPaths.length > 0) return undefined;
  const sent = new Set<number>();
  for (const { status, state } of responses) {
    const codes = valuesOf(status);
    if (!codes || state !== 'sent') return undefined;
    for (const code of codes) sent.add(code);
  }
  return sent;
}

/** Validation, guards, limits and failures answer with these on behalf of a handler. */
const MAY_COME_FROM_BEFORE: ReadonlySet<number> = new Set([
  ...[400, 401, 403, 405, 406, 408, 411, 413, 414, 415, 422, 428, 429, 431],
  ...[500, 501, 502, 503, 504],
]);

export const bad: readonly BadExample[] = [
  {
    title: 'a second success that never comes',
    code: `
import Fastify from 'fastify';
const app = Fastify();
app.put('/users/:id', { schema: { response: { 200: User, 201: User } } }, async (request, reply) => {
                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 201 Created is declared, and this handler never sends it.
  return reply.code(200).send(await users.save(request.params.id, request.body));
});
`,
    fixed: `
import Fastify from 'fastify';
const app = Fastify();
app.put('/users/:id', { schema: { response: { 200: User } } }, async (request, reply) => {
  return reply.code(200).send(await users.save(request.params.id, request.body));
});
`,
  },
  {
    title: 'an error of a handler that calls nothing which could throw it',
    code: `
import Fastify from 'fastify';
const app = Fastify();
app.get('/health', { schema: { response: { 409: Failure, 200: Health } } }, async (request, reply) => {
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 409 Conflict is declared, and this handler never sends it.
  return reply.code(200).send({ up: true });
});
`,
    fixed: `
import Fastify from 'fastify';
const app = Fastify();
app.get('/health', { schema: { response: { 200: Health } } }, async (request, reply) => {
  return reply.code(200).send({ up: true });
});
`,
  },
];

export const good: readonly GoodExample[] = [
  {
    title: 'what the handler calls may throw it',
    code: `
import Fastify from 'fastify';
const app = Fastify();
app.post('/users', { schema: { response: { 201: User, 409: Failure } } }, async (request, reply) => {
  return reply.code(201).send(await users.create(request.body));
});
`,
  },
  {
    title: 'validation and guards answer before the handler runs',
    code: `
import Fastify from 'fastify';
const app = Fastify();
app.get('/health', { schema: { response: { 200: Health, 400: Failure, 401: Failure } } }, async (request, reply) => {
  return reply.code(200).send({ up: true });
});
`,
  },
  {
    title: 'one status could not be read, so it may be any of them',
    code: `
import Fastify from 'fastify';
const app = Fastify();
app.put('/users/:id', { schema: { response: { 200: User, 201: User } } }, async (request, reply) => {
  return reply.code(codeOf(request)).send({ saved: true });
});
`,
  },
];
