import middy from '@middy/core';
import httpErrorHandler from '@middy/http-error-handler';
import type { APIGatewayProxyEvent } from 'aws-lambda';
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
