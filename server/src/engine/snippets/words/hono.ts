import { LANGUAGES, type SnippetWords } from '../model.ts';

export const words: SnippetWords = {
  id: 'hono',
  name: 'Hono',
  response: 'c',
  languages: LANGUAGES,
  oneStatement: true,
  answer: ({ status, fields, body, response, end }) => {
    const set = fields.map(({ name, value }) => `${name}: ${value}`).join(', ');
    const rest = set === '' ? status : `${status}, { ${set} }`;
    const send = body === undefined ? `body(null, ${rest})` : `json(${body}, ${rest})`;
    return [`return ${response}.${send}${end}`];
  },
  field: ({ name, value }, response) => `${response}.header(${name}, ${value})`,
  skeletons: [
    {
      name: 'handler',
      title: 'a handler that finds or answers 404',
      lines: [
        "${1:app}.get('${2:/users/:id}', async (c) => {",
        "  const ${3:user} = await ${4:findUser}(c.req.param('id'));",
        '  if (!${3:user}) {',
        "    return c.json({ error: '${5:There is no such user}' }, 404);",
        '  }',
        '  return c.json(${3:user});',
        '});',
      ],
    },
    {
      name: 'errors',
      title: 'the handler that answers errors',
      lines: [
        '${1:app}.onError((err, c) => {',
        '  console.error(err);',
        "  return c.json({ error: '${2:This failed on our side}' }, 500);",
        '});',
      ],
    },
  ],
};
