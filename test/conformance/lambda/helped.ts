import middy from '@middy/core';
import type { APIGatewayProxyEvent } from 'aws-lambda';
import { formatJSONResponse, Replies, respond, withCors } from './shared/replies';

const fail = (message: string) => ({ statusCode: 400, body: message });

async function read(event: APIGatewayProxyEvent) {
  if (!event.body) return respond(415, { error: 'nothing' }); // answers middy-refused
  return formatJSONResponse({ read: true }); // answers middy-read
}

// case middy-read: POST /reading {"a":1}
// case middy-refused: POST /reading
export const reading = middy(read);

// case middy-inline: GET /inline
export const inline = middy().handler(async (_event: APIGatewayProxyEvent) => {
  return { statusCode: 207, body: '' }; // answers middy-inline
});

// case replied: GET /replied
export const replied = async (_event: APIGatewayProxyEvent) => respond(451, { error: 'no' }); // answers replied

// case formatted: GET /formatted
export const formatted = async (_event: APIGatewayProxyEvent) => {
  return formatJSONResponse({ message: 'hello' }); // answers formatted
};

// case static-method: GET /staticMethod
export const staticMethod = async (_event: APIGatewayProxyEvent) => {
  return Replies.missing(); // answers static-method
};

// case static-arrow: POST /staticArrow {}
export const staticArrow = async (_event: APIGatewayProxyEvent) => Replies.taken('name'); // answers static-arrow

// case of-error: GET /ofError
export const ofError = async (_event: APIGatewayProxyEvent) => {
  try {
    throw new Error('closed');
  } catch (error) {
    return Replies.of(error as Error); // answers of-error
  }
};

// case local: GET /local
export const local = async (_event: APIGatewayProxyEvent) => {
  return fail('bad'); // answers local
};

// case wrapped: GET /wrapped
export const wrapped = async (_event: APIGatewayProxyEvent) => {
  return withCors(respond(429, { error: 'slow' })); // answers wrapped
};

// case wrapped-object: GET /wrappedObject
export const wrappedObject = async (_event: APIGatewayProxyEvent) => {
  return withCors({ statusCode: 226, body: '' }); // answers wrapped-object
};

// case conditional: GET /conditional
export const conditional = async (event: APIGatewayProxyEvent) => {
  if (event.body) return respond(200, {});
  return respond(411, {}); // answers conditional
};

// case awaited: GET /awaited
const load = async () => respond(504, { error: 'late' });
export const awaited = async (_event: APIGatewayProxyEvent) => {
  const result = await load(); // answers awaited
  return result;
};
