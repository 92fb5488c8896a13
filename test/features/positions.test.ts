import assert from 'node:assert/strict';
import { analyze, createProject, noHost } from '../../server/src/engine/index.ts';
import { findStatusPosition } from '../../server/src/engine/positions/find.ts';
import { draw, type Remark, readDrawing } from '../engine/drawing.ts';

/** Draws every status position of a file under its code: what it is written for, and what it stands for. */
function drawPositions(drawing: string, path?: string): void {
  const { source, drawn } = readDrawing(drawing, path);
  const project = createProject(noHost);
  const { responses, problems } = analyze(source, undefined, project);
  assert.deepEqual(problems, []);
  const file = project.open(source);
  const found = new Map<string, Remark>();
  for (let offset = 0; offset <= source.text.length; offset++) {
    const position = findStatusPosition(file, responses, offset);
    if (!position) continue;
    const { span, kind, codes, operator } = position;
    const text = [kind, operator, codes.join(' or ')].filter((part) => part !== undefined).join(' ');
    found.set(`${span.start}:${span.end}`, { span, text });
  }
  const remarks = [...found.values()].sort((a, b) => a.span.start - b.span.start);
  assert.equal(draw(source.text, remarks), drawn);
}

describe('status positions', () => {
  it('are where a handler answers, whatever gives the answer', () => {
    drawPositions(`
import express from 'express';
import { StatusCodes } from 'http-status-codes';
const app = express();
class Missing extends Error { constructor(text) { super(text); this.status = 404; } }
                                                                             ^^^ member 404
const sendError = (res, status, text) => res.status(status).json({ error: text });
app.get('/users/:id', (req, res) => {
  if (!req.params.id) return sendError(res, 400, 'No id');
                                            ^^^ response 400
  if (req.params.id === 'me') throw new Missing('me');
                                        ^^^^^^^ response 404
  const code = req.query.new ? 201 : 200;
                               ^^^ response 201
                                     ^^^ response 200
  if (req.query.gone) return res.sendStatus(StatusCodes.GONE);
                                            ^^^^^^^^^^^^^^^^ response 410
  res.status(code).json({ port: 404 });
             ^^^^ response 201 or 200
});
`);
  });

  it('are where a status that came back is compared', () => {
    drawPositions(`
import { NOT_FOUND } from 'http-status-codes';
         ^^^^^^^^^ constant 404
const res = await fetch('/users');
if (res.status === 404) retry();
                   ^^^ comparison 404
if (409 !== err.response?.status) throw err;
    ^^^ comparison 409
if (res.status >= 500 && (await page.goto('/')).status() < 400) retry();
                  ^^^ bound >= 500
                                                           ^^^ bound < 400
switch (error.response.statusCode) {
  case 401: break;
       ^^^ comparison 401
  case NOT_FOUND: break;
       ^^^^^^^^^ comparison 404
}
const again = [502, 503].includes(res.status) || new Set([429]).has(res.status);
               ^^^ comparison 502
                    ^^^ comparison 503
                                                          ^^^ comparison 429
`);
  });

  it('are where a test expects a status', () => {
    drawPositions(
      `
expect(res.status).toBe(201);
                        ^^^ expectation 201
expect(res).toHaveProperty('status', 202);
                                     ^^^ expectation 202
expect(reply.statusCode).not.toEqual(500);
                                     ^^^ expectation 500
expect(res).to.have.status(204);
                           ^^^ expectation 204
expect(res.status).to.equal(403);
                            ^^^ expectation 403
expect([200, 204]).toContain(res.status);
        ^^^ expectation 200
             ^^^ expectation 204
assert.equal(res.statusCode, 404);
                             ^^^ expectation 404
assert.strictEqual(418, res.status);
                   ^^^ expectation 418
await request(app).get('/users').expect(404).expect('Content-Type', /json/);
                                        ^^^ expectation 404
nock('https://example.com').get('/').reply(503, {});
                                           ^^^ expectation 503
cy.request('/users').its('status').should('eq', 200);
                                                ^^^ expectation 200
const { statusCode } = await app.inject({ url: '/users' });
assert.equal(statusCode, 409);
                         ^^^ expectation 409
`,
      'test/users.test.ts',
    );
  });

  it('are where a status is a member, a declaration or a constant', () => {
    drawPositions(`
import { StatusCodes } from 'http-status-codes';
const missing = new Response('none', { status: 404 });
                                               ^^^ member 404
error.statusCode = 409;
                   ^^^ member 409
const status = error.status ?? 500;
                               ^^^ member 500
const code = isRouteError(error) ? error.status : 502;
                                                  ^^^ member 502
throw new HttpException(403, { message: 'no' });
                        ^^^ member 403
return next(createHttpError(404, 'nobody'));
                            ^^^ member 404
type Made = { status: 201; size: 200 };
                      ^^^ member 201
const schema = { response: { 200: User, '404': Problem } };
                             ^^^ declaration 200
                                        ^^^^^ declaration 404
const retryable = [StatusCodes.TOO_MANY_REQUESTS, 404];
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ constant 429
class Users {
  @HttpCode(202)
            ^^^ declaration 202
  @ApiResponse({ status: 401, description: 'nobody' })
                         ^^^ declaration 401
  list() {}
}
`);
  });

  it('are where a comment documents an answer', () => {
    drawPositions(`
/**
 * Gives user 404 of the list, at the latest after 500 ms.
 * @response 409 - the address is taken
             ^^^ declaration 409
 * @returns {Error} 422 - makes no sense
                    ^^^ declaration 422
 * @openapi
 * /users/{id}:
 *   get:
 *     parameters: 404
 *     responses:
 *       '404':
          ^^^ declaration 404
 *         description: a timeout of 408
 *       503:
         ^^^ declaration 503
 *         description: closed
 *     security:
 *       401: none
 */
const text = \`/** @response 409 */\`;
// @response 410
`);
  });

  it('are nowhere else', () => {
    drawPositions(`
import express from 'express';
const app = express();
app.listen(404);
app.set('port', 500);
app.get('/users/404', (req, res) => {
  setTimeout(fn, 404);
  const limit = 200, port = 503, id = 404, width = 100;
  const user = users.find((one) => one.id === 404 && one.age > 200);
  if (user.code === 404 || list.length >= 400) return next();
  getUser(404).retry(500).expectation(404);
  chai.expect(404).toBe(404);
  expect(list.length).toBe(200);
  expect(list).toHaveProperty('length', 404);
  assert.equal(list.length, 404);
  switch (user.id) { case 404: break; }
  [404].includes(user.id);
  const row = { id: 404, port: 500, code: 409, status: 4040, size: { 404: 'x' } };
  const order = { status: 'open', statusCode: '404' };
  res.set('X-Total', 404);
  const ttl = user.old ? 300 : 500;
  throw new RangeError(404);
  const version = 404.5, hex = 0x194, big = 404n;
  request(app).get('/').timeout(500);
  return order.status === 1 || order.status > 999;
});
`);
  });
});
