import { TRPCError } from '@trpc/server';
import { z } from 'zod';
import { forbid, NotFound, procedure, router } from './shared/trpc';

export default router({
  // case missing: GET /missing
  missing: procedure.query(() => {
    throw new TRPCError({ code: 'NOT_FOUND', message: 'No such note' }); // answers missing
  }),
  // case own-class: GET /ownClass
  ownClass: procedure.query(() => {
    throw new NotFound('note'); // answers own-class
  }),
  // case bad-input: POST /badInput {"n":1}
  badInput: procedure.input(z.object({ n: z.number() })).mutation(({ input }) => {
    if (input.n < 2) {
      throw new TRPCError({ code: 'BAD_REQUEST', message: 'n is too small' }); // answers bad-input
    }
    return input;
  }),
  // case taken: POST /taken {}
  taken: procedure.mutation(async () => {
    const existing = await Promise.resolve({ id: '1' });
    if (existing) throw new TRPCError({ code: 'CONFLICT' }); // answers taken
  }),
  // case unauthorized: GET /unauthorized
  unauthorized: procedure.query(() => {
    throw new TRPCError({ code: 'UNAUTHORIZED' }); // answers unauthorized
  }),
  // case forbidden: GET /forbidden
  forbidden: procedure.query(() => {
    forbid(); // answers forbidden
  }),
  // case too-many: GET /tooMany
  tooMany: procedure.query(() => {
    throw new TRPCError({ code: 'TOO_MANY_REQUESTS' }); // answers too-many
  }),
  // case unprocessable: POST /unprocessable {}
  unprocessable: procedure.mutation(() => {
    throw new TRPCError({ code: 'UNPROCESSABLE_CONTENT' }); // answers unprocessable
  }),
  // case failed: POST /failed {}
  failed: procedure.mutation(() => {
    try {
      throw new Error('broken');
    } catch (cause) {
      throw new TRPCError({ code: 'INTERNAL_SERVER_ERROR', message: 'It failed', cause }); // answers failed
    }
  }),
  // case precondition: POST /precondition {}
  precondition: procedure.mutation(() => {
    throw new TRPCError({ code: 'PRECONDITION_FAILED' }); // answers precondition
  }),
  // case timeout: GET /timeout
  timeout: procedure.query(() => {
    throw new TRPCError({ code: 'TIMEOUT' }); // answers timeout
  }),
  // case either: GET /either
  either: procedure.query(({ ctx }) => {
    throw new TRPCError({ code: ctx === undefined ? 'PAYLOAD_TOO_LARGE' : 'NOT_IMPLEMENTED' }); // answers either
  }),
  // case gateway: GET /gateway
  gateway: procedure.query(() => {
    throw new TRPCError({ code: 'BAD_GATEWAY' }); // answers gateway
  }),
  // case method: GET /method
  method: procedure.query(() => {
    throw new TRPCError({ code: 'METHOD_NOT_SUPPORTED' }); // answers method
  }),
});
