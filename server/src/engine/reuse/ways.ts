import type { Chain, RouteMap } from '../routes/model.ts';
import type { FileView } from '../syntax/file-view.ts';
import { movePlace, type TextChange } from '../syntax/text-change.ts';
import type { Way } from './memory.ts';

type Ways = ReadonlyMap<string, readonly Way[]>;

/** The ways to the functions of a file. */
export function listWays({ routes, source, findOwnRoute }: FileView): Ways {
  const ways = new Map<string, readonly Way[]>();
  for (const owner of routes.functions.keys()) {
    if (!owner.startsWith(`${source.path}:`)) continue;
    ways.set(
      owner,
      routes.find(owner).map(({ before, errorTakers, libraries: _, ...way }) => ({
        ...way,
        hasBefore: before.length > 0,
        hasErrorTakers: errorTakers.length > 0,
        ownRoute: findOwnRoute(owner),
      })),
    );
  }
  return ways;
}

/** The same ways where the functions that have no name stand elsewhere now. */
export function moveWays(ways: Ways, path: string, change: TextChange): Ways {
  const moved = new Map<string, readonly Way[]>();
  for (const [owner, list] of ways) {
    const place = findPlace(owner, path);
    const now = place === undefined ? undefined : movePlace(place, change);
    if (place === undefined) moved.set(owner, list);
    else if (now !== undefined) moved.set(`${path}:${now}`, list);
  }
  return moved;
}

/** The place in the name of a function that has no other. */
function findPlace(owner: string, path: string): number | undefined {
  const rest = owner.slice(path.length + 1);
  return /^\d+$/.test(rest) ? Number(rest) : undefined;
}

/**
 * Routes of which the ways are known already. What the whole project registers is read only if somebody asks for what runs
 * before or behind a handler.
 */
export function recallRoutes(ways: Ways, hung: ReadonlySet<string>, file: FileView): RouteMap {
  return {
    find: (owner) =>
      (ways.get(owner) ?? []).map((way, index) => ({
        ...way,
        get before() {
          return way.hasBefore ? getChain(owner, index, file).before : [];
        },
        get libraries() {
          return getChain(owner, index, file).libraries;
        },
        get errorTakers() {
          return way.hasErrorTakers ? getChain(owner, index, file).errorTakers : [];
        },
      })),
    get functions() {
      return file.routes.functions;
    },
    get global() {
      return file.routes.global;
    },
    findHung: (name) => (hung.has(name) ? file.routes.findHung(name) : undefined),
    hungNames: hung,
    registersBare: (name) => file.routes.registersBare(name),
    get shared() {
      return file.routes.shared;
    },
  };
}

function getChain(owner: string, index: number, { routes }: FileView): Chain {
  const chain = routes.find(owner)[index];
  if (!chain) throw new Error(`${owner} is registered in another way than it was`);
  return chain;
}
