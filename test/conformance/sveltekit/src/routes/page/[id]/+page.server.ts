import { error, redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

const pages: Record<string, string> = { a: 'A', old: 'a' };

// case missing: GET /page/zzz
// case moved: GET /page/old
// case secret: GET /page/secret
export const load: PageServerLoad = async ({ params }) => {
  if (params.id === 'secret') throw error(401, 'Log in'); // answers secret
  if (params.id === 'old') redirect(301, '/page/a'); // answers moved
  const page = pages[params.id];
  if (!page) error(404, 'No such page'); // answers missing
  return { page };
};
