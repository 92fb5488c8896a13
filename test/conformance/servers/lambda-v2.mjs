import { serveFunctions } from './lambda.mjs';

export const takes = 'exports';

/** Calls functions with the events of format 2.0, and maps what they give back: without a status it is the body of a 200. */
export function serve(_package, modules) {
  return serveFunctions(modules, toEvent, toResponse);
}

function toEvent(request, url, body) {
  const [, , , id] = url.pathname.split('/');
  const http = {
    method: request.method,
    path: url.pathname,
    protocol: 'HTTP/1.1',
    sourceIp: '127.0.0.1',
    userAgent: '',
  };
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    headers: request.headers,
    queryStringParameters: Object.fromEntries(url.searchParams),
    ...(id === undefined ? {} : { pathParameters: { id } }),
    requestContext: { requestId: 'test', http },
    ...(body === '' ? {} : { body }),
    isBase64Encoded: false,
  };
}

function toResponse(result) {
  if (result?.statusCode === undefined) return { status: 200, body: JSON.stringify(result) };
  return { status: result.statusCode, headers: result.headers, body: result.body };
}
