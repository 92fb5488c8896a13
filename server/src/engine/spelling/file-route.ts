/** How the path of a file becomes a route. All of them are paths below the folder of a package, as `src/app/users/route.ts`. */
export interface FileRouteSpelling {
  /** The folder in which routes begin. */
  readonly below: RegExp;
  /** What ends the path of a file that answers; files with other ends have no route. */
  readonly ends: RegExp;
  /** Folders that only keep files together. */
  readonly leavesOut?: RegExp;
  /** Steps of paths on which no route is made. */
  readonly hides?: RegExp;
}

/** The route of a file as its framework calls it: `/users/[id]` of `src/app/users/[id]/route.ts`. Undefined for no route. */
export function spellFileRoute(path: string, { below, ends, leavesOut, hides }: FileRouteSpelling): string | undefined {
  if (!below.test(path) || !ends.test(path)) return undefined;
  const steps = path
    .replace(below, '')
    .replace(ends, '')
    .split('/')
    .filter((step) => step !== '' && !leavesOut?.test(step));
  return steps.some((step) => hides?.test(step)) ? undefined : `/${steps.join('/')}`;
}
