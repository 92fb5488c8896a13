import assert from 'node:assert/strict';
import { readHandlers } from './read-handlers.ts';

describe('methods that middleware hangs on responses', () => {
  const files = {
    '/shop/package.json': '{"dependencies":{"koa":"^3.0.0"}}',
    '/shop/src/hang.ts': `
export const hang = async (ctx, next) => {
  ctx.fail = (status, message) => {
    ctx.status = status;
    ctx.body = { message };
  };
  await next();
};
`,
    '/shop/src/orders.ts': `
export async function show(ctx) {
  if (!ctx.params.id) return ctx.fail(400, 'Which one?');
}
`,
  };

  it('answer in other files, and show that a function is a handler', () => {
    assert.deepEqual(readHandlers(files), ['any method unknown route 400 helper']);
  });

  it('are unknown where two middlewares hang one of the same name', () => {
    const other =
      'export const other = (ctx, next) => { ctx.fail = () => { ctx.status = 500; ctx.body = 1; }; return next(); };';
    assert.deepEqual(readHandlers({ ...files, '/shop/src/other.ts': other }), []);
  });
});

describe('functions that handlers are given to', () => {
  const path = '/shop/src/app/orders/route.ts';
  const files = {
    '/shop/package.json': '{"dependencies":{"next":"^15.0.0"}}',
    '/shop/src/with-errors.ts': `
import { NextResponse } from 'next/server';
import { AppError } from './errors';
const statusOf = (error) => {
  switch (error.code) {
    case 404:
    case 410:
      return 404;
    default:
      return 422;
  }
};
export function withErrors(handlers, options) {
  return async (request) => {
    try {
      return await handlers[request.method](request);
    } catch (error) {
      if (error instanceof AppError || options?.all) return NextResponse.json({}, { status: statusOf(error) });
      return new Response('Try again', { status: 503 });
    }
  };
}
`,
    [path]: `
import { NextResponse } from 'next/server';
import { AppError, Missing } from '../../errors';
import { withErrors } from '../../with-errors';
async function show() {
  if (!found) throw new Missing();
  if (odd) throw new AppError(400, 'odd');
  if (broken) throw new Error('broken');
  return NextResponse.json({});
}
export const GET = withErrors({ GET: show });
`,
  };

  it('take what they throw, also where a function of theirs works out the status', () => {
    assert.deepEqual(readHandlers(files, path), [
      'any method unknown route 404 throw',
      'any method unknown route 422 throw decided elsewhere',
      'any method unknown route 503 throw decided elsewhere',
      'any method unknown route 200 response',
    ]);
  });

  it('are asked with what else they are given', () => {
    const all = { ...files, [path]: files[path]?.replace('({ GET: show })', '({ GET: show }, { all: true })') ?? '' };
    assert.deepEqual(readHandlers(all, path)[2], 'any method unknown route 422 throw decided elsewhere');
  });

  it('are asked nothing where they do not wait for what they call', () => {
    const loose = files['/shop/src/with-errors.ts']?.replace('return await', 'return') ?? '';
    assert.deepEqual(
      readHandlers({ ...files, '/shop/src/with-errors.ts': loose }, path)[0],
      'any method unknown route unknown throw',
    );
  });
});
