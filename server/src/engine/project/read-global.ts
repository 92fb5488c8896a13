import type { FrameworkAdapter, Versions } from '../adapter.ts';
import type { GlobalParts, VersionsInPath } from '../routes/model.ts';
import type { FileView } from '../syntax/file-view.ts';
import {
  forEachChild,
  isIdentifier,
  isObjectLiteralExpression,
  isPropertyAssignment,
  type Node,
  type ObjectLiteralExpression,
} from '../syntax/parser.ts';
import { accessedName, nameOf, unwrap } from '../syntax/tree.ts';
import { toKnown, workOut } from '../values/evaluate.ts';
import { unknownValue, type Value } from '../values/model.ts';
import { readValue } from '../values/read.ts';

const NOTHING: GlobalParts = { filters: [], prefixes: [], versions: [] };

/** True if a text may say something for all handlers that decorators register. */
export function saysForAll(text: string, adapters: readonly FrameworkAdapter[]): boolean {
  return adapters.some(({ decorated }) => {
    const { filters, globalPrefix, versions } = decorated ?? {};
    if (!filters || !globalPrefix) return false;
    const { verb, provider } = filters.global;
    return [verb, provider, globalPrefix, versions?.verb ?? verb].some((name) => text.includes(name));
  });
}

/** Reads what a file says for all handlers that decorators register: filters of their errors, and prefixes of their routes. */
export function readGlobal(file: FileView, adapters: readonly FrameworkAdapter[]): GlobalParts {
  const { text } = file.source;
  if (!saysForAll(text, adapters)) return NOTHING;
  const found = adapters.flatMap(({ decorated }) => {
    const { filters, globalPrefix, versions } = decorated ?? {};
    if (!filters || !globalPrefix) return [];
    const { verb, provider } = filters.global;
    const given = readCalls(file, verb).map((args) => args.toReversed());
    const provided = text.includes(provider) ? readProvided(file, provider) : [];
    const prefixes = readCalls(file, globalPrefix).map(([first, ...others]) => {
      const known = first && others.length === 0 ? toKnown(first, file.world) : undefined;
      return known?.kind === 'one' && typeof known.value === 'string' ? known.value : null;
    });
    return [
      {
        filters: provided.length > 0 ? [...given, provided] : given,
        prefixes,
        versions: versions
          ? readCalls(file, versions.verb).map(([options]) => readVersions(options, versions, file))
          : [],
      },
    ];
  });
  return found[0] ?? NOTHING;
}

/** `app.enableVersioning({ type: VersioningType.URI, defaultVersion: '1' })` */
function readVersions(
  options: Value | undefined,
  { inPath, prefix, usualPrefix, usual }: Versions,
  { world }: FileView,
): VersionsInPath | null {
  const option = (name: string): Value =>
    options ? workOut({ kind: 'member', object: options, name }, world) : { kind: 'missing' };
  const type = option('type');
  const isInPath = type.kind === 'missing' || (type.kind === 'import' && `${type.module}#${type.name}` === inPath);
  const before = option(prefix);
  const one = option(usual);
  const isRead = [before, one].every(({ kind }) => kind === 'missing' || kind === 'literal');
  if (!isInPath || !isRead) return null;
  const given = before.kind === 'literal' ? before.value : usualPrefix;
  return {
    prefix: typeof given === 'string' ? given : '',
    usual: one.kind === 'literal' ? String(one.value) : undefined,
  };
}

/** The arguments of each call of a method. */
function readCalls(file: FileView, name: string): readonly (readonly Value[])[] {
  return file.calls
    .filter(({ expression }) => accessedName(unwrap(expression)) === name)
    .map((call) => call.arguments.map((argument) => readValue(argument, file)));
}

/** What modules provide under a token: `{ provide: APP_FILTER, useClass: AnswerErrors }`; the last one is asked first. */
function readProvided(file: FileView, token: string): readonly Value[] {
  const provided: Value[] = [];
  const visit = (node: Node): void => {
    const given = isObjectLiteralExpression(node) ? findProperty(node, 'provide') : undefined;
    if (given && isIdentifier(given) && given.text === token && isObjectLiteralExpression(node)) {
      const used = findProperty(node, 'useClass') ?? findProperty(node, 'useValue');
      provided.unshift(used ? readValue(used, file) : unknownValue('call that was not read'));
    }
    forEachChild(node, visit);
  };
  file.statements.forEach(visit);
  return provided;
}

function findProperty(literal: ObjectLiteralExpression, name: string) {
  const property = literal.properties.find((one) => one.name && nameOf(one.name) === name);
  return property && isPropertyAssignment(property) ? unwrap(property.initializer) : undefined;
}
