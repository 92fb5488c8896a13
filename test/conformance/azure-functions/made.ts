import { app, HttpResponse } from '@azure/functions';

// case made: GET /made
app.get('made', {
  route: 'made/made',
  handler: async () => {
    return new HttpResponse({ status: 202, body: 'later' }); // answers made
  },
});

// case plain: GET /plain
app.get('plain', {
  route: 'made/plain',
  handler: async () => new HttpResponse({ jsonBody: {} }), // answers plain
});

// case text: POST /text {}
app.post('text', {
  route: 'made/text',
  handler: async () => ({ body: 'hello' }), // answers text
});
