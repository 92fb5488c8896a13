import type { APIGatewayProxyEventV2, APIGatewayProxyHandlerV2, APIGatewayProxyResultV2 } from 'aws-lambda';
import { json } from './shared/reply';

// case found: GET /item/1
// case missing: GET /item/9
// case no-id: GET /item
export const item: APIGatewayProxyHandlerV2 = async (event) => {
  const id = event.pathParameters?.id;
  if (!id) return json(400, { error: 'id' }); // answers no-id
  if (id !== '1') return { statusCode: 404, body: 'No such note' }; // answers missing
  return json(200, { id }); // answers found
};

// case made: POST /create {"text":"call home"}
// case empty: POST /create
export const create = async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyResultV2> => {
  if (!event.body) return { statusCode: 422 }; // answers empty
  return { statusCode: 201, body: event.body }; // answers made
};

// case away: GET /away
export const away: APIGatewayProxyHandlerV2 = async () => ({ statusCode: 303, headers: { location: '/item/1' } }); // answers away

// case other-method: PUT /item2
export const item2: APIGatewayProxyHandlerV2 = async (event) => {
  switch (event.requestContext.http.method) {
    case 'GET':
      return { statusCode: 200, body: '' };
    default:
      return { statusCode: 405, headers: { allow: 'GET' } }; // answers other-method
  }
};

// case raw: GET /raw
export const raw: APIGatewayProxyHandlerV2<{ ok: boolean }> = async () => {
  return { ok: true }; // answers raw
};

// case text: GET /text
export const text: APIGatewayProxyHandlerV2 = async () => 'hello'; // answers text
