import middy from '@middy/core';
import httpErrorHandler from '@middy/http-error-handler';
import type { APIGatewayProxyEvent, APIGatewayProxyHandler, APIGatewayProxyResult } from 'aws-lambda';
import createError from 'http-errors';

// case unhandled: GET /unhandled
export const unhandled = async (_event: APIGatewayProxyEvent) => {
  throw new Error('broken'); // answers unhandled
};

// case handled: GET /handled
export const handled = middy()
  .use(httpErrorHandler({ logger: false }))
  .handler(async (_event: APIGatewayProxyEvent) => {
    throw createError(409, 'There is one'); // answers handled
  });

const read = async (event: APIGatewayProxyEvent) => {
  if (!event.queryStringParameters?.id) throw new createError.BadRequest('id'); // answers wrapped
  return { statusCode: 200, body: '' };
};

// case wrapped: GET /wrapped
export const wrapped = middy(read).use(httpErrorHandler({ logger: false }));

// case hidden: GET /hidden
export const hidden = middy()
  .use(httpErrorHandler({ logger: false, fallbackMessage: 'It failed' }))
  .handler(async (_event: APIGatewayProxyEvent) => {
    throw new Error('broken'); // answers hidden
  });

// case no-answer: GET /noAnswer
export const noAnswer = async (_event: APIGatewayProxyEvent) => {
  console.info('nothing to say');
}; // never answers no-answer

const notes = new Map([['1', { text: 'buy milk' }]]);

// case bare: GET /bare/9
// case bare-found: GET /bare/1
export const bare: APIGatewayProxyHandler = async (event) => {
  const note = notes.get(event.pathParameters?.id ?? '');
  if (!note) throw createError(404, 'No such note'); // answers bare
  return { statusCode: 200, body: JSON.stringify(note) }; // answers bare-found
};

// case by-class: GET /handler
// case by-name: GET /handler?id=1
export async function handler(event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> {
  const id = event.queryStringParameters?.id;
  if (!id) throw new createError.BadRequest('id'); // answers by-class
  throw new Error(`No note ${id}`); // answers by-name
}

// case plain-object: GET /raw
// case forgotten: GET /raw?quiet=1
export const raw: APIGatewayProxyHandler = async (event) => {
  // answers forgotten
  if (!event.queryStringParameters?.quiet) return { message: 'hello' } as never; // answers plain-object
  console.debug('nothing to say');
};

const base: APIGatewayProxyHandler = async (event) => {
  if (!event.body) throw createError(422, 'text'); // answers wrapped-later
  return { statusCode: 201, body: event.body };
};

// case wrapped-later: POST /wrappedLater
export const wrappedLater = middy(base).use(httpErrorHandler({ logger: false }));

// case nobody-asks: GET /nobodyAsks
export const nobodyAsks = middy().handler(async (_event: APIGatewayProxyEvent) => {
  throw createError(404, 'No such note'); // answers nobody-asks
});
