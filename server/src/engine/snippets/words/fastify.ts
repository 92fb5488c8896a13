import { LANGUAGES, type SnippetWords } from '../model.ts';

export const words: SnippetWords = {
  id: 'fastify',
  name: 'Fastify',
  response: 'reply',
  languages: LANGUAGES,
  oneStatement: true,
  answer: ({ status, fields, body, response, end }) => {
    const set = fields.map(({ name, value }) => `.header(${name}, ${value})`).join('');
    return [`return ${response}.code(${status})${set}.send(${body ?? ''})${end}`];
  },
  field: ({ name, value }, response) => `${response}.header(${name}, ${value})`,
  skeletons: [
    {
      name: 'handler',
      title: 'a handler that finds or answers 404',
      lines: [
        "${1:app}.get('${2:/users/:id}', async (request, reply) => {",
        '  const ${3:user} = await ${4:findUser}(request.params.id);',
        '  if (!${3:user}) {',
        "    return reply.code(404).send({ error: '${5:There is no such user}' });",
        '  }',
        '  return reply.send(${3:user});',
        '});',
      ],
    },
    {
      name: 'errors',
      title: 'the handler that answers errors',
      lines: [
        '${1:app}.setErrorHandler((error, request, reply) => {',
        '  request.log.error(error);',
        '  const status = error.statusCode >= 400 && error.statusCode < 500 ? error.statusCode : 500;',
        "  return reply.code(status).send({ error: status < 500 ? error.message : '${2:This failed on our side}' });",
        '});',
      ],
    },
  ],
};
