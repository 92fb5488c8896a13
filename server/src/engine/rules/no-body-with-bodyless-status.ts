import { hasContent } from '../body.ts';
import { valuesOf } from '../known.ts';
import { say } from '../messages.ts';
import type { BadExample, GoodExample, Rule } from '../rule.ts';
import { findStatusCode } from '../status-codes/index.ts';
import { formatStatus } from '../status-text.ts';

const MESSAGES = {
  true: 'body.refused',
  false: 'body.dropped',
  'on some platforms': 'body.refused.sometimes',
} as const;

const isBodyless = (code: number): boolean => code >= 200 && (findStatusCode(code)?.bodyless ?? false);

export const rule: Rule = {
  id: 'no-body-with-bodyless-status',
  summary: 'A response with 204, 205 or 304 carries no body.',
  why: 'The message of such a response ends after its header fields. Node and the frameworks drop the body without a word, so the client never sees what was meant for it; `Response` throws a TypeError instead.',
  whenNot:
    'A client that speaks another protocol over the same connection, and reads on after a 204, wants what no HTTP library sends.',
  specs: [
    { title: 'RFC 9110, section 15.3.5: 204 No Content', url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.3.5' },
    {
      title: 'RFC 9110, section 15.3.6: 205 Reset Content',
      url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.3.6',
    },
    {
      title: 'RFC 9110, section 15.4.5: 304 Not Modified',
      url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.4.5',
    },
  ],
  severity: 'warning',
  sure: 'certain',
  fix: 'safe',
  check(response, { framework }) {
    const { body, refused, state } = response;
    if (state !== 'sent' || !(refused === true || hasContent(body)) || body.kind === 'none' || !body.span)
      return undefined;
    const codes = valuesOf(response.status) ?? [];
    const bodyless = codes.filter(isBodyless);
    const [code] = bodyless;
    if (code === undefined) return undefined;
    const status = formatStatus(code);
    if (bodyless.length < codes.length) {
      // A body that is not readable may itself depend on the same test, so only a written one is named.
      if (body.kind === 'opaque') return undefined;
      return { span: body.span, message: say('body.dropped.sometimes', { status, framework }), confidence: 'likely' };
    }
    return {
      span: body.span,
      message: say(MESSAGES[`${refused}`], { status, framework }),
      confidence: 'certain',
      breaks: refused === true,
      tags: ['unnecessary'],
      fixes: [
        { title: say('body.fix.remove', { status }), intent: { kind: 'removeBody' }, safe: true, preferred: true },
        {
          title: say('status.fix.keep-body', { status: formatStatus(200) }),
          intent: { kind: 'setStatus', status: 200 },
          safe: false,
        },
      ],
    };
  },
};

export const bad: readonly BadExample[] = [
  {
    title: 'a confirmation sent with 204',
    code: `
import express from 'express';
const app = express();
app.delete('/items/:id', (req, res) => {
  items.delete(req.params.id);
  res.status(204).json({ deleted: true });
                       ^^^^^^^^^^^^^^^^^ 204 No Content never carries a body, so Express drops this one. Send nothing, or answer 200 OK.
});
`,
    fixed: `
import express from 'express';
const app = express();
app.delete('/items/:id', (req, res) => {
  items.delete(req.params.id);
  res.status(204).end();
});
`,
  },
  {
    title: 'a Response, which throws',
    code: `
export default {
  async fetch(request) {
    await remove(request.url);
    return new Response('', { status: 204 });
                        ^^ \`Response\` takes no body with 204 No Content: this throws a TypeError, and the client gets 500. Give null, or answer 200 OK.
  },
};
`,
    fixed: `
export default {
  async fetch(request) {
    await remove(request.url);
    return new Response(null, { status: 204 });
  },
};
`,
  },
  {
    title: 'a body in a call that drops it',
    code: `
import { Hono } from 'hono';
const app = new Hono();
app.delete('/notes/:id', (c) => c.json({ deleted: true }, 204));
                                       ^^^^^^^^^^^^^^^^^ 204 No Content never carries a body: Hono drops this one on Node, and answers 500 where \`Response\` is the platform’s own. Send nothing, or answer 200 OK.
`,
    fixed: `
import { Hono } from 'hono';
const app = new Hono();
app.delete('/notes/:id', (c) => c.body(null, 204));
`,
  },
  {
    title: 'the status was set by an earlier statement',
    code: `
import { Router } from 'express';
import { StatusCodes } from 'http-status-codes';
const router = Router();
router.put('/cart', async (request, response) => {
  response.status(StatusCodes.RESET_CONTENT);
  await save(request.body);
  return response.send('saved');
                       ^^^^^^^ 205 Reset Content never carries a body, so Express drops this one. Send nothing, or answer 200 OK.
});
`,
    fixed: `
import { Router } from 'express';
import { StatusCodes } from 'http-status-codes';
const router = Router();
router.put('/cart', async (request, response) => {
  response.status(StatusCodes.RESET_CONTENT);
  await save(request.body);
  return response.end();
});
`,
  },
];

export const good: readonly GoodExample[] = [
  {
    title: 'null is no body, and Hono has a call for that',
    code: `
import { Hono } from 'hono';
const app = new Hono();
app.delete('/a', (c) => c.body(null, 204));
app.delete('/b', () => new Response(null, { status: 204 }));
`,
  },
  {
    title: 'sendStatus sends the reason phrase by itself, and leaves it out here',
    code: `
import express from 'express';
const app = express();
app.delete('/items/:id', (req, res) => {
  res.sendStatus(204);
});
`,
  },
  {
    title: 'an empty text and null lose nothing',
    code: `
import express from 'express';
const app = express();
app.delete('/a', (req, res) => res.status(204).send(''));
app.delete('/b', (req, res) => res.status(204).json(null));
app.delete('/c', (req, res) => res.status(204).send());
`,
  },
  {
    title: 'the body and the status hang on the same test',
    code: `
import express from 'express';
const app = express();
app.get('/report', (req, res) => {
  const report = latest();
  res.status(report ? 200 : 204).send(report);
});
`,
  },
  {
    title: 'the response of another server is no answer',
    code: `
import express from 'express';
const app = express();
app.get('/proxy', async (req, res) => {
  const answer = await client.status(204).json({ ok: true });
  res.json(answer);
});
`,
  },
];
