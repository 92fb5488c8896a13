import type { Chain, Entry } from './model.ts';

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

/** The route on which all ways to a function agree; undefined where they do not, and for what is no route. */
export function agreeOnRoute(ways: readonly Pick<Chain, 'route'>[]): string | undefined {
  const [first, ...others] = ways;
  const route = others.every((other) => other.route === first?.route) ? first?.route : undefined;
  // What is listened to under a name, such as the event `request`, is no route.
  if (route !== undefined && !/^(?:[/*]|$)/.test(route)) return undefined;
  return route === '' ? '/' : route;
}
