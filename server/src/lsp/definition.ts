import type { Location } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { AnsweringCode, ProjectHost } from '../engine/index.ts';
import { toPath } from './from-lsp.ts';
import { toRange } from './to-lsp.ts';

/** Where a helper or an error class is written; undefined if its file cannot be read any more. */
export function toLocation(document: TextDocument, code: AnsweringCode, files: ProjectHost): Location | undefined {
  if (code.path === toPath(document.uri, document.languageId))
    return { uri: document.uri, range: toRange(document, code.span) };
  const text = files.readFile(code.path);
  if (text === undefined) return undefined;
  const uri = toUri(code.path, document.uri);
  return { uri, range: toRange(TextDocument.create(uri, '', 0, text), code.span) };
}

/** The URI of a path beside a document: of the same scheme and authority. */
export function toUri(path: string, beside: string): string {
  const [origin = 'file://'] = /^[\w+.-]+:(?:\/\/[^/]*)?/.exec(beside) ?? [];
  const rooted = path.startsWith('/') ? path : `/${path}`;
  return origin + rooted.split('/').map(encodeURIComponent).join('/');
}
