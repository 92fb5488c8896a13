/** Requests that a library answers, or lets pass, in the order in which they are sent. */
export interface Refused {
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | FormData;
}

/** By app, then by method and route. */
export type Requests = Readonly<Record<string, Readonly<Record<string, readonly Refused[]>>>>;

const JSON_TYPE = { 'content-type': 'application/json' };
const FORM_TYPE = { 'content-type': 'application/x-www-form-urlencoded' };
const LONG = JSON.stringify({ name: 'x'.repeat(60) });
const PREFLIGHT = { headers: { origin: 'http://a.test', 'access-control-request-method': 'PUT' } };

const MALFORMED: Refused = { headers: JSON_TYPE, body: '{' };
const LARGE: Refused = { headers: JSON_TYPE, body: LONG };
const INVALID: Refused = { headers: JSON_TYPE, body: '{}' };
const ENCODED: Refused = { headers: { ...JSON_TYPE, 'content-encoding': 'odd' }, body: '{}' };
const TWICE: readonly Refused[] = [{}, {}];

/** Without credentials, and with wrong ones. */
const UNKNOWN: readonly Refused[] = [{}, { headers: { authorization: 'Bearer wrong' } }];

function withFile(field: string, size: number): Refused {
  const body = new FormData();
  body.append(field, new Blob(['x'.repeat(size)]), 'file.txt');
  return { body };
}

/** Of a type that a parser reads, too long and in an odd encoding. */
function ofType(type: string): readonly Refused[] {
  const headers = { 'content-type': type };
  return [
    { headers, body: 'x'.repeat(40) },
    { headers: { ...headers, 'content-encoding': 'odd' }, body: 'x' },
  ];
}

export const REQUESTS: Requests = {
  'express.js': {
    'POST /json': [MALFORMED, LARGE, ENCODED],
    'POST /urlencoded': ofType('application/x-www-form-urlencoded'),
    'POST /text': ofType('text/plain'),
    'POST /raw': ofType('application/octet-stream'),
    'POST /upload': [withFile('file', 20), withFile('other', 2)],
    'GET /limited': TWICE,
    'GET /limited-draft-7': TWICE,
    'GET /limited-draft-6': TWICE,
    'GET /limited-quietly': TWICE,
    'GET /limited-otherwise': TWICE,
    'GET /bearer': [...UNKNOWN, { path: '/bearer?access_token=a', headers: { authorization: 'Bearer wrong' } }],
    'POST /local': [{}, { path: '/local?username=a&password=b' }],
    'POST /led': [{}, { path: '/led?username=a&password=b' }],
    'GET /jwt': UNKNOWN,
    'GET /oauth': [...UNKNOWN, { path: '/oauth?access_token=a', headers: { authorization: 'Bearer wrong' } }],
    'OPTIONS /cors': [PREFLIGHT],
    'OPTIONS /cors-200': [PREFLIGHT],
    'POST /csurf': [{}],
    'POST /csrf': [{}],
    'GET /late': [{}],
    'POST /celebrated': [
      INVALID,
      MALFORMED,
      { ...LARGE, body: JSON.stringify({ name: 'x'.repeat(200_000) }) },
      ENCODED,
    ],
    'GET /harmless': [{}],
    'POST /sound/handled': [MALFORMED, { ...LARGE, body: JSON.stringify({ name: 'x'.repeat(200_000) }) }, ENCODED],
  },
  'koa.js': {
    'POST /old': [MALFORMED, LARGE, ENCODED],
    'POST /new': [MALFORMED, LARGE, ENCODED],
    'POST /body': [MALFORMED, LARGE, ENCODED],
    'GET /jwt': UNKNOWN,
    'GET /jwt-let-pass': UNKNOWN,
    'GET /limited': TWICE,
    'GET /limited-otherwise': TWICE,
    'OPTIONS /cors': [PREFLIGHT],
  },
  'hono.js': {
    'POST /zod': [MALFORMED, INVALID],
    'GET /zod-query': [{}],
    'POST /zod-hook': [MALFORMED, INVALID],
    'POST /validated': [MALFORMED],
    'GET /jwt': UNKNOWN,
    'GET /bearer': [...UNKNOWN, { headers: { authorization: 'Odd' } }],
    'GET /basic': [{}],
    'POST /csrf': [{ headers: { ...FORM_TYPE, origin: 'http://a.test' }, body: 'a=1' }],
    'POST /large': [LARGE],
    'OPTIONS /cors': [PREFLIGHT],
    'GET /late': [{}],
    'GET /ip': [{}],
    'GET /limited': TWICE,
  },
  'fastify.js': {
    'POST /body': [MALFORMED, LARGE, INVALID, { headers: { 'content-type': 'application/odd' }, body: 'x' }],
    'GET /params/:id': [{ path: '/params/x' }],
    'GET /query': [{ path: '/query?id=x' }],
    'GET /own': [{ path: '/own?id=x' }],
    'GET /answers-only': [{ path: '/answers-only?id=x' }],
    'POST /plain': [MALFORMED, LARGE, { headers: { 'content-type': 'application/odd' }, body: 'x' }],
    'GET /limited': TWICE,
  },
  'fastify-guarded.js': { 'GET /guarded': UNKNOWN },
  'nest.ts': {
    'POST /dto': [MALFORMED, INVALID, { ...LARGE, body: JSON.stringify({ name: 'x'.repeat(200_000) }) }],
    'POST /dto-422': [MALFORMED, INVALID, { ...LARGE, body: JSON.stringify({ name: 'x'.repeat(200_000) }) }],
    'POST /piped': [MALFORMED, INVALID, { ...LARGE, body: JSON.stringify({ name: 'x'.repeat(200_000) }) }],
    'GET /int/:id': [{ path: '/int/x' }],
    'GET /int-406/:id': [{ path: '/int-406/x' }],
    'GET /uuid/:id': [{ path: '/uuid/x' }],
    'GET /bool': [{}],
    'GET /array': [{ path: '/array?of=x' }],
    'GET /guarded': UNKNOWN,
    'GET /guarded-by-own': UNKNOWN,
    'GET /limited': TWICE,
    'POST /upload': [withFile('file', 20), withFile('other', 2), MALFORMED],
    'POST /file': [withFile('file', 20), {}, MALFORMED],
  },
};
