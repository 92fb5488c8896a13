export interface Link {
  readonly name: string;
  readonly target: string;
}

const links = new Map<string, Link>();

/** Fills the store anew. */
export function resetStore(): void {
  links.clear();
  links.set('home', { name: 'home', target: 'http://127.0.0.1/home' });
}

export async function findLink(name: string): Promise<Link | undefined> {
  return links.get(name);
}

export async function createLink(name: string, target: string): Promise<Link> {
  const link = { name, target };
  links.set(name, link);
  return link;
}

export async function deleteLink({ name }: Link): Promise<void> {
  links.delete(name);
}

resetStore();
