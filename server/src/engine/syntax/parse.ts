import type { SourceText } from '../model.ts';
import {
  createSourceFile,
  JSDocParsingMode,
  ScriptKind,
  ScriptTarget,
  type SourceFile,
  type Statement,
  updateSourceFile,
} from './parser.ts';
import { findChange } from './text-change.ts';

const KINDS: Readonly<Record<string, ScriptKind>> = {
  js: ScriptKind.JSX,
  jsx: ScriptKind.JSX,
  mjs: ScriptKind.JSX,
  cjs: ScriptKind.JSX,
  tsx: ScriptKind.TSX,
};

/** Parses a file with parent links and without JSDoc. Broken code gives the tree that could be recovered. */
export function parse(source: SourceText): SourceFile {
  const extension = source.path.slice(source.path.lastIndexOf('.') + 1).toLowerCase();
  const options = { languageVersion: ScriptTarget.Latest, jsDocParsingMode: JSDocParsingMode.ParseNone };
  return createSourceFile(source.path, source.text, options, true, KINDS[extension] ?? ScriptKind.TS);
}

/**
 * Parses a version of a file of which an earlier one was parsed, and gives the tree that `parse` gives. Nodes of what has
 * not changed go over to it with new places, so nobody may look at the earlier tree again.
 */
export function parseNext(source: SourceText, earlier: SourceFile): SourceFile {
  const { start, oldEnd, newEnd } = findChange(earlier.text, source.text);
  // Not all that the parser complains about is noted on the nodes, so it is parsed again with whatever stands between.
  const errors = listParseErrors(earlier);
  const broken = errors.length === 0 ? [] : earlier.statements.filter((statement) => isBroken(statement, errors));
  const from = Math.min(start, ...broken.map(({ pos }) => pos));
  const to = Math.max(oldEnd, ...broken.map(({ end }) => end));
  const change = { span: { start: from, length: to - from }, newLength: to - from + newEnd - oldEnd };
  return updateSourceFile(earlier, source.text, change);
}

/** True if the parser complained about a statement, or right behind it. */
export function isBroken({ pos, end }: Statement, errors: readonly number[]): boolean {
  return errors.some((place) => pos <= place && place <= end + 1);
}

/** True if a file has imports or exports: then `await` at its top level is parsed in another way. */
export function isModule(tree: SourceFile): boolean {
  return (tree as { readonly externalModuleIndicator?: unknown }).externalModuleIndicator !== undefined;
}

/** Where the parser complained about a text. */
export function listParseErrors(tree: SourceFile): readonly number[] {
  const { parseDiagnostics } = tree as { readonly parseDiagnostics?: readonly { readonly start: number }[] };
  return (parseDiagnostics ?? []).map(({ start }) => start);
}
