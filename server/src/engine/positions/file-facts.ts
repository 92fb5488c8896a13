import type { FileFacts, StatusSpelling } from '../file-facts.ts';
import { theOne } from '../known.ts';
import type { Response } from '../model.ts';
import { findCodeOfConstant } from '../status-codes/constant-names.ts';
import { findStatusCode } from '../status-codes/index.ts';
import type { FileView } from '../syntax/file-view.ts';
import { type Expression, isIdentifier, isPropertyAccessExpression } from '../syntax/parser.ts';
import { findNodeAt, unwrap } from '../syntax/tree.ts';
import { readNumber } from '../values/literal.ts';
import { listClientComparisons } from './client-comparisons.ts';
import { listOutdatedNames } from './outdated-names.ts';

/** What a file as a whole shows; most of it is asked for by rules that few teams switch on. */
export function createFileFacts(file: FileView, responses: readonly Response[]): FileFacts {
  return {
    responses,
    get comparisons() {
      return listClientComparisons(file);
    },
    get spellings() {
      return listSpellings(file, responses);
    },
    get outdated() {
      return listOutdatedNames(file);
    },
  };
}

/** The statuses of answers that are written as a registered number or by a name that tells the code. */
function listSpellings(file: FileView, responses: readonly Response[]): readonly StatusSpelling[] {
  const found = new Map<number, StatusSpelling>();
  for (const span of responses.flatMap(({ statusSpans }) => statusSpans)) {
    const text = file.source.text.slice(span.start, span.end);
    if (/^\d{3}$/.test(text)) {
      if (findStatusCode(Number(text))) found.set(span.start, { span, code: Number(text), form: 'number' });
      continue;
    }
    const node = findNodeAt(span, file.tree);
    const inner = node && unwrap(node as Expression);
    if (!inner || (!isIdentifier(inner) && !isPropertyAccessExpression(inner))) continue;
    const code = theOne(readNumber(inner, file));
    const name = isIdentifier(inner) ? inner.text : inner.name.text;
    if (code !== undefined && findCodeOfConstant(name) === code)
      found.set(span.start, { span, code, form: 'constant' });
  }
  return [...found.values()].sort((a, b) => a.span.start - b.span.start);
}
