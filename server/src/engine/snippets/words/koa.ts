import { LANGUAGES, type SnippetWords } from '../model.ts';

export const words: SnippetWords = {
  id: 'koa',
  name: 'Koa',
  response: 'ctx',
  languages: LANGUAGES,
  oneStatement: false,
  answer: ({ status, fields, body, response, end }) => [
    `${response}.status = ${status}${end}`,
    ...fields.map(({ name, value }) => `${response}.set(${name}, ${value})${end}`),
    ...(body === undefined ? [] : [`${response}.body = ${body}${end}`]),
    `return${end}`,
  ],
  field: ({ name, value }, response) => `${response}.set(${name}, ${value})`,
  skeletons: [
    {
      name: 'handler',
      title: 'a handler that finds or answers 404',
      lines: [
        "${1:router}.get('${2:/users/:id}', async (ctx) => {",
        '  const ${3:user} = await ${4:findUser}(ctx.params.id);',
        '  if (!${3:user}) {',
        '    ctx.status = 404;',
        "    ctx.body = { error: '${5:There is no such user}' };",
        '    return;',
        '  }',
        '  ctx.body = ${3:user};',
        '});',
      ],
    },
    {
      name: 'errors',
      title: 'the middleware that answers errors',
      lines: [
        '${1:app}.use(async (ctx, next) => {',
        '  try {',
        '    await next();',
        '  } catch (err) {',
        '    const status = err.status >= 400 && err.status < 500 ? err.status : 500;',
        '    ctx.status = status;',
        "    ctx.body = { error: status < 500 ? err.message : '${2:This failed on our side}' };",
        "    ctx.app.emit('error', err, ctx);",
        '  }',
        '});',
      ],
    },
  ],
};
