import { authentication } from './authentication.ts';
import { bodyParsers } from './body-parsers.ts';
import { crossSite } from './cross-site.ts';
import { limits } from './limits.ts';
import type { Library } from './model.ts';
import { validation } from './validation.ts';

/** Every library of which it is known what it answers by itself. */
export const libraries: readonly Library[] = [
  ...bodyParsers,
  ...validation,
  ...authentication,
  ...crossSite,
  ...limits,
];

const byName: ReadonlyMap<string, Library> = new Map(
  libraries.flatMap((library) =>
    (library.modules ?? [library.package]).flatMap((module) =>
      library.exports.map((name): [string, Library] => [`${module}#${name}`, library]),
    ),
  ),
);

/** The library of an export, named as it is read: `default.json` and `*.json` are `json`. */
export function findLibrary(module: string, name: string): Library | undefined {
  const plain = name.replace(/^(?:default|\*)\./, '');
  return byName.get(`${module}#${plain === '*' ? 'default' : plain}`);
}
