import { LANGUAGES, type SnippetWords } from '../model.ts';

export const words: SnippetWords = {
  id: 'lambda',
  name: 'AWS Lambda',
  response: '',
  languages: LANGUAGES,
  oneStatement: true,
  shaped: true,
  answer: ({ status, fields, body, end }) => {
    const set = fields.map(({ name, value }) => `${name}: ${value}`).join(', ');
    const headers = set === '' ? '' : `, headers: { ${set} }`;
    const content = body === undefined ? '' : `, body: JSON.stringify(${body})`;
    return [`return { statusCode: ${status}${headers}${content} }${end}`];
  },
  skeletons: [
    {
      name: 'handler',
      title: 'a function that finds or answers 404',
      lines: [
        'export const ${1:handler} = async (event) => {',
        '  const ${2:user} = await ${3:findUser}(event.pathParameters?.id);',
        '  if (!${2:user}) {',
        "    return { statusCode: 404, body: JSON.stringify({ error: '${4:There is no such user}' }) };",
        '  }',
        '  return { statusCode: 200, body: JSON.stringify(${2:user}) };',
        '};',
      ],
    },
  ],
};
