import type { Entry } from './model.ts';

/** True if requests for a route surely pass what is registered under a path. */
export function isPrefix(path: Entry['path'], route: string | undefined): boolean {
  const prefix = path?.replace(/\/+$/, '');
  if (path === undefined || prefix === '') return true;
  return route !== undefined && (route === prefix || route.startsWith(`${prefix}/`));
}

/** A route as a router sees it that is mounted under a path. */
export function withoutPrefix(path: Entry['path'], route: string | undefined): string | undefined {
  return route?.slice((path ?? '').replace(/\/+$/, '').length);
}

/** A route below a prefix; undefined if either could not be read. */
export function joinRoute(prefix: Entry['path'], route: string | undefined): string | undefined {
  if (prefix === null || route === undefined) return undefined;
  if (prefix === undefined) return route;
  const [start, end] = [prefix.replace(/\/+$/, ''), route.replace(/^\/+/, '')];
  return end === '' ? start : `${start}/${end}`;
}
