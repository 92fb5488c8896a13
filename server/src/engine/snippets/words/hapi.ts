import { LANGUAGES, type SnippetWords } from '../model.ts';

export const words: SnippetWords = {
  id: 'hapi',
  name: 'hapi',
  response: 'h',
  languages: LANGUAGES,
  oneStatement: true,
  answer: ({ status, fields, body, response, end }) => {
    const set = fields.map(({ name, value }) => `.header(${name}, ${value})`).join('');
    return [`return ${response}.response(${body ?? ''}).code(${status})${set}${end}`];
  },
  skeletons: [
    {
      name: 'handler',
      title: 'a route that finds or answers 404',
      lines: [
        '${1:server}.route({',
        "  method: 'GET',",
        "  path: '${2:/users/{id\\}}',",
        '  handler: async (request, h) => {',
        '    const ${3:user} = await ${4:findUser}(request.params.id);',
        '    if (!${3:user}) {',
        "      return h.response({ error: '${5:There is no such user}' }).code(404);",
        '    }',
        '    return h.response(${3:user});',
        '  },',
        '});',
      ],
    },
    {
      name: 'errors',
      title: 'the extension that answers errors',
      lines: [
        "${1:server}.ext('onPreResponse', (request, h) => {",
        '  const { response } = request;',
        '  if (!(response instanceof Error) || !response.isServer) {',
        '    return h.continue;',
        '  }',
        '  console.error(response);',
        "  return h.response({ error: '${2:This failed on our side}' }).code(response.output.statusCode);",
        '});',
      ],
    },
  ],
};
