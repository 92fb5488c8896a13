import { createServer } from 'node:http';

/** Calls handlers of functions with the events that API Gateway makes (format 1.0), and maps what they give back. */
export function serve(_package, modules) {
  return serveFunctions(modules, toEvent, toResponse);
}

/** API Gateway itself runs nowhere but at its maker's: what it makes of requests and results is that of its documentation. */
export function serveFunctions(modules, toEvent, toResponse) {
  return createServer(async (request, response) => {
    const url = new URL(request.url, 'http://localhost');
    const [, file, name] = url.pathname.split('/');
    const handler = modules.get(`/${file}`)?.[name];
    if (!handler) return response.writeHead(404).end();
    let body = '';
    for await (const chunk of request) body += chunk;
    const { status, headers, body: sent } = await invoke(handler, toEvent(request, url, body), toResponse);
    response.writeHead(status, headers).end(sent);
  });
}

function toEvent(request, url, body) {
  const query = Object.fromEntries(url.searchParams);
  const [, , , id] = url.pathname.split('/');
  return {
    resource: url.pathname,
    path: url.pathname,
    httpMethod: request.method,
    headers: request.headers,
    multiValueHeaders: {},
    queryStringParameters: Object.keys(query).length > 0 ? query : null,
    multiValueQueryStringParameters: null,
    pathParameters: id === undefined ? null : { id },
    stageVariables: null,
    requestContext: { requestId: 'test', httpMethod: request.method, path: url.pathname, authorizer: null },
    body: body === '' ? null : body,
    isBase64Encoded: false,
  };
}

function toResponse(result) {
  if (!Number.isInteger(result?.statusCode)) return { status: 502 };
  return { status: result.statusCode, headers: result.headers, body: result.body };
}

/** What fails, and what is no answer, is told by API Gateway as 502. */
async function invoke(handler, event, toResponse) {
  try {
    const result = await new Promise((resolve, reject) => {
      const context = {
        awsRequestId: 'test',
        getRemainingTimeInMillis: () => 1000,
        done: (e, r) => (e ? reject(e) : resolve(r)),
      };
      const promise = handler(event, context, context.done);
      if (promise?.then) promise.then(resolve, reject);
    });
    return toResponse(result);
  } catch {
    return { status: 502 };
  }
}
