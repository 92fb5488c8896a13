import { app, type HttpRequest, type HttpResponseInit, type InvocationContext } from '@azure/functions';
import { problem, reply } from './shared/reply';

const notes = new Map([['1', { id: '1', text: 'buy milk' }]]);

// case listed: GET /all
export async function list(_request: HttpRequest, _context: InvocationContext): Promise<HttpResponseInit> {
  return { jsonBody: [...notes.values()] }; // answers listed
}
app.http('list', { methods: ['GET'], authLevel: 'anonymous', route: 'notes/all', handler: list });

// case made: POST /one {"text":"call home"}
// case empty: POST /one {}
// case taken: POST /one {"text":"buy milk"}
// case malformed: POST /one {
app.http('create', {
  methods: ['POST'],
  authLevel: 'anonymous',
  route: 'notes/one',
  handler: async (request: HttpRequest, context: InvocationContext): Promise<HttpResponseInit> => {
    let body: { text?: string };
    try {
      body = (await request.json()) as { text?: string };
    } catch (error) {
      context.error(error);
      return { status: 400, body: 'That is no JSON' }; // answers malformed
    }
    if (!body.text) return problem('text is missing', 422); // answers empty
    if (body.text === 'buy milk') return reply(409, { error: 'There is one' }); // answers taken
    return { status: 201, jsonBody: { id: '2' }, headers: { Location: '/notes/2' } }; // answers made
  },
});

// case found: GET /item/1
// case missing: GET /item/9
app.http('read', {
  methods: ['GET'],
  route: 'notes/item/{id}',
  handler: async (request) => {
    const note = notes.get(request.params.id);
    if (!note) {
      return { status: 404, jsonBody: { error: 'No such note' } }; // answers missing
    }
    return { status: 200, jsonBody: note }; // answers found
  },
});

// case removed: DELETE /item/1
app.http('remove', {
  methods: ['DELETE'],
  route: 'notes/item/{id}',
  handler: async () => ({ status: 204 }), // answers removed
});

// case body-with-204: PUT /item/1
app.http('replace', {
  methods: ['PUT'],
  route: 'notes/item/{id}',
  handler: async () => {
    return { status: 204, jsonBody: { done: true } }; // answers body-with-204
  },
});

// case thrown: PATCH /item/1
app.http('change', {
  methods: ['PATCH'],
  route: 'notes/item/{id}',
  handler: async () => {
    throw new Error('broken'); // answers thrown
  },
});

// case default-problem: GET /problem
app.http('problem', {
  methods: ['GET'],
  route: 'notes/problem',
  handler: async () => problem('no'), // answers default-problem
});

// case away: GET /away
app.http('away', {
  methods: ['GET'],
  route: 'notes/away',
  handler: () => {
    return { status: 302, headers: { Location: '/notes/all' } }; // answers away
  },
});

// case kept: GET /kept
app.http('kept', {
  methods: ['GET'],
  route: 'notes/kept',
  handler: async () => {
    const response: HttpResponseInit = { status: 206, body: 'part' }; // answers kept
    response.headers = { 'x-a': 'b' };
    return response;
  },
});
