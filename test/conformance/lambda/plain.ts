import type { APIGatewayProxyEvent, APIGatewayProxyHandler, APIGatewayProxyResult } from 'aws-lambda';

enum Code {
  Created = 201,
  Gone = 410,
}

// case found: GET /item/7
// case missing: GET /item/8
// case no-id: GET /item
export const item: APIGatewayProxyHandler = async (event) => {
  const id = event.pathParameters?.id;
  if (!id) return { statusCode: 400, body: JSON.stringify({ error: 'id' }) }; // answers no-id
  if (id !== '7') {
    return { statusCode: 404, body: JSON.stringify({ error: 'No such item' }) }; // answers missing
  }
  return { statusCode: 200, body: JSON.stringify({ id }) }; // answers found
};

// case created: POST /create {"name":"x"}
// case empty: POST /create
export async function create(event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> {
  if (!event.body) {
    return { statusCode: 422, body: '' }; // answers empty
  }
  return {
    statusCode: Code.Created, // answers created
    headers: { Location: '/items/1' },
    body: event.body,
  };
}

// case removed: DELETE /remove/1
export const remove = async (_event: APIGatewayProxyEvent) => ({ statusCode: 204, body: '' }); // answers removed

// case away: GET /away
export const away = async (_event: APIGatewayProxyEvent) => {
  return { statusCode: 302, headers: { Location: '/elsewhere' }, body: '' }; // answers away
};

// case constant: GET /constant
const GONE = Code.Gone;
export const constant = async (_event: APIGatewayProxyEvent) => {
  return { statusCode: GONE, body: 'gone' }; // answers constant
};

// case either-yes: GET /either?yes=1
export const either = async (event: APIGatewayProxyEvent) => {
  return {
    statusCode: event.queryStringParameters?.yes ? 200 : 404, // answers either-yes
    body: '',
  };
};

// case kept: GET /kept
export const kept = async (_event: APIGatewayProxyEvent) => {
  const response = { statusCode: 206, body: 'part' }; // answers kept
  return response;
};

// case changed: GET /changed
export const changed = async (_event: APIGatewayProxyEvent) => {
  const response = { statusCode: 200, body: 'all' };
  response.statusCode = 503; // answers changed
  return response;
};

// case assigned: GET /assigned
export const assigned = async (_event: APIGatewayProxyEvent) => {
  let response: APIGatewayProxyResult;
  try {
    response = { statusCode: 203, body: JSON.stringify(JSON.parse('{')) };
  } catch (error) {
    response = { statusCode: 500, body: `${error}` }; // answers assigned
  }
  return response;
};

// case shorthand: GET /shorthand
export const shorthand = async (_event: APIGatewayProxyEvent) => {
  const statusCode = 418;
  const body = 'short';
  return { statusCode, body }; // answers shorthand
};

// case called-back: GET /calledBack
export const calledBack = (_event: unknown, _context: unknown, callback: (e: unknown, r: unknown) => void) => {
  callback(null, { statusCode: 409, body: 'taken' }); // answers called-back
};

// case switched: GET /switched/b
export const switched = async (event: APIGatewayProxyEvent) => {
  switch (event.pathParameters?.id) {
    case 'a':
      return { statusCode: 200, body: 'a' };
    case 'b':
      return { statusCode: 202, body: 'b' }; // answers switched
    default:
      return { statusCode: 400, body: '' };
  }
};
