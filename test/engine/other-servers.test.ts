import { assertAnswers } from './drawn-responses.ts';

describe('servers with response objects of their own', () => {
  it('are Node itself: what a server is given, and what listens to its requests', () => {
    assertAnswers(`
import { createServer } from 'node:http';
const server = createServer((request, response) => {
  response.writeHead(404, { 'Content-Type': 'text/plain' });
  response.end('nothing');
  ^^^^^^^^^^^^^^^^^^^^^^^ 404 by response
});
server.on('upgrade', (request, socket) => socket.end());
server.on('request', (request, response) => {
  response.statusCode = 503;
  response.end();
  ^^^^^^^^^^^^^^ 503 by response
});
`);
  });

  it('are Elysia: a status of the context, one that is made, and values that are returned', () => {
    assertAnswers(`
import { Elysia } from 'elysia';
new Elysia()
  .resolve(({ headers, status }) => {
    if (!headers.authorization) return status(401, 'Who are you?');
                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^ 401 by response
    return { user: headers.authorization };
  })
  .get('/users/:id', ({ params, set, error }) => {
    if (!params.id) throw error('Bad Request');
                          ^^^^^^^^^^^^^^^^^^^^ 400 by response of GET /users/:id
    set.status = 206;
    return params;
           ^^^^^^ 206 by return of GET /users/:id
  });
`);
  });

  it('are h3, with functions that Nitro gives its files as globals', () => {
    assertAnswers(`
export default defineEventHandler(async (event) => {
  const { id } = await readBody(event);
  if (!id) throw createError({ statusCode: 400, statusMessage: 'id is missing' });
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 400 by throw
  if (id === 'x') return sendRedirect(event, '/y');
                         ^^^^^^^^^^^^^^^^^^^^^^^^^ 302 by response
  setResponseStatus(event, 201);
  return { id };
         ^^^^^^ 201 by return
});
`);
  });

  it('are hapi, whose responses are made by the toolkit and shaped later', () => {
    assertAnswers(`
import Hapi from '@hapi/hapi';
import Boom from '@hapi/boom';
const server = Hapi.server();
server.route({
  method: 'get',
  path: '/users/{id}',
  handler: (request, h) => {
    const user = users[request.params.id];
    if (!user) return Boom.notFound('Nobody');
                      ^^^^^^^^^^^^^^^^^^^^^^^ 404 by return of GET /users/{id}
    const response = h.response(user);
                     ^^^^^^^^^^^^^^^^ 200 implicit by response of GET /users/{id}
    if (user.gone) return response.code(410);
                          ^^^^^^^^^^^^^^^^^^ 410 by response of GET /users/{id}
    return response;
  },
});
`);
  });
});
