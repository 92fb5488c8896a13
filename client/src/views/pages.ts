import {
  commands,
  type Disposable,
  EventEmitter,
  FileSystemError,
  FileType,
  TabInputWebview,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { statusPageRequest } from '../../../server/src/lsp/protocol.ts';

const SCHEME = 'status-lens';

/** Shows one of the pages of docs/, such as `rules/no-double-response.md`, as a Markdown preview. Needs no network. */
export async function showPage(path: string): Promise<void> {
  await closeHiddenPreview();
  await commands.executeCommand('markdown.showPreview', Uri.from({ scheme: SCHEME, path: `/${path}` }));
}

/**
 * Closes the preview that VS Code would show the page in, if it is behind another tab: brought to the front and given
 * another page at once, it now and then goes on showing the one before. A locked preview, `[Preview] …`, keeps its page.
 */
async function closeHiddenPreview(): Promise<void> {
  const { tabGroups } = window;
  const hidden = tabGroups.activeTabGroup.tabs.filter(
    ({ input, isActive, label }) =>
      !isActive &&
      input instanceof TabInputWebview &&
      /\bmarkdown\.preview$/.test(input.viewType) &&
      !label.startsWith('['),
  );
  await tabGroups.close(hidden, true);
}

/** Shows the page of a status code. */
export function showStatusPage(code: number): Promise<void> {
  return showPage(`status-codes/${code}.md`);
}

/**
 * Serves the pages of docs/ under a scheme of their own. It is a file system and not only a provider of texts, so that
 * links from page to page work. Pages of rules are files of the extension; the server writes those of status codes
 * from what it knows, so that they are not in the package twice.
 */
export function servePages(client: BaseLanguageClient, extensionUri: Uri): Disposable {
  const read = async (uri: Uri): Promise<Uint8Array> => {
    const path = uri.path.slice(1);
    if (path.startsWith('rules/')) return workspace.fs.readFile(Uri.joinPath(extensionUri, 'docs', path));
    // Sending starts a client that is about to start, and fails with one that did not.
    const page = await client.sendRequest<string | null>(statusPageRequest, { path });
    if (page === null) throw FileSystemError.FileNotFound(uri);
    return new TextEncoder().encode(page);
  };
  const refuse = (uri: Uri): never => {
    throw FileSystemError.NoPermissions(uri);
  };
  const changes = new EventEmitter<never>();
  const provider = {
    onDidChangeFile: changes.event,
    watch: () => ({ dispose: () => undefined }),
    stat: async (uri: Uri) => ({ type: FileType.File, ctime: 0, mtime: 0, size: (await read(uri)).byteLength }),
    readFile: read,
    readDirectory: () => [],
    createDirectory: refuse,
    writeFile: refuse,
    delete: refuse,
    rename: refuse,
  };
  return workspace.registerFileSystemProvider(SCHEME, provider, { isReadonly: true });
}
