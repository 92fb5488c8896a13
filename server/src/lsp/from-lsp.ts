import type { Position, Range } from 'vscode-languageserver-protocol';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { SourceText, Span } from '../engine/index.ts';

/** The endings that a language's files may have; the first is given to a document whose name has none of them. */
const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  javascript: ['.js', '.mjs', '.cjs'],
  javascriptreact: ['.jsx', '.js'],
  typescript: ['.ts', '.mts', '.cts'],
  typescriptreact: ['.tsx'],
};

/** The document as the engine takes it. */
export function toSourceText(document: TextDocument): SourceText {
  return { path: toPath(document.uri, document.languageId), text: document.getText() };
}

/**
 * The path that stands for a URI of any scheme. The engine chooses the language by its ending, so the ending is made
 * to agree with the language that the editor chose: an unsaved document has no ending at all.
 */
export function toPath(uri: string, languageId: string): string {
  const path = decodePath(uri);
  const endings = ENDINGS[languageId];
  if (endings === undefined || endings.some((ending) => path.toLowerCase().endsWith(ending))) return path;
  return path + endings[0];
}

/** The path of a file or folder on the disk; undefined for other schemes. */
export function toFilePath(uri: string): string | undefined {
  return uri.startsWith('file:') ? decodePath(uri).replace(/\/$/, '') : undefined;
}

function decodePath(uri: string): string {
  try {
    return decodeURIComponent(new URL(uri).pathname).replace(/^\/([a-z]:)/i, '$1');
  } catch {
    return uri;
  }
}

/** The span of a range; positions outside the text are moved to its nearest place. */
export function toSpan(document: TextDocument, range: Range): Span {
  return { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
}

/** The offset of a position; one outside the text is moved to its nearest place. */
export function toOffset(document: TextDocument, position: Position): number {
  return document.offsetAt(position);
}
