import { LANGUAGES, type SnippetWords } from '../model.ts';

export const words: SnippetWords = {
  id: 'h3',
  name: 'h3',
  response: 'event',
  languages: LANGUAGES,
  oneStatement: false,
  needs: {
    module: 'h3',
    names: (code) => {
      const own = code === 204 ? ['sendNoContent'] : ['setResponseStatus'];
      return [201, 202, 401, 429, 503].includes(code) ? [...own, 'setResponseHeader'] : own;
    },
    // Nitro and Nuxt import them by themselves.
    mayBeGlobal: true,
  },
  answer: ({ status, fields, body, response, end }) => [
    ...fields.map(({ name, value }) => `setResponseHeader(${response}, ${name}, ${value})${end}`),
    ...(body === undefined
      ? [`return sendNoContent(${response}, ${status})${end}`]
      : [`setResponseStatus(${response}, ${status})${end}`, `return ${body}${end}`]),
  ],
  field: ({ name, value }, response) => `setResponseHeader(${response}, ${name}, ${value})`,
  skeletons: [
    {
      name: 'handler',
      title: 'a handler that finds or answers 404',
      lines: [
        'export default defineEventHandler(async (event) => {',
        "  const ${1:user} = await ${2:findUser}(getRouterParam(event, 'id'));",
        '  if (!${1:user}) {',
        '    setResponseStatus(event, 404);',
        "    return { error: '${3:There is no such user}' };",
        '  }',
        '  return ${1:user};',
        '});',
      ],
    },
  ],
};
