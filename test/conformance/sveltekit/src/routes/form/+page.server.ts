import { fail, redirect } from '@sveltejs/kit';
import type { Actions } from './$types';

// case invalid: POST /form?/create name=
// case done: POST /form?/remove id=1
export const actions: Actions = {
  create: async () => {
    return fail(422, { missing: true }); // answers invalid
  },
  remove: async () => {
    redirect(303, '/form'); // answers done
  },
};
