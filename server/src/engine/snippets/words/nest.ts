import type { SnippetWords } from '../model.ts';

/** The exceptions that NestJS has for a code; the others are made with `HttpException`. */
const EXCEPTIONS: Readonly<Record<number, string>> = {
  400: 'BadRequestException',
  401: 'UnauthorizedException',
  403: 'ForbiddenException',
  404: 'NotFoundException',
  409: 'ConflictException',
  422: 'UnprocessableEntityException',
  500: 'InternalServerErrorException',
  502: 'BadGatewayException',
  503: 'ServiceUnavailableException',
  504: 'GatewayTimeoutException',
};

export const words: SnippetWords = {
  id: 'nest',
  name: 'NestJS',
  response: 'response',
  languages: ['typescript'],
  throws: true,
  oneStatement: false,
  needs: { module: '@nestjs/common', names: (code) => [EXCEPTIONS[code] ?? 'HttpException'] },
  // A success is what the method gives back, under a status that stands above it.
  answer: ({ code, status, fields, body, response, end }) => {
    if (code < 400 || body === undefined) return undefined;
    const name = EXCEPTIONS[code];
    return [
      ...fields.map(({ name: field, value }) => `${response}.header(${field}, ${value})${end}`),
      `throw new ${name === undefined ? `HttpException(${body}, ${status})` : `${name}(${body})`}${end}`,
    ];
  },
  field: ({ name, value }, response) => `${response}.header(${name}, ${value})`,
  skeletons: [
    {
      name: 'handler',
      title: 'a method that finds or answers 404',
      lines: [
        "@Get('${1::id}')",
        "async ${2:findOne}(@Param('id') id: string) {",
        '  const ${3:user} = await this.${4:users}.${5:find}(id);',
        '  if (!${3:user}) {',
        "    throw new NotFoundException({ error: '${6:There is no such user}' });",
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
        "@Header('Location', '${1:/api/users/124}')",
        '${2:create}() {',
        '  return { id: ${3:124} };',
        '}',
      ],
    },
    {
      name: '204',
      title: 'a method that has nothing to say (204)',
      lines: [
        "@Delete('${1::id}')",
        '@HttpCode(204)',
        "async ${2:remove}(@Param('id') id: string) {",
        '  await this.${3:users}.${4:remove}(id);',
        '}',
      ],
    },
  ],
};
