import type { SnippetWords } from '../model.ts';

export const words: SnippetWords = {
  id: 'tsoa',
  name: 'tsoa',
  response: 'this',
  languages: ['typescript'],
  oneStatement: false,
  answer: ({ status, fields, body, response, end }) => [
    `${response}.setStatus(${status})${end}`,
    ...fields.map(({ name, value }) => `${response}.setHeader(${name}, ${value})${end}`),
    body === undefined ? `return${end}` : `return ${body}${end}`,
  ],
  field: ({ name, value }, response) => `${response}.setHeader(${name}, ${value})`,
  skeletons: [
    {
      name: 'handler',
      title: 'a method that finds or answers 404',
      lines: [
        "@Get('${1:{id\\}}')",
        'public async ${2:findOne}(@Path() id: string) {',
        '  const ${3:user} = await this.${4:users}.${5:find}(id);',
        '  if (!${3:user}) {',
        '    this.setStatus(404);',
        "    return { error: '${6:There is no such user}' };",
        '  }',
        '  return ${3:user};',
        '}',
      ],
    },
  ],
};
