import type { NoteRegistration } from '../responses/find-handlers.ts';
import { nameOfFunction } from '../responses/roles.ts';
import type { FileView } from '../syntax/file-view.ts';
import { forEachChild, type Node, type Statement } from '../syntax/parser.ts';
import { findStatementAround, isFunctionLike, startOf } from '../syntax/tree.ts';
import type { Across } from './memory.ts';

/** Gathers the registrations of functions that stand in another statement than the registration itself. */
export interface AcrossStatements {
  readonly note: NoteRegistration;
  readonly of: (statement: Statement) => readonly Across[];
}

/** Begins to gather registrations across the statements of a file. */
export function gatherAcross(file: FileView): AcrossStatements {
  const found = new Map<Node, Across[]>();
  return {
    note: (fn, by, adapter) => {
      const from = findStatementAround(by);
      if (from === findStatementAround(fn)) return;
      const one = {
        name: nameOfFunction(fn),
        place: startOf(fn, file.tree),
        how: `${adapter.id} ${outline(by, file)}`,
      };
      const list = found.get(from);
      if (list) list.push(one);
      else found.set(from, [one]);
    },
    of: (statement) => found.get(statement) ?? [],
  };
}

/** The text of a registration without what its functions do. */
function outline(node: Node, { source, tree }: FileView): string {
  const parts: string[] = [];
  let from = startOf(node, tree);
  const visit = (inner: Node): void => {
    const body = isFunctionLike(inner) ? inner.body : undefined;
    if (!body) {
      forEachChild(inner, visit);
      return;
    }
    parts.push(source.text.slice(from, body.pos));
    from = body.end;
  };
  visit(node);
  return [...parts, source.text.slice(from, node.end)].join('…');
}
