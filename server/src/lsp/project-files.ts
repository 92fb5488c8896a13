import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ProjectHost } from '../engine/index.ts';
import type { Documents } from './documents.ts';
import { toPath } from './from-lsp.ts';

/** The files of the project as the editor has them: an open document counts as it is on the screen. */
export function layDocumentsOver(disk: ProjectHost, documents: Documents): ProjectHost {
  const paths = new Map<string, TextDocument>();
  documents.onDidOpen((document) => paths.set(toPath(document.uri, document.languageId), document));
  documents.onDidClose((document) => paths.delete(toPath(document.uri, document.languageId)));
  return {
    readFile: (path) => paths.get(path)?.getText() ?? disk.readFile(path),
    isFile: (path) => paths.has(path) || disk.isFile(path),
    listFolders: disk.listFolders,
    listFiles: disk.listFiles,
    findStamp: (path) => {
      const document = paths.get(path);
      const saved = document === undefined || document.getText() === disk.readFile(path);
      // What was not saved yet is not to be taken for what the disk has.
      return saved ? disk.findStamp(path) : `open ${document.version}`;
    },
  };
}
