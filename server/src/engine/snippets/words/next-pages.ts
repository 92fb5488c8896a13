import { LANGUAGES, type SnippetWords } from '../model.ts';

export const words: SnippetWords = {
  id: 'next-pages',
  word: 'pages',
  name: 'Next.js API routes',
  response: 'res',
  languages: LANGUAGES,
  oneStatement: false,
  answer: ({ status, fields, body, response, end }) => [
    ...fields.map(({ name, value }) => `${response}.setHeader(${name}, ${value})${end}`),
    `${response}.status(${status})${body === undefined ? '.end()' : `.json(${body})`}${end}`,
    `return${end}`,
  ],
  field: ({ name, value }, response) => `${response}.setHeader(${name}, ${value})`,
  skeletons: [
    {
      name: 'handler',
      title: 'a handler that finds or answers 404',
      lines: [
        'export default async function handler(req, res) {',
        '  const ${1:user} = await ${2:findUser}(req.query.id);',
        '  if (!${1:user}) {',
        "    res.status(404).json({ error: '${3:There is no such user}' });",
        '    return;',
        '  }',
        '  res.status(200).json(${1:user});',
        '}',
      ],
    },
  ],
};
