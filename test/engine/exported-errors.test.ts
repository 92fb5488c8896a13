import { assertAnswers } from './drawn-responses.ts';

const next = { 'package.json': '{ "dependencies": { "next": "^16.0.0" } }' };
const workers = { 'package.json': '{ "devDependencies": { "wrangler": "^4.0.0" } }' };

describe('errors that are thrown in what a framework calls by its name', () => {
  it('are answered by the framework, whatever status they carry', () => {
    assertAnswers(
      `
class Gone extends Error { status = 410 }
export async function GET() { throw new Error('broken'); }
                              ^^^^^^^^^^^^^^^^^^^^^^^^^^ 500 by throw of GET
export async function POST() { throw new Gone(); }
                               ^^^^^^^^^^^^^^^^^ 500 by throw of POST
`,
      next,
      'app/notes/route.ts',
    );
  });

  it('are not told where a function may take them that is not read, or that hands the handler on', () => {
    assertAnswers(
      `
import { guard } from 'guards';
import { run } from './run';
const inside = (handler) => (request) => run('notes', () => handler(request));
const through = (handler) => guard(handler);
export const GET = guard(async () => { throw new Error('broken'); });
export const POST = inside(async () => { throw new Error('broken'); });
export const PUT = through(async () => { throw new Error('broken'); });
`,
      next,
      'app/notes/route.ts',
    );
  });

  it('are not told where something beside them takes them, or a file around them may', () => {
    assertAnswers(
      `
export default {
  fetch() { throw new Error('broken'); },
  error(error) { return new Response(error.message, { status: 503 }); },
                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 503 by response
};
`,
      workers,
    );
    assertAnswers(`export const onRequestGet = () => { throw new Error('broken'); };`, workers, 'functions/notes.ts');
  });

  it('are answered by middleware of Astro where that takes them', () => {
    assertAnswers(
      `
export const GET = () => { throw new Error('broken'); };
                           ^^^^^^^^^^^^^^^^^^^^^^^^^^ 503 by throw of GET
`,
      {
        'package.json': '{ "dependencies": { "astro": "^5.0.0" } }',
        'src/middleware.ts': `
export const onRequest = async (context, next) => {
  try { return await next(); } catch { return new Response('Later', { status: 503 }); }
};`,
      },
      'src/pages/api/notes.ts',
    );
  });
});
