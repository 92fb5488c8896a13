import middy from '@middy/core';
import httpErrorHandler from '@middy/http-error-handler';
import type { APIGatewayProxyEventV2, APIGatewayProxyResultV2 } from 'aws-lambda';
import createHttpError from 'http-errors';

const STATUS = { pending: 202, done: 200 } as const;

// case pending: GET /job/1
// case done: GET /job/2
// case no-job: GET /job/9
export const job = middy()
  .use(httpErrorHandler({ logger: false }))
  .handler(async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyResultV2> => {
    switch (event.pathParameters?.id) {
      case '1':
        return { statusCode: STATUS.pending, headers: { 'retry-after': '5' } }; // answers pending
      case '2':
        return { statusCode: STATUS.done, body: '{}' }; // answers done
      default:
        throw createHttpError(404, 'No such job'); // answers no-job
    }
  });

async function pay(event: APIGatewayProxyEventV2) {
  const { amount } = JSON.parse(event.body ?? '{}');
  if (!(amount > 0)) throw new createHttpError.UnprocessableEntity('amount'); // answers unprocessable
  if (amount > 100) throw createHttpError.PaymentRequired('Too much'); // answers too-much
  return { statusCode: 201, headers: { location: '/payments/1' }, body: JSON.stringify({ amount }) }; // answers paid
}

// case unprocessable: POST /payment {}
// case too-much: POST /payment {"amount":101}
// case paid: POST /payment {"amount":7}
export const payment = middy(pay).use(httpErrorHandler({ logger: false }));

// case cookie: GET /session
export const session = middy().handler(async (_event: APIGatewayProxyEventV2) => ({
  statusCode: 303, // answers cookie
  headers: { location: '/' },
  cookies: ['session=1; HttpOnly'],
}));
