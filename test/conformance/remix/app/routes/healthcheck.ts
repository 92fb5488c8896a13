import type { LoaderFunctionArgs } from '@remix-run/server-runtime';

async function countUsers(down: boolean) {
  if (down) throw new Error('The database is away');
  return 1;
}

// case well: GET /healthcheck
// case ill: GET /healthcheck?down=1
export const loader = async ({ request }: LoaderFunctionArgs) => {
  try {
    await countUsers(new URL(request.url).searchParams.has('down'));
    return new Response('OK'); // answers well
  } catch (error: unknown) {
    console.log('healthcheck', { error: String(error) });
    return new Response('ERROR', { status: 500 }); // answers ill
  }
};
