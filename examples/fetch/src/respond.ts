/** JSON with a status. */
export function json(data: unknown, status = 200): Response {
  return new Response(JSON.stringify(data), { status, headers: { 'Content-Type': 'application/json' } });
}

export const notFound = (): Response => json({ error: 'There is no such link' }, 404);
export const badRequest = (message: string): Response => json({ error: message }, 400);
