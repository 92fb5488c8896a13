import { type Disposable, type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type FoundStatus, lookUpRequest } from '../../../server/src/lsp/protocol.ts';

interface StatusItem extends QuickPickItem {
  readonly found?: FoundStatus;
}

/** Lets a person search for a status code; undefined if they leave without one. */
export function pickStatusCode(client: BaseLanguageClient): Promise<FoundStatus | undefined> {
  const pick = window.createQuickPick<StatusItem>();
  pick.title = 'Look up a status code';
  pick.placeholder = 'A number, a name, a meaning or a situation: 404, notf, too many, taken';
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  const search = async (query: string): Promise<void> => {
    pick.busy = true;
    const found = await client.sendRequest<FoundStatus[]>(lookUpRequest, { query });
    // An answer to what was typed before is of no use any more.
    if (query !== pick.value) return;
    pick.items = query.trim() === '' ? withClasses(found) : found.map(toItem);
    pick.busy = false;
  };
  return new Promise((resolve, reject) => {
    const parts: Disposable[] = [
      pick,
      pick.onDidChangeValue((query) => void search(query).catch(reject)),
      pick.onDidAccept(() => {
        resolve(pick.activeItems[0]?.found);
        pick.hide();
      }),
      pick.onDidHide(() => {
        resolve(undefined);
        for (const part of parts) part.dispose();
      }),
    ];
    pick.show();
    search('').catch(reject);
  });
}

function toItem(found: FoundStatus): StatusItem {
  return toItemUnder(found, found.kind);
}

/** @param kind left out where the list has it as a heading */
function toItemUnder(found: FoundStatus, kind?: string): StatusItem {
  const [scenario] = found.scenarios;
  const description = [kind, scenario].filter((part) => part !== undefined).join(' · ');
  // The server has searched already, and better than the list would: it must not hide anything more.
  return { label: found.title, description, detail: found.meaning, alwaysShow: true, found };
}

/** All codes under the names of their classes. */
function withClasses(all: readonly FoundStatus[]): StatusItem[] {
  return all.flatMap((found, index) => {
    const isFirst = found.kind !== all[index - 1]?.kind;
    const separator = { label: found.kind, kind: QuickPickItemKind.Separator };
    return isFirst ? [separator, toItemUnder(found)] : [toItemUnder(found)];
  });
}
