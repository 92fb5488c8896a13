import type { ResolvedRoutes } from './model.ts';

/** The places of a file at which others know what it makes: applications, routers and functions that have no name. */
export function listKnownPlaces(path: string, others: Iterable<ResolvedRoutes>): ReadonlySet<number> {
  const places = new Set<number>();
  const note = (key: string): void => {
    if (!key.startsWith(`${path}:`)) return;
    const [, digits] = /^(\d+)/.exec(key.slice(path.length + 1)) ?? [];
    if (digits !== undefined) places.add(Number(digits));
  };
  for (const { entries, made } of others) {
    for (const key of made.keys()) note(key);
    for (const { registrar, registered } of entries) {
      note(registrar);
      for (const one of registered)
        if (one.kind === 'function') note(one.owner);
        else if (one.kind === 'router') note(one.key);
    }
  }
  return places;
}
