import type { SourceText } from '../model.ts';
import { createSourceFile, JSDocParsingMode, ScriptKind, ScriptTarget, type SourceFile } from './parser.ts';

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

/** True if a file has imports or exports: then `await` at its top level is parsed in another way. */
export function isModule(tree: SourceFile): boolean {
  return (tree as { readonly externalModuleIndicator?: unknown }).externalModuleIndicator !== undefined;
}

/** Where the parser complained about a text. */
export function listParseErrors(tree: SourceFile): readonly number[] {
  const { parseDiagnostics } = tree as { readonly parseDiagnostics?: readonly { readonly start: number }[] };
  return (parseDiagnostics ?? []).map(({ start }) => start);
}
