import { LANGUAGES, type SnippetWords } from '../model.ts';

export const words: SnippetWords = {
  id: 'node-http',
  word: 'node',
  name: 'node:http',
  response: 'res',
  languages: LANGUAGES,
  oneStatement: false,
  answer: ({ status, fields, body, response, end, quote }) => {
    const type = body === undefined ? [] : [{ name: quote('Content-Type'), value: quote('application/json') }];
    const set = [...type, ...fields].map(({ name, value }) => `${name}: ${value}`).join(', ');
    return [
      `${response}.writeHead(${status}${set === '' ? '' : `, { ${set} }`})${end}`,
      `${response}.end(${body === undefined ? '' : `JSON.stringify(${body})`})${end}`,
      `return${end}`,
    ];
  },
  field: ({ name, value }, response) => `${response}.setHeader(${name}, ${value})`,
  skeletons: [
    {
      name: 'handler',
      title: 'a server that finds or answers 404',
      lines: [
        'const ${1:server} = createServer(async (req, res) => {',
        "  const id = new URL(req.url, 'http://localhost').searchParams.get('id');",
        '  const ${2:user} = await ${3:findUser}(id);',
        '  if (!${2:user}) {',
        "    res.writeHead(404, { 'Content-Type': 'application/json' });",
        "    res.end(JSON.stringify({ error: '${4:There is no such user}' }));",
        '    return;',
        '  }',
        "  res.writeHead(200, { 'Content-Type': 'application/json' });",
        '  res.end(JSON.stringify(${2:user}));',
        '});',
      ],
    },
  ],
};
