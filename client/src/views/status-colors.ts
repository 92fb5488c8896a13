import {
  Disposable,
  type DocumentSelector,
  languages,
  type TextEditor,
  type TextEditorDecorationType,
  ThemeColor,
  window,
  workspace,
} from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import { type StatusPlaceRange, statusPlacesRequest } from '../../../server/src/lsp/protocol.ts';

type ColouredClass = StatusPlaceRange['class'];

const CLASSES: readonly ColouredClass[] = ['informational', 'success', 'redirection', 'clientError', 'serverError'];
const SETTING = 'statusLens.colors.enabled';

/** How long typing must pause before the colours are asked for anew; until then they move with the text. */
const DELAY_MS = 150;

/**
 * Colours the statuses in the visible editors by their class. These are decorations and no semantic tokens, since a
 * second provider of those would displace TypeScript's, and no rules for the tokens of themes, since those would
 * overwrite a user's own. The colours are contributed ones: themes and users can change them.
 */
export function colorStatuses(client: BaseLanguageClient, selector: DocumentSelector): Disposable {
  const kinds = CLASSES.map((name): [ColouredClass, TextEditorDecorationType] => [name, createKind(name)]);

  const color = async (editor: TextEditor): Promise<void> => {
    const { document } = editor;
    if (client.state !== State.Running || languages.match(selector, document) === 0) return;
    const { version } = document;
    const isWanted = workspace.getConfiguration(undefined, document).get(SETTING, true);
    const textDocument = client.code2ProtocolConverter.asTextDocumentIdentifier(document);
    const places = isWanted ? await client.sendRequest<StatusPlaceRange[]>(statusPlacesRequest, { textDocument }) : [];
    if (document.version !== version) return;
    for (const [name, kind] of kinds) {
      const ranges = places.filter((place) => place.class === name).map(({ range }) => range);
      editor.setDecorations(
        kind,
        ranges.map((range) => client.protocol2CodeConverter.asRange(range)),
      );
    }
  };
  // A request that fails, because the text changed meanwhile or the server ended, is followed by another one.
  const colorAll = (): void => {
    for (const editor of window.visibleTextEditors) color(editor).catch(() => undefined);
  };
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const colorLater = (): void => {
    clearTimeout(waiting);
    waiting = setTimeout(colorAll, DELAY_MS);
  };

  colorAll();
  return Disposable.from(
    ...kinds.map(([, kind]) => kind),
    client.onDidChangeState(colorAll),
    window.onDidChangeVisibleTextEditors(colorAll),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (languages.match(selector, document) > 0) colorLater();
    }),
    // Diagnostics tell that the server has read anew, for example because a helper in another file has changed.
    languages.onDidChangeDiagnostics(colorLater),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('statusLens')) colorLater();
    }),
    new Disposable(() => clearTimeout(waiting)),
  );
}

function createKind(name: ColouredClass): TextEditorDecorationType {
  return window.createTextEditorDecorationType({ color: new ThemeColor(`statusLens.${name}Foreground`) });
}
