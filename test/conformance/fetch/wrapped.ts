import { HttpFailure } from './shared/respond';
import { Forbidden, withErrors, withoutAwait } from './shared/with-errors';

const show = withErrors(async (request) => {
  if (request.method === 'PUT') throw new HttpFailure(422); // answers own-status
  if (request.method === 'PATCH') throw new Forbidden('no'); // answers by-class
  if (request.method === 'POST') throw new Error('Oh no'); // answers other
  return new Response('fine', { status: 203 }); // answers fine
});

async function lose() {
  throw new Error('Oh no'); // answers lost
}

const loseIt = withoutAwait(lose);

async function refuse(request: Request): Promise<Response> {
  if (request.headers.has('x-key')) return new Response('fine');
  throw new Forbidden('no'); // answers by-name
}

const refuseIt = withErrors(refuse);

export default {
  // case own-status: PUT /show
  // case by-class: PATCH /show
  // case other: POST /show
  // case fine: GET /show
  // case lost: GET /lost
  // case by-name: GET /refused
  async fetch(request: Request) {
    const { pathname } = new URL(request.url);
    if (pathname === '/lost') return loseIt(request);
    return pathname === '/refused' ? refuseIt(request) : show(request);
  },
};
