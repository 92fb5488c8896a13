/** A filter of documents that VS Code and the client library both understand. */
export interface LanguageFilter {
  readonly language: string;
  readonly scheme: string;
}

const LANGUAGES = ['javascript', 'javascriptreact', 'typescript', 'typescriptreact'];

/**
 * Schemes of documents that somebody edits. Old versions (`git`), logs (`output`) and previews have their own schemes
 * and are left out: nothing in them can be repaired.
 */
const SCHEMES = ['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'vscode-notebook-cell'];

/**
 * The documents that the server is told of.
 * @param workspaceSchemes schemes of the workspace's folders, so that files of any virtual workspace are among them.
 */
export function getSelector(workspaceSchemes: readonly string[]): LanguageFilter[] {
  const schemes = [...new Set([...SCHEMES, ...workspaceSchemes])];
  return LANGUAGES.flatMap((language) => schemes.map((scheme) => ({ language, scheme })));
}
