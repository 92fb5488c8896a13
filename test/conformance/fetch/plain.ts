const gone = { status: 410 };
const CREATED = 201;

interface Environment {
  init?: ResponseInit;
  status?: number;
}

export default {
  // case text: GET /text
  // case explicit: GET /explicit
  // case constant: GET /constant
  // case shared-init: GET /shared-init
  // case shorthand: GET /shorthand
  // case json: GET /json
  // case json-status: GET /json-status
  // case redirect: GET /redirect
  // case moved: GET /moved
  // case no-content: GET /no-content
  // case no-init: GET /no-init
  // case empty-init: GET /empty-init
  // case headers-only: GET /headers-only
  // case kept: GET /kept
  // case conditional: GET /conditional
  // case either: GET /either
  // case spread: GET /spread
  // case overwritten: GET /overwritten
  // case fallback: GET /fallback
  // case read-only: GET /read-only
  // case cloned: GET /cloned
  // case last: GET /elsewhere
  async fetch(request: Request, env: Environment): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname === '/text') return new Response('hello'); // answers text
    if (pathname === '/explicit') return new Response('ok', { status: 202 }); // answers explicit
    if (pathname === '/constant') return new Response('made', { status: CREATED }); // answers constant
    if (pathname === '/shared-init') return new Response('gone', gone); // answers shared-init
    if (pathname === '/shorthand') {
      const status = 206;
      return new Response('part', { status }); // answers shorthand
    }
    if (pathname === '/json') return Response.json({ a: 1 }); // answers json
    if (pathname === '/json-status') return Response.json({ a: 1 }, { status: 422 }); // answers json-status
    if (pathname === '/redirect') return Response.redirect('http://127.0.0.1/text'); // answers redirect
    if (pathname === '/moved') return Response.redirect('http://127.0.0.1/text', 308); // answers moved
    if (pathname === '/no-content') return new Response(null, { status: 204 }); // answers no-content
    if (pathname === '/no-init') return new Response('x', undefined); // answers no-init
    if (pathname === '/empty-init') return new Response('x', {}); // answers empty-init
    if (pathname === '/headers-only') return new Response('x', { headers: { 'X-A': 'b' } }); // answers headers-only
    if (pathname === '/kept') {
      const response = new Response('kept', { status: 203 }); // answers kept
      response.headers.set('X-From', 'cache');
      return response;
    }
    if (pathname === '/conditional') return new Response('', { status: searchParams.has('a') ? 200 : 400 }); // answers conditional
    if (pathname === '/either') {
      if (searchParams.has('a')) return new Response('a');
      return new Response('b', { status: 401 }); // answers either
    }
    if (pathname === '/spread') return new Response('', { ...gone, status: 403 }); // answers spread
    if (pathname === '/overwritten') return new Response('', { status: 403, ...env.init }); // answers overwritten
    if (pathname === '/fallback') return new Response('', { status: env.status ?? 418 }); // answers fallback
    if (pathname === '/read-only') {
      const text = await new Response('read', { status: 500 }).text();
      return new Response(text, { status: 226 }); // answers read-only
    }
    if (pathname === '/cloned') return new Response('x', new Response('y', { status: 207 })); // answers cloned
    return new Response('Not found', { status: 404 }); // answers last
  },
};
