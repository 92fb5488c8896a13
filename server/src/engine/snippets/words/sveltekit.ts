import { respond } from '../make-response.ts';
import { LANGUAGES, type SnippetWords } from '../model.ts';

export const words: SnippetWords = {
  id: 'sveltekit',
  name: 'SvelteKit',
  response: '',
  languages: LANGUAGES,
  oneStatement: true,
  needs: { module: '@sveltejs/kit', names: (code) => (code === 204 ? [] : ['json']) },
  answer: (parts) => {
    const { status, fields, body, end } = parts;
    if (body === undefined) return respond(parts, 'Response');
    const set = fields.map(({ name, value }) => `${name}: ${value}`).join(', ');
    return [`return json(${body}, { status: ${status}${set === '' ? '' : `, headers: { ${set} }`} })${end}`];
  },
  skeletons: [
    {
      name: 'handler',
      title: 'a handler that finds or answers 404',
      lines: [
        'export async function GET({ params }) {',
        '  const ${1:user} = await ${2:findUser}(params.id);',
        '  if (!${1:user}) {',
        "    return json({ error: '${3:There is no such user}' }, { status: 404 });",
        '  }',
        '  return json(${1:user});',
        '}',
      ],
    },
  ],
};
