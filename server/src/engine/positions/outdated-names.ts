import type { OutdatedName } from '../file-facts.ts';
import type { FileView } from '../syntax/file-view.ts';
import { type Expression, forEachChild, isPropertyAccessExpression, type Node } from '../syntax/parser.ts';
import { unwrap } from '../syntax/tree.ts';
import { workOut } from '../values/evaluate.ts';
import { hasCurrentNames } from '../values/libraries.ts';
import { readValue } from '../values/read.ts';

/** Names of RFC 7231 and before, without case and separators, and those of RFC 9110 in words. */
const CURRENT: Readonly<Record<string, { readonly code: number; readonly words: readonly string[] }>> = {
  payloadtoolarge: { code: 413, words: ['Content', 'Too', 'Large'] },
  requestentitytoolarge: { code: 413, words: ['Content', 'Too', 'Large'] },
  requesttoolong: { code: 413, words: ['Content', 'Too', 'Large'] },
  unprocessableentity: { code: 422, words: ['Unprocessable', 'Content'] },
};

const OLD_NAMES = /payload_?too_?large|request_?entity_?too_?large|request_?too_?long|unprocessable_?entity/i;

/** Tells from its text alone whether a file may have constants with an older name. */
export function mayBeOutdated(text: string): boolean {
  return OLD_NAMES.test(text);
}

/** Constants with an older name, of tables that are known to have the current one as well, with the same value. */
export function listOutdatedNames(file: FileView): readonly OutdatedName[] {
  if (!mayBeOutdated(file.source.text)) return [];
  const found: OutdatedName[] = [];
  const visit = (node: Node): void => {
    if (isPropertyAccessExpression(node)) {
      const { name } = node;
      const known = CURRENT[reduce(name.text)];
      const current = known && spellLike(name.text, known.words);
      if (known && current !== undefined && isThere(node.expression, name.text, current, file))
        found.push({ span: file.span(name), name: name.text, current, code: known.code });
    }
    forEachChild(node, visit);
  };
  visit(file.tree);
  return found;
}

function reduce(name: string): string {
  return name
    .replace(/^HTTP_STATUS_/, '')
    .replaceAll('_', '')
    .toLowerCase();
}

function spellLike(name: string, words: readonly string[]): string {
  const prefix = /^HTTP_STATUS_/.exec(name)?.[0] ?? '';
  if (/^[A-Z_]+$/.test(name)) return prefix + words.join('_').toUpperCase();
  const joined = words.join('');
  return /^[a-z]/.test(name) ? joined.charAt(0).toLowerCase() + joined.slice(1) : joined;
}

/** True if a table has a member of the other name with the same value, or the installed package is known to. */
function isThere(table: Expression, name: string, current: string, file: FileView): boolean {
  const value = workOut(readValue(unwrap(table), file), file.world);
  if (value.kind === 'import') return hasCurrentNames(value.module, value.name, file.source.path, file.world);
  if (value.kind !== 'object') return false;
  const [one, other] = [value.properties.get(name), value.properties.get(current)].map(
    (member) => member && workOut(member, file.world),
  );
  return one?.kind === 'literal' && other?.kind === 'literal' && one.value === other.value;
}
