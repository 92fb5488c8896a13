import assert from 'node:assert/strict';
import {
  CodeAction,
  commands,
  type Diagnostic,
  type Hover,
  languages,
  MarkdownString,
  type Position,
  Range,
  type TextDocument,
  type Uri,
  window,
  workspace,
} from 'vscode';

const PATIENCE_MS = 15_000;
const POLL_MS = 50;

/** Opens a file of the workspace in an editor. */
export async function open(path: string): Promise<TextDocument> {
  const folder = workspace.workspaceFolders?.[0];
  assert.ok(folder, 'a folder is open');
  const document = await workspace.openTextDocument(folder.uri.with({ path: `${folder.uri.path}/${path}` }));
  await window.showTextDocument(document);
  return document;
}

/** Our diagnostics of a document, once `fits` is content with them. */
export function waitForDiagnostics(
  uri: Uri,
  fits: (diagnostics: readonly Diagnostic[]) => boolean,
): Promise<readonly Diagnostic[]> {
  return new Promise((resolve, reject) => {
    const read = (): readonly Diagnostic[] =>
      languages.getDiagnostics(uri).filter(({ source }) => source === 'Status Lens');
    const listening = languages.onDidChangeDiagnostics(() => check());
    const timer = setTimeout(() => {
      listening.dispose();
      reject(new Error(`The diagnostics were still ${JSON.stringify(read().map(codeOf))}`));
    }, PATIENCE_MS);
    const check = (): void => {
      const diagnostics = read();
      if (!fits(diagnostics)) return;
      listening.dispose();
      clearTimeout(timer);
      resolve(diagnostics);
    };
    check();
  });
}

/** The rule that a diagnostic is about. */
export function codeOf({ code }: Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Asks again until there is an answer: for what begins to work without telling. */
export async function until<T>(what: string, ask: () => Promise<T | undefined>): Promise<T> {
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  throw new Error(`Waited in vain for ${what}`);
}

/** The text of all hovers on the first place of `text`, as Markdown; empty if there is none. */
export async function hoverOn(document: TextDocument, text: string): Promise<string> {
  const hovers = await commands.executeCommand<Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    positionOf(document, text),
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (content instanceof MarkdownString ? content.value : String(content)))
    .join('\n');
}

/** The start of the first place of `text` in a document. */
export function positionOf(document: TextDocument, text: string): Position {
  const offset = document.getText().indexOf(text);
  assert.ok(offset >= 0, `${text} is in ${document.uri.path}`);
  return document.positionAt(offset);
}

/** The quick fixes and other actions that VS Code offers for a range. */
export function actionsAt({ uri }: TextDocument, range: Range): Thenable<CodeAction[]> {
  return commands
    .executeCommand<unknown[]>('vscode.executeCodeActionProvider', uri, range)
    .then((actions) => actions.filter((action) => action instanceof CodeAction));
}

/** Puts the file's own text back. */
export async function revert(): Promise<void> {
  await commands.executeCommand('workbench.action.files.revert');
}

/** Replaces the first place of `before`. */
export async function replace(document: TextDocument, before: string, after: string): Promise<void> {
  const start = positionOf(document, before);
  const range = new Range(start, document.positionAt(document.offsetAt(start) + before.length));
  const editor = await window.showTextDocument(document);
  assert.ok(await editor.edit((edit) => edit.replace(range, after)));
}
