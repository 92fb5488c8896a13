import { badRequest, HttpFailure, json, responses } from './shared/respond';

function unauthorized(message = 'Log in') {
  return json({ error: message }, { status: 401, headers: { 'WWW-Authenticate': 'Bearer' } });
}

class Api {
  private reply(data: unknown, status: number) {
    return Response.json(data, { status });
  }

  async handle(request: Request): Promise<Response> {
    if (request.method === 'PUT') return this.reply({ ok: true }, 202); // answers method
    return this.reply({ error: 'no' }, 405); // answers other-method
  }
}

const withHeader = (response: Response) => {
  response.headers.set('X-A', 'b');
  return response;
};

async function load(found: boolean) {
  if (!found) return null;
  return new Response('loaded', { status: 203 }); // answers loaded
}

export default {
  // case implicit: GET /implicit
  // case status: GET /status
  // case bad-request: GET /bad-request
  // case table: GET /table
  // case table-method: GET /table-method
  // case nested: GET /nested
  // case wrapped: GET /wrapped
  // case method: PUT /class
  // case other-method: GET /class
  // case failed: GET /failed
  // case caught: GET /caught
  // case loaded: GET /loaded
  // case awaited: GET /awaited
  async fetch(request: Request) {
    const { pathname } = new URL(request.url);
    if (pathname === '/implicit') return json({ a: 1 }); // answers implicit
    if (pathname === '/status') return json({ a: 1 }, { status: 207 }); // answers status
    if (pathname === '/bad-request') return badRequest('text is missing'); // answers bad-request
    if (pathname === '/table') return responses.notFound('note'); // answers table
    if (pathname === '/table-method') return responses.conflict('taken'); // answers table-method
    if (pathname === '/nested') return unauthorized(); // answers nested
    if (pathname === '/wrapped') return withHeader(badRequest('no')); // answers wrapped
    if (pathname === '/class') return new Api().handle(request);
    if (pathname === '/failed') throw new HttpFailure(404); // answers failed
    if (pathname === '/loaded') return (await load(true)) ?? responses.notFound('it');
    if (pathname === '/awaited') return await Promise.resolve(new Response('later', { status: 503 })); // answers awaited
    try {
      throw new HttpFailure(409);
    } catch (error) {
      return json({ error: String(error) }, { status: 500 }); // answers caught
    }
  },
};
