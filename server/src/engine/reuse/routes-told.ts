import type { Entry, Registered, RegisteredByStatement, RegisteredFunction } from '../routes/model.ts';
import type { FileView } from '../syntax/file-view.ts';
import type { Statement } from '../syntax/parser.ts';
import type { Plan } from './plan.ts';

/** Methods that register for one HTTP method: what they register last runs for requests of its own alone. */
const OF_ONE_METHOD: ReadonlySet<string> = new Set(['get', 'post', 'put', 'patch', 'delete', 'head', 'options']);

/** What a file registers, in words that can be compared. Functions without a name are told by their places. */
export function describeRoutes({ entries, made, hung }: RegisteredByStatement): string {
  if (entries.length === 0 && made.size === 0 && hung.length === 0) return '';
  const makers = [...made].map(([key, { adapter, application, prefix }]) => [
    key,
    adapter.id,
    application,
    describePath(prefix),
  ]);
  const written = entries.map(({ registrar, verb, path, method, prefixes, leaks, takers, registered }) => [
    leaks,
    registrar,
    verb,
    describePath(path),
    method,
    prefixes,
    registered.map(describeRegistered),
    takers?.map(describeRegistered),
  ]);
  return JSON.stringify([makers, written, hung.map(({ name }) => name)]);
}

function describePath(path: Entry['path']): string | 0 | null {
  return path === undefined ? 0 : path;
}

function describeRegistered(one: Registered): readonly unknown[] {
  switch (one.kind) {
    case 'function':
      return [one.owner, one.parameters, one.wrappers.length, one.value.kind];
    case 'name':
      return [one.name, one.wrapped];
    case 'router':
      return [one.key, one.open];
    case 'package':
      return [one.name];
    case 'library':
      return [];
  }
}

/**
 * True if a function that has to be read again runs before, around or behind handlers of other statements: middleware, an
 * error handler, or whatever is registered in a way that is not known. Whoever registers it names it, and is read again too.
 */
export function changesOthers({ again, known, facts, names }: Plan, file: FileView): boolean {
  const { path } = file.source;
  const isAgain = (place: number): boolean =>
    [...again].some((statement: Statement) => statement.pos <= place && place < statement.end);
  const isOther = ({ value }: RegisteredFunction): boolean =>
    value.kind === 'function' && value.path === path && !isAgain(value.span.start);
  const isReadAgain = ({ value }: RegisteredFunction): boolean =>
    value.kind !== 'function' || (value.path === path && isAgain(value.span.start));
  return [...again].some((statement) => {
    const words = (facts.get(statement) ?? known.get(statement)?.facts)?.words ?? new Set();
    return file.registeredBy(statement).entries.some(({ verb, registered }) => {
      const functions = registered.filter((one) => one.kind === 'function');
      const others = OF_ONE_METHOD.has(verb) ? functions.slice(0, -1) : functions;
      if (others.some(isReadAgain)) return true;
      // What a function of another statement was given to may do something else with its errors now.
      if (!functions.some((one) => one.wrappers.length > 0 && isOther(one))) return false;
      const own = new Set(functions.map(({ owner }) => owner.slice(path.length + 1)));
      return [...names].some((name) => words.has(name) && !own.has(name));
    });
  });
}
