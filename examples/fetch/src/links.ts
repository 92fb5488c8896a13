import { badRequest, json, notFound } from './respond.ts';
import { createLink, deleteLink, findLink, type Link } from './store.ts';

export async function follow(name: string): Promise<Response> {
  const link = await findLink(name);
  // Right: the helper makes the response, and the function returns it.
  if (!link) return notFound();
  return Response.redirect(link.target, 302);
}

export async function followLegacy(name: string): Promise<Response> {
  const link = await findLink(name);
  if (!link) {
    // Mistake: 200 with an error body. Clients, caches and monitors read the status and see a success.
    // (rule: no-error-body-with-success)
    return Response.json({ error: 'There is no such link' });
  }
  if (!isValidAddress(link.target)) {
    // Mistake: the body tells of another status than the one that is sent.
    // (rule: status-body-mismatch)
    return Response.json({ status: 410, message: 'This link leads nowhere any more' }, { status: 500 });
  }
  return Response.redirect(link.target, 302);
}

export async function add(request: Request): Promise<Response> {
  const { name, target } = (await request.json()) as Partial<Link>;
  if (!name || !target) return badRequest('A link needs a name and a target');
  const existing = await findLink(name);
  // Right: the name is taken, and that is a conflict.
  if (existing) return json({ error: 'This name is taken' }, 409);
  return json(await createLink(name, target), 201);
}

export async function addLegacy(request: Request): Promise<Response> {
  const { name, target } = (await request.json()) as Partial<Link>;
  if (!name || !target) {
    // Mistake: the input is incomplete, and the client is told to log in.
    // (rule: prefer-bad-request-for-invalid-input)
    return json({ error: 'A link needs a name and a target' }, 401);
  }
  if (!isValidAddress(target)) {
    // Mistake: the client sent what is no address, and is told that the server failed.
    // (rule: no-server-error-for-client-error)
    return json({ error: 'The target is no address' }, 500);
  }
  const existing = await findLink(name);
  // Mistake: the name is taken, and the client is told that its request was malformed.
  // (rule: prefer-conflict-for-duplicate)
  if (existing) return json({ error: 'This name is taken' }, 400);
  return json(await createLink(name, target), 201);
}

export async function remove(name: string): Promise<Response> {
  const link = await findLink(name);
  if (!link) return notFound();
  await deleteLink(link);
  // Right: null is no body.
  return new Response(null, { status: 204 });
}

export async function removeLegacy(name: string): Promise<Response> {
  const link = await findLink(name);
  // Mistake: the response is made and given to nobody, so that the function goes on without a link.
  // (rule: no-unreturned-response)
  if (!link) new Response('There is no such link', { status: 404 });
  if (link) await deleteLink(link);
  // Mistake: even an empty text is a body, and `Response` throws a TypeError for it.
  // (rule: no-body-with-bodyless-status)
  return new Response('', { status: 204 });
}

function isValidAddress(text: string): boolean {
  return URL.canParse(text);
}
