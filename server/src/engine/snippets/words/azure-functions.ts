import { LANGUAGES, type SnippetWords } from '../model.ts';

export const words: SnippetWords = {
  id: 'azure-functions',
  word: 'azure',
  name: 'Azure Functions',
  response: '',
  languages: LANGUAGES,
  oneStatement: true,
  shaped: true,
  // Functions of the third programming model keep their answer in the context instead.
  unless: /\bcontext\.res\b|\bAzureFunction\b/,
  answer: ({ status, fields, body, end }) => {
    const set = fields.map(({ name, value }) => `${name}: ${value}`).join(', ');
    const headers = set === '' ? '' : `, headers: { ${set} }`;
    return [`return { status: ${status}${headers}${body === undefined ? '' : `, jsonBody: ${body}`} }${end}`];
  },
  skeletons: [
    {
      name: 'handler',
      title: 'a function that finds or answers 404',
      lines: [
        "app.http('${1:users}', {",
        "  methods: ['GET'],",
        "  route: '${2:users/{id\\}}',",
        '  handler: async (request, context) => {',
        '    const ${3:user} = await ${4:findUser}(request.params.id);',
        '    if (!${3:user}) {',
        "      return { status: 404, jsonBody: { error: '${5:There is no such user}' } };",
        '    }',
        '    return { status: 200, jsonBody: ${3:user} };',
        '  },',
        '});',
      ],
    },
  ],
};
