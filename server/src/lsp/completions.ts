import { type MessageConnection, ResponseError } from 'vscode-jsonrpc';
import type {
  CompletionItem,
  CompletionParams,
  CompletionList as LspCompletionList,
  MarkupContent,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type Completion,
  type CompletionList,
  type CompletionTrigger,
  describeCompletion,
  expandSnippet,
  findCompletions,
  type Project,
} from '../engine/index.ts';
import type { Documents } from './documents.ts';
import { toOffset, toSourceText } from './from-lsp.ts';
import { type GuardContext, guard } from './guard.ts';
import type { LiveSettings } from './live-settings.ts';
import { completion, errorCodes, resolveCompletion } from './messages.ts';
import type { ClientFeatures } from './protocol.ts';
import { findReasonForSilence } from './readings.ts';
import { toPlainText } from './to-hover.ts';
import { toRange, toTextEdits } from './to-lsp.ts';

/**
 * Characters behind which editors open no list by themselves: what comes before an argument, and the digits with which
 * a status begins. Behind any of them the list stays closed unless a status is being written.
 */
export const TRIGGER_CHARACTERS: readonly string[] = ['(', '1', '2', '3', '4', '5'];

/** The LSP's numbers for the kinds of entries. */
const KINDS = { status: 20, answer: 15 } as const;
/** The LSP's number for a list that a typed character asked for. */
const BY_CHARACTER = 2;
const SNIPPET = 2;

/** What completing needs. */
export interface CompletionContext {
  readonly connection: MessageConnection;
  readonly documents: Documents;
  readonly project: Project;
  readonly settings: LiveSettings;
  readonly client: ClientFeatures;
  readonly guarding: GuardContext;
}

type Request = CompletionParams & { readonly document: TextDocument | undefined };

/** Answers requests for completions from now on. */
export function answerCompletions(context: CompletionContext): void {
  const { connection, documents, project, settings, client, guarding } = context;
  // Whoever types on while the list is made still wants it: the client knows how to go on from the older text.
  const answer = guard(
    { ...guarding, findVersion: () => undefined },
    {
      name: 'Completion',
      fallback: null,
      stale: () => new ResponseError<void>(errorCodes.contentModified, ''),
      answer: async ({
        document,
        position,
        context: how,
        textDocument,
      }: Request): Promise<LspCompletionList | null> => {
        const present = await settings.get(textDocument.uri);
        if (document === undefined || !present.enabled) return null;
        if (findReasonForSilence(document.getText()) !== undefined) return null;
        const trigger: CompletionTrigger = how?.triggerKind === BY_CHARACTER ? 'typed' : 'asked';
        const list = findCompletions(
          toSourceText(document),
          project,
          toOffset(document, position),
          trigger,
          present.engine.policy,
        );
        return list === undefined ? null : toLspList(document, list, client);
      },
    },
  );
  connection.onRequest(completion, (params, token) => {
    const open = documents.find(params.textDocument.uri);
    const document = open && TextDocument.create(open.uri, open.languageId, open.version, open.getText());
    return answer({ ...params, document }, token);
  });
  connection.onRequest(resolveCompletion, (item) => {
    const code: unknown = item.data;
    if (typeof code !== 'number') return item;
    return { ...item, documentation: toDocumentation(describeCompletion(code), client) };
  });
}

function toLspList(document: TextDocument, list: CompletionList, client: ClientFeatures): LspCompletionList {
  const range = toRange(document, list.replaced);
  const items = list.items.map((item): CompletionItem => {
    const entry: CompletionItem = {
      label: item.label,
      kind: KINDS[item.kind],
      filterText: item.filter,
      sortText: String(item.order).padStart(3, '0'),
      textEdit: { range, newText: client.takesSnippets ? item.text : expandSnippet(item.text) },
      ...describe(item, client),
    };
    if (item.kind === 'answer' && client.takesSnippets) entry.insertTextFormat = SNIPPET;
    if (item.documentation === undefined) entry.data = item.code;
    else entry.documentation = toDocumentation(item.documentation, client);
    if (item.edits.length > 0) entry.additionalTextEdits = toTextEdits(document, item.edits);
    if (item.preferred) entry.preselect = true;
    if (list.commitCharacters.length > 0) entry.commitCharacters = [...list.commitCharacters];
    return entry;
  });
  return { isIncomplete: false, items };
}

function toDocumentation(markdown: string, client: ClientFeatures): MarkupContent {
  return client.showsMarkdownInLists
    ? { kind: 'markdown', value: markdown }
    : { kind: 'plaintext', value: toPlainText(markdown) };
}

function describe({ detail }: Completion, client: ClientFeatures): Partial<CompletionItem> {
  return client.showsLabelDetails ? { labelDetails: { description: detail } } : { detail };
}
