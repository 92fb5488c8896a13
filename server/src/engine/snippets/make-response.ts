import type { AnswerParts, Skeleton } from './model.ts';

/** A `Response`, made by the class of that name or by one that extends it. */
export function respond({ status, fields, body, end }: AnswerParts, type: string): readonly string[] {
  const set = fields.map(({ name, value }) => `${name}: ${value}`).join(', ');
  const init = `{ status: ${status}${set === '' ? '' : `, headers: { ${set} }`} }`;
  return [`return ${body === undefined ? `new ${type}(null, ${init})` : `${type}.json(${body}, ${init})`}${end}`];
}

/** A function that answers GET. */
export function findOrAnswer404(type: string): Skeleton {
  return {
    name: 'handler',
    title: 'a handler that finds or answers 404',
    lines: [
      'export async function GET(request) {',
      "  const ${1:user} = await ${2:findUser}(new URL(request.url).searchParams.get('id'));",
      '  if (!${1:user}) {',
      `    return ${type}.json({ error: '\${3:There is no such user}' }, { status: 404 });`,
      '  }',
      `  return ${type}.json(\${1:user});`,
      '}',
    ],
  };
}
