import type { CodeActionParams, CodeAction as LspCodeAction } from 'vscode-languageserver-protocol';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Analysis, type CodeAction, getCodeActions, getSafeEdits, type Settings, say } from '../engine/index.ts';
import { toSpan } from './from-lsp.ts';
import { type ClientFeatures, EXPLAIN_RULE, FIX_ALL, QUICK_FIX } from './protocol.ts';
import { toDiagnostic, toWorkspaceEdit } from './to-lsp.ts';

/** A document with what was read in it. */
export interface ReadCode {
  readonly document: TextDocument;
  readonly analysis: Analysis;
  /** What the team has decided. */
  readonly policy: Settings['policy'];
}

/** The actions of the kinds that the client asks for. Without a wish it gets what belongs to the place alone. */
export function answerCodeActions(
  { document, analysis }: ReadCode,
  { range, context: { only } }: CodeActionParams,
  client: ClientFeatures,
): LspCodeAction[] {
  const actions: LspCodeAction[] = [];
  if (only === undefined || only.some((kind) => includes(kind, QUICK_FIX))) {
    for (const action of getCodeActions(analysis, toSpan(document, range)))
      if (action.kind !== 'explain' || client.runsCommands) actions.push(toCodeAction(document, action, client));
  }
  if (only?.some((kind) => includes(kind, FIX_ALL))) {
    const edits = getSafeEdits(analysis);
    if (edits.length > 0)
      actions.push({ title: say('fix.safe'), kind: FIX_ALL, edit: toWorkspaceEdit(document, edits, client) });
  }
  return actions;
}

/** Kinds are a tree: `source` includes `source.fixAll`, and the empty kind includes all. */
function includes(kind: string, inner: string): boolean {
  return kind === '' || kind === inner || inner.startsWith(`${kind}.`);
}

function toCodeAction(document: TextDocument, action: CodeAction, client: ClientFeatures): LspCodeAction {
  const { title, finding, preferred, edits } = action;
  const diagnostics = [toDiagnostic(document, finding, client)];
  if (action.kind === 'explain')
    return {
      title,
      kind: QUICK_FIX,
      diagnostics,
      command: { title, command: EXPLAIN_RULE, arguments: [finding.rule] },
    };
  const edit = toWorkspaceEdit(document, edits, client);
  return { title, kind: QUICK_FIX, isPreferred: preferred, diagnostics, edit };
}
