import { LANGUAGES, type SnippetWords } from '../model.ts';

/** What tRPC calls the codes that a procedure can ask its adapter for. */
const CODES: Readonly<Record<number, string>> = {
  400: 'BAD_REQUEST',
  401: 'UNAUTHORIZED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  409: 'CONFLICT',
  422: 'UNPROCESSABLE_CONTENT',
  429: 'TOO_MANY_REQUESTS',
  500: 'INTERNAL_SERVER_ERROR',
  502: 'BAD_GATEWAY',
  503: 'SERVICE_UNAVAILABLE',
  504: 'GATEWAY_TIMEOUT',
};

export const words: SnippetWords = {
  id: 'trpc',
  name: 'tRPC',
  response: '',
  languages: LANGUAGES,
  throws: true,
  tells: 'code',
  oneStatement: true,
  needs: { module: '@trpc/server', names: () => ['TRPCError'] },
  // Header fields are the business of the adapter, as are successes.
  answer: ({ code, message, end, quote }) => {
    const name = CODES[code];
    if (name === undefined || message === undefined) return undefined;
    return [`throw new TRPCError({ code: ${quote(name)}, message: ${message} })${end}`];
  },
  skeletons: [
    {
      name: 'handler',
      title: 'a procedure that finds or answers 404',
      lines: [
        '${1:byId}: ${2:publicProcedure}.query(async ({ input }) => {',
        '  const ${3:user} = await ${4:findUser}(input);',
        '  if (!${3:user}) {',
        "    throw new TRPCError({ code: 'NOT_FOUND', message: '${5:There is no such user}' });",
        '  }',
        '  return ${3:user};',
        '}),',
      ],
    },
  ],
};
