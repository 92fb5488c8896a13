import { data, type LoaderFunctionArgs, redirect, redirectDocument, replace } from 'react-router';
import { notFound } from '../shared/auth.server';

const notes = new Map([['1', 'buy milk']]);

// case found: GET /notes/1
// case missing: GET /notes/9
// case gone: GET /notes/gone
// case moved: GET /notes/old
// case replaced: GET /notes/replaced
// case document: GET /notes/document
// case through-helper: GET /notes/helper
export async function loader({ params }: LoaderFunctionArgs) {
  if (params.id === 'gone') throw data('Gone', { status: 410 }); // answers gone
  if (params.id === 'old') return redirect('/notes/1', 301); // answers moved
  if (params.id === 'replaced') return replace('/notes/1'); // answers replaced
  if (params.id === 'document') return redirectDocument('/notes/1', { status: 307 }); // answers document
  if (params.id === 'helper') return notFound('note'); // answers through-helper
  const text = notes.get(params.id ?? '');
  if (!text) throw new Response('No such note', { status: 404 }); // answers missing
  return data({ text }); // answers found
}

export default function Note() {
  return null;
}
