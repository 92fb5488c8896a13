import assert from 'node:assert/strict';
import { TRPCError } from '@trpc/server';
import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import { analyze, valuesOf } from '../../server/src/engine/index.ts';
import { assertAnswers } from './drawn-responses.ts';

describe('tsoa', () => {
  it('answers with what a method gives back and with the status that it sets on itself', () => {
    assertAnswers(`
import { Controller, Get, Path, Post, Route } from 'tsoa';
@Route('users')
export class UsersController extends Controller {
  @Get('{id}')
  async find(@Path() id: string) {
    const user = await users.find(id);
    if (!user) {
      this.setStatus(404);
      return { error: 'No such user' };
             ^^^^^^^^^^^^^^^^^^^^^^^^^ 404 by return of GET /users/{id}
    }
    return user;
           ^^^^ 200 implicit by return of GET /users/{id}
  }
  @Post()
  async add() {
    this.setStatus(201);
    return { id: 1 };
           ^^^^^^^^^ 201 by return of POST /users
  }
}
`);
  });
});

describe('Azure Functions', () => {
  it('answers with objects that are given back or kept in the context', () => {
    assertAnswers(`
import { app } from '@azure/functions';
app.http('find', {
  methods: ['GET'],
  handler: async (request, context) => {
    if (!request.params.id) return { status: 400, body: 'id' };
                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^ 400 by return
    return { jsonBody: { id: 1 } };
           ^^^^^^^^^^^^^^^^^^^^^^^ 200 implicit by return
  },
});
export default async function old(context, req) {
  context.res = { status: 202, body: 'later' };
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 202 by return
}
export const toRow = (row) => ({ status: 'done', body: row });
`);
  });
});

describe('tRPC', () => {
  const codes = [
    'PARSE_ERROR',
    'BAD_REQUEST',
    'UNAUTHORIZED',
    'PAYMENT_REQUIRED',
    'FORBIDDEN',
    'NOT_FOUND',
    'METHOD_NOT_SUPPORTED',
    'TIMEOUT',
    'CONFLICT',
    'PRECONDITION_FAILED',
    'PAYLOAD_TOO_LARGE',
    'UNSUPPORTED_MEDIA_TYPE',
    'UNPROCESSABLE_CONTENT',
    'PRECONDITION_REQUIRED',
    'TOO_MANY_REQUESTS',
    'CLIENT_CLOSED_REQUEST',
    'INTERNAL_SERVER_ERROR',
    'NOT_IMPLEMENTED',
    'BAD_GATEWAY',
    'SERVICE_UNAVAILABLE',
    'GATEWAY_TIMEOUT',
  ] as const;
  for (const code of codes) {
    it(`answers ${code} as its own adapters do`, () => {
      const text = `
import { TRPCError } from '@trpc/server';
export const find = procedure.query(() => { throw new TRPCError({ code: '${code}' }); });
`;
      const { responses } = analyze({ path: 'src/app.ts', text });
      assert.deepEqual(
        responses.map(({ status }) => valuesOf(status)),
        [[getHTTPStatusCodeFromError(new TRPCError({ code }))]],
      );
    });
  }
});
