import { type ActionFunction, json } from '@remix-run/server-runtime';

interface Delivery {
  type?: string;
  id?: string;
}

const seen = new Set<string>();

// case other-method: PUT /webhook {}
// case unsigned: POST /webhook {}
// case delivered: POST /webhook?signature=x {"type":"paid","id":"1"}
// case unknown-type: POST /webhook?signature=x {"type":"odd","id":"2"}
// case failing: POST /webhook?signature=x {"type":"fail","id":"3"}
export const action: ActionFunction = async ({ request }) => {
  if (request.method !== 'POST') {
    return json({ message: 'Method not allowed' }, 405); // answers other-method
  }
  const { searchParams } = new URL(request.url);
  if (!searchParams.get('signature')) throw new Response(null, { status: 401 }); // answers unsigned
  const { type, id = '' }: Delivery = await request.json();
  if (seen.has(id)) return new Response(null, { status: 208 });
  if (type === 'fail') throw new Error('It failed'); // answers failing
  const known = ['paid', 'refunded'].includes(type ?? '');
  if (!known) return json({ ignored: true }, { status: 202 }); // answers unknown-type
  seen.add(id);
  return null; // answers delivered
};
