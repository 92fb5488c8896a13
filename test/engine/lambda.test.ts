import { assertAnswers } from './drawn-responses.ts';

const LAMBDA = { 'package.json': '{ "dependencies": { "@middy/core": "^6.0.0" } }' };

describe('AWS Lambda', () => {
  it('answers with objects that are given back, kept or handed to the callback', () => {
    assertAnswers(`
exports.handler = async (event) => {
  if (!event.body) return { statusCode: 400, body: 'nothing' };
                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 400 by return
  const response = { statusCode: 200, body: 'done' };
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 200 by return
  if (event.body.length > 10) response.statusCode = 413;
                              ^^^^^^^^^^^^^^^^^^^^^^^^^ 413 by return
  return response;
};
exports.old = (event, context, callback) => {
  callback(null, { statusCode: 204 });
                 ^^^^^^^^^^^^^^^^^^^ 204 by return
};
`);
  });

  it('answers through functions of the project', () => {
    assertAnswers(
      `
import { reply, missing } from './replies';
export const handler = async (event) => {
  if (!event.body) return reply(422, { error: 'nothing' });
                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 422 by helper
  return missing();
         ^^^^^^^^^ 404 by helper
};
`,
      {
        ...LAMBDA,
        'src/replies.ts': `
export const reply = (statusCode, body) => ({ statusCode, body: JSON.stringify(body) });
export function missing() { return reply(404, { error: 'missing' }); }`,
      },
    );
  });

  it('leaves objects alone that are no answers', () => {
    assertAnswers(`
export const handler = async (event) => {
  await queue.send({ statusCode: 500, body: 'x' });
  const { statusCode } = await load({ statusCode: 200, headers: {} });
  return { kind: 'done', nested: { statusCode: 404, body: 'x' } };
};
`);
    assertAnswers(
      `
import axios from 'axios';
export function toRow(answer) { return { statusCode: 404, body: answer }; }
`,
      { 'package.json': '{ "dependencies": { "express": "^5.0.0" } }' },
    );
  });
});
