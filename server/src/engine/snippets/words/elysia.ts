import { respond } from '../make-response.ts';
import { LANGUAGES, type SnippetWords } from '../model.ts';

export const words: SnippetWords = {
  id: 'elysia',
  name: 'Elysia',
  response: '',
  languages: LANGUAGES,
  oneStatement: true,
  answer: (parts) => {
    const { status, fields, body, end, reach } = parts;
    const make = reach('status');
    const set = reach('set');
    // What the handler did not take from its context it cannot use, but it may always return a Response.
    if (body === undefined || make === undefined || (fields.length > 0 && set === undefined))
      return respond(parts, 'Response');
    return [
      ...fields.map(({ name, value }) => `${set}.headers[${name}] = ${value}${end}`),
      `return ${make}(${status}, ${body})${end}`,
    ];
  },
  skeletons: [
    {
      name: 'handler',
      title: 'a handler that finds or answers 404',
      lines: [
        "${1:app}.get('${2:/users/:id}', async ({ params, status }) => {",
        '  const ${3:user} = await ${4:findUser}(params.id);',
        '  if (!${3:user}) {',
        "    return status(404, { error: '${5:There is no such user}' });",
        '  }',
        '  return ${3:user};',
        '});',
      ],
    },
    {
      name: 'errors',
      title: 'the handler that answers errors',
      lines: [
        '${1:app}.onError(({ code, error, status }) => {',
        "  if (code !== 'UNKNOWN' && code !== 'INTERNAL_SERVER_ERROR') return;",
        '  console.error(error);',
        "  return status(500, { error: '${2:This failed on our side}' });",
        '});',
      ],
    },
  ],
};
