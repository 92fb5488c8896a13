import { error, json, redirect, type Handle } from '@sveltejs/kit';

// case refused: GET /hooked/api
// case sent-away: GET /hooked/old
// case locked: GET /hooked/locked
export const handle: Handle = async ({ event, resolve }) => {
  const { pathname } = event.url;
  if (pathname === '/hooked/api') {
    return json({ message: 'Who are you?' }, { status: 401 }); // answers refused
  }
  if (pathname === '/hooked/old') redirect(308, '/notes'); // answers sent-away
  if (pathname === '/hooked/locked') error(423, 'Locked'); // answers locked
  return resolve(event);
};
