import { data, redirect } from 'react-router';

// case invalid: POST /form name=
// case done: POST /form name=x
// case thrown: POST /form name=thrown
export async function action({ request }: { request: Request }) {
  const form = await request.formData();
  const name = String(form.get('name'));
  if (!name) return data({ errors: { name: 'missing' } }, { status: 422 }); // answers invalid
  if (name === 'thrown') throw data({ message: 'Not yours' }, { status: 403 }); // answers thrown
  return redirect('/form'); // answers done
}

export const loader = () => null;

export default function Form() {
  return null;
}
