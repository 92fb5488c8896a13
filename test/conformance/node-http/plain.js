const { createServer } = require('node:http');

const STATUS = { UNAVAILABLE: 503 };
const orders = { 7: { id: '7' } };

function sendJson(response, status, body) {
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(body));
}

function notFound(_request, response) {
  response.statusCode = 404;
  response.end('Not found'); // answers fallback
}

module.exports = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url, 'http://localhost');
  switch (pathname) {
    // case implicit: GET /implicit
    case '/implicit':
      response.end('fine'); // answers implicit
      return;
    // case head: GET /head
    case '/head':
      response.writeHead(201, { Location: '/orders/8' });
      return response.end(); // answers head
    // case chained: GET /chained
    case '/chained':
      return response.writeHead(202).end('{}'); // answers chained
    // case property: GET /property
    case '/property':
      response.statusCode = 410;
      response.statusMessage = 'Gone for good';
      response.end(); // answers property
      return;
    // case found: GET /order?id=7
    // case missing: GET /order?id=9
    case '/order': {
      const order = orders[searchParams.get('id')];
      if (!order) return sendJson(response, 404, { error: 'No such order' }); // answers missing
      return sendJson(response, 200, order); // answers found
    }
    // case wrong-method: GET /form
    case '/form':
      if (request.method !== 'POST') {
        response.setHeader('Allow', 'POST');
        response.statusCode = 405;
        response.end(); // answers wrong-method
        return;
      }
      response.end('posted');
      return;
    // case streamed: GET /streamed
    case '/streamed':
      response.writeHead(206);
      response.write('a'); // answers streamed
      response.end('b');
      return;
    // case empty: GET /empty
    case '/empty':
      response.writeHead(204).end('lost'); // answers empty
      return;
    // case moved: GET /moved
    case '/moved':
      response.writeHead(301, { Location: '/x' });
      response.end(); // answers moved
      return;
    // case conditional: GET /conditional
    case '/conditional':
      response.statusCode = searchParams.has('fine') ? 200 : 409;
      response.end(); // answers conditional
      return;
    // case first-wins: GET /first-wins
    case '/first-wins':
      response.statusCode = 400;
      response.end('no'); // answers first-wins
      response.statusCode = 200;
      return;
    // case constant: GET /constant
    case '/constant':
      response.statusCode = STATUS.UNAVAILABLE;
      response.end('later'); // answers constant
      return;
    // case written-then-headers: GET /written-then-headers
    case '/written-then-headers':
      response.statusCode = 451;
      response.setHeader('Link', '<https://example.com>; rel="blocked-by"');
      response.end(); // answers written-then-headers
      return;
    // case fallback: GET /nowhere
    default:
      return notFound(request, response);
  }
});
