import type { Answer, SnippetValue } from './model.ts';

function error(text: string, ...more: readonly SnippetValue[]): readonly SnippetValue[] {
  return [{ name: 'error', value: text }, ...more];
}

/** A correct answer for each of the codes that a handler chooses itself, with the header fields that belong to it. */
export const answers: readonly Answer[] = [
  { code: 200, when: 'all went well, here are the data', fields: [], body: [{ name: 'id', value: 124 }] },
  {
    code: 201,
    when: 'a new resource was made',
    fields: [{ name: 'Location', value: '/api/users/124' }],
    body: [{ name: 'id', value: 124 }],
  },
  {
    code: 202,
    when: 'the work is taken and done later',
    fields: [{ name: 'Location', value: '/api/jobs/7' }],
    body: [
      { name: 'job', value: 7 },
      { name: 'state', value: 'queued' },
    ],
  },
  { code: 204, when: 'all went well, and there is nothing to say', fields: [], body: undefined },
  {
    code: 400,
    when: 'the input is malformed or incomplete',
    fields: [],
    body: error('An e-mail address is needed', { name: 'field', value: 'email' }),
  },
  {
    code: 401,
    when: 'nobody is authenticated',
    fields: [{ name: 'WWW-Authenticate', value: 'Bearer' }],
    body: error('Log in first'),
  },
  {
    code: 403,
    when: 'the user is known and may not do this',
    fields: [],
    body: error('Only an editor may do this', { name: 'missing', value: 'editor' }),
  },
  { code: 404, when: 'there is no such resource', fields: [], body: error('There is no such user') },
  {
    code: 409,
    when: 'it collides with what is stored',
    fields: [],
    body: error('The e-mail address is taken', { name: 'field', value: 'email' }),
  },
  {
    code: 422,
    when: 'the input is well formed and makes no sense',
    fields: [],
    body: error('The quantity is at least 1', { name: 'field', value: 'quantity' }),
  },
  {
    code: 429,
    when: 'the client asks too often',
    fields: [{ name: 'Retry-After', value: '60' }],
    body: error('Try again in a minute'),
  },
  { code: 500, when: 'something unexpected happened', fields: [], body: error('This failed on our side') },
  {
    code: 502,
    when: 'another service answered with nonsense',
    fields: [],
    body: error('The payment service gave no usable answer'),
  },
  {
    code: 503,
    when: 'the server is down for a while',
    fields: [{ name: 'Retry-After', value: '300' }],
    body: error('We are back in five minutes'),
  },
  {
    code: 504,
    when: 'another service did not answer in time',
    fields: [],
    body: error('The payment service did not answer in time'),
  },
];
