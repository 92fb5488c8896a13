import { findToldError } from '../error-body.ts';
import { every, one, theOne } from '../known.ts';
import { say } from '../messages.ts';
import type { Response } from '../model.ts';
import type { Policy } from '../policy.ts';
import type { BadExample, GoodExample, ProposedFix, Rule } from '../rule.ts';
import { listFitting } from '../scenarios/fitting.ts';
import { inferScenario } from '../scenarios/infer.ts';
import { formatStatus } from '../status-text.ts';

export const rule: Rule = {
  id: 'no-unreturned-response',
  summary: 'A response that is made is also returned.',
  why: 'Where a handler answers with what it returns, a response that nobody returns is lost. The handler goes on as if it had not been made, and the client gets another answer: often a success, or a 404 or 500 of the framework.',
  whenNot: 'A framework that is patched so that it takes what was made last needs no `return`.',
  specs: [{ title: 'Fetch Standard: the Response class', url: 'https://fetch.spec.whatwg.org/#response-class' }],
  severity: 'error',
  sure: 'certain',
  fix: 'safe',
  check(response, { policy }) {
    const { placement, status, span, via } = response;
    if (!placement.discarded) return undefined;
    const code = theOne(status);
    if (via === 'throw')
      return {
        span,
        message: say('unthrown', { status: code === undefined ? 'its status' : formatStatus(code) }),
        confidence: 'certain',
        fixes: [{ title: say('ignored.fix.throw'), intent: { kind: 'throwInstead' }, safe: false, preferred: true }],
      };
    return {
      span,
      message: say('unreturned', { status: code === undefined ? 'this answer' : formatStatus(code) }),
      // A function that answers may be called for something else that it does.
      confidence: via === 'helper' ? 'likely' : 'certain',
      fixes: proposeFixes(response, policy),
    };
  },
};

/** An error that was never sent shows as a success once it is returned: then it gets its status with the `return`. */
function proposeFixes(response: Response, policy: Policy): readonly ProposedFix[] {
  const isSuccess = every(response.status, (code) => code >= 200 && code < 300);
  if (!isSuccess || !findToldError(response))
    return [{ title: say('unreturned.fix'), intent: { kind: 'insertReturn' }, safe: true, preferred: true }];
  const inferred = inferScenario({ ...response, status: one(500) });
  const [status] = inferred ? listFitting(inferred.scenario, policy) : [];
  if (status === undefined) return [];
  const title = say('unreturned.fix.status', { status: formatStatus(status) });
  return [{ title, intent: { kind: 'insertReturn', status }, safe: false }];
}

export const bad: readonly BadExample[] = [
  {
    title: 'a check whose answer is lost, so that the work goes on',
    code: `
import { Hono } from 'hono';
const app = new Hono();
app.delete('/notes/:id', async (c) => {
  const note = await notes.find(c.req.param('id'));
  if (!note) c.json({ error: 'No such note' }, 404);
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This response is made and given to nobody: the client never gets 404 Not Found. Return it.
  await notes.remove(note);
  return c.body(null, 204);
});
`,
    fixed: `
import { Hono } from 'hono';
const app = new Hono();
app.delete('/notes/:id', async (c) => {
  const note = await notes.find(c.req.param('id'));
  if (!note) return c.json({ error: 'No such note' }, 404);
  await notes.remove(note);
  return c.body(null, 204);
});
`,
  },
  {
    title: 'an error that is made and not thrown',
    code: `
import { CanActivate, Injectable, UnauthorizedException } from '@nestjs/common';
@Injectable()
export class TokenGuard implements CanActivate {
  async canActivate(context) {
    const request = context.switchToHttp().getRequest();
    const session = await this.sessions.find(request.cookies.session);
    if (!session) new UnauthorizedException('Log in first');
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This error is made and nobody throws it: the client never gets 401 Unauthorized. Throw it.
    request.session = session;
    return true;
  }
}
`,
    fixed: `
import { CanActivate, Injectable, UnauthorizedException } from '@nestjs/common';
@Injectable()
export class TokenGuard implements CanActivate {
  async canActivate(context) {
    const request = context.switchToHttp().getRequest();
    const session = await this.sessions.find(request.cookies.session);
    if (!session) throw new UnauthorizedException('Log in first');
    request.session = session;
    return true;
  }
}
`,
  },
  {
    title: 'the last statement of a handler',
    code: `
export default {
  async fetch(request) {
    const found = await look(request.url);
    if (found) return Response.json(found);
    new Response('Not found', { status: 404 });
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This response is made and given to nobody: the client never gets 404 Not Found. Return it.
  },
};
`,
    fixed: `
export default {
  async fetch(request) {
    const found = await look(request.url);
    if (found) return Response.json(found);
    return new Response('Not found', { status: 404 });
  },
};
`,
  },
  {
    title: 'a helper that makes the response, called for nothing',
    code: `
const refuse = (message, status) => Response.json({ error: message }, { status });
export default {
  async fetch(request) {
    if (!request.headers.has('authorization')) refuse('Log in', 401);
                                               ^^^^^^^^^^^^^^^^^^^^^ This response is made and given to nobody: the client never gets 401 Unauthorized. Return it.
    return Response.json(await list());
  },
};
`,
    fixed: `
const refuse = (message, status) => Response.json({ error: message }, { status });
export default {
  async fetch(request) {
    if (!request.headers.has('authorization')) return refuse('Log in', 401);
    return Response.json(await list());
  },
};
`,
  },
  {
    title: 'an error that would show as a success once it is returned',
    code: `
import { NextResponse } from 'next/server';
export async function POST(request) {
  try {
    const { email } = await request.json();
    await send(email);
    return NextResponse.json({ success: true });
  } catch (error) {
    NextResponse.json({ message: 'Something failed', success: false });
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This response is made and given to nobody: the client never gets 200 OK. Return it.
  }
}
`,
    fixed: `
import { NextResponse } from 'next/server';
export async function POST(request) {
  try {
    const { email } = await request.json();
    await send(email);
    return NextResponse.json({ success: true });
  } catch (error) {
    return NextResponse.json({ message: 'Something failed', success: false }, { status: 500 });
  }
}
`,
  },
];

export const good: readonly GoodExample[] = [
  {
    title: 'the response is kept, completed and returned later',
    code: `
export default {
  async fetch(request) {
    const response = Response.json({ ok: true });
    response.headers.set('Cache-Control', 'no-store');
    return response;
  },
};
`,
  },
  {
    title: 'error() of SvelteKit throws by itself',
    code: `
import { error, json } from '@sveltejs/kit';
export async function GET({ params }) {
  const page = await load(params.slug);
  if (!page) error(404, 'No such page');
  return json(page);
}
`,
  },
  {
    title: 'an arrow function without a block returns what it makes',
    code: `
import { Hono } from 'hono';
const app = new Hono();
app.get('/health', (c) => c.text('ok'));
`,
  },
  {
    title: 'the response is thrown or handed on',
    code: `
export default {
  async fetch(request, env) {
    if (!env.ready) throw new Response('Later', { status: 503 });
    return withCors(request, Response.json({ ready: true }));
  },
};
`,
  },
  {
    title: 'the response object of Express sends at once',
    code: `
import express from 'express';
const app = express();
app.get('/', (req, res) => { res.json({ ok: true }); });
`,
  },
];
