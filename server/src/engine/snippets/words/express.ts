import { LANGUAGES, type SnippetWords } from '../model.ts';

export const words: SnippetWords = {
  id: 'express',
  name: 'Express',
  response: 'res',
  languages: LANGUAGES,
  // The types of Express 5 want handlers that give nothing back.
  oneStatement: false,
  answer: ({ status, fields, body, response, end }) => {
    const set = fields.map(({ name, value }) => `.set(${name}, ${value})`).join('');
    const send = body === undefined ? '.end()' : `.json(${body})`;
    return [`${response}.status(${status})${set}${send}${end}`, `return${end}`];
  },
  field: ({ name, value }, response) => `${response}.set(${name}, ${value})`,
  skeletons: [
    {
      name: 'handler',
      title: 'a handler that finds or answers 404',
      lines: [
        "${1:app}.get('${2:/users/:id}', async (req, res) => {",
        '  const ${3:user} = await ${4:findUser}(req.params.id);',
        '  if (!${3:user}) {',
        "    res.status(404).json({ error: '${5:There is no such user}' });",
        '    return;',
        '  }',
        '  res.json(${3:user});',
        '});',
      ],
    },
    {
      name: 'errors',
      title: 'the middleware that answers errors',
      lines: [
        '${1:app}.use((err, req, res, next) => {',
        '  if (res.headersSent) {',
        '    next(err);',
        '    return;',
        '  }',
        '  const status = err.status >= 400 && err.status < 500 ? err.status : 500;',
        "  res.status(status).json({ error: status < 500 ? err.message : '${2:This failed on our side}' });",
        '});',
      ],
    },
  ],
};
