import type { SnippetWords } from '../model.ts';

/** The errors that routing-controllers has for a code; the others are made with `HttpError`. */
const ERRORS: Readonly<Record<number, string>> = {
  400: 'BadRequestError',
  401: 'UnauthorizedError',
  403: 'ForbiddenError',
  404: 'NotFoundError',
  500: 'InternalServerError',
};

export const words: SnippetWords = {
  id: 'routing-controllers',
  word: 'controllers',
  name: 'routing-controllers',
  response: 'response',
  languages: ['typescript'],
  throws: true,
  tells: 'message',
  oneStatement: false,
  needs: { module: 'routing-controllers', names: (code) => [ERRORS[code] ?? 'HttpError'] },
  // A success is what the method gives back, under a status that stands above it.
  answer: ({ code, status, fields, message, response, end }) => {
    if (code < 400 || message === undefined) return undefined;
    const name = ERRORS[code];
    return [
      ...fields.map(({ name: field, value }) => `${response}.set(${field}, ${value})${end}`),
      `throw new ${name === undefined ? `HttpError(${status}, ${message})` : `${name}(${message})`}${end}`,
    ];
  },
  field: ({ name, value }, response) => `${response}.set(${name}, ${value})`,
  skeletons: [
    {
      name: 'handler',
      title: 'a method that finds or answers 404',
      lines: [
        "@Get('${1:/:id}')",
        "async ${2:findOne}(@Param('id') id: string) {",
        '  const ${3:user} = await this.${4:users}.${5:find}(id);',
        '  if (!${3:user}) {',
        "    throw new NotFoundError('${6:There is no such user}');",
        '  }',
        '  return ${3:user};',
        '}',
      ],
    },
    {
      name: '201',
      title: 'a method that makes something new (201)',
      lines: [
        '@Post()',
        '@HttpCode(201)',
        "@Location('${1:/api/users/124}')",
        '${2:create}() {',
        '  return { id: ${3:124} };',
        '}',
      ],
    },
    {
      name: '204',
      title: 'a method that has nothing to say (204)',
      lines: [
        "@Delete('${1:/:id}')",
        '@OnUndefined(204)',
        "async ${2:remove}(@Param('id') id: string) {",
        '  await this.${3:users}.${4:remove}(id);',
        '}',
      ],
    },
  ],
};
