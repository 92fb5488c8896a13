import { initTRPC, TRPCError } from '@trpc/server';

const t = initTRPC.create({ isDev: false });

export const { router, procedure } = t;

export const protectedProcedure = t.procedure.use(({ next }) => {
  if (!process.env.NOBODY_SETS_THIS) throw new TRPCError({ code: 'UNAUTHORIZED' });
  return next();
});

export class NotFound extends TRPCError {
  constructor(what: string) {
    super({ code: 'NOT_FOUND', message: `No such ${what}` });
  }
}

export function forbid(): never {
  throw new TRPCError({ code: 'FORBIDDEN', message: 'Not yours' });
}
