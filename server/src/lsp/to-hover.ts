import type { Hover as LspHover } from 'vscode-languageserver-protocol';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Hover, HoverAction } from '../engine/index.ts';
import {
  APPLY_EDITS,
  type ApplyEditsArguments,
  type ClientFeatures,
  EXPLAIN_RULE,
  RULE_PAGES,
  SHOW_STATUS_CODE,
} from './protocol.ts';
import { toRange, toTextEdits } from './to-lsp.ts';

/** A hover as the client can show it. */
export function toHover(document: TextDocument, hover: Hover, client: ClientFeatures): LspHover {
  const buttons = hover.actions.flatMap((action) => toLink(document, action, client) ?? []).join(' · ');
  const value = [hover.head, buttons, hover.page].filter((part) => part !== '').join('\n\n');
  const contents = client.showsMarkdown
    ? ({ kind: 'markdown', value } as const)
    : ({ kind: 'plaintext', value: toPlainText(value) } as const);
  return { range: toRange(document, hover.span), contents };
}

/** What can be done, as a link. Commands are offered only to a client that says that it runs them. */
function toLink(document: TextDocument, action: HoverAction, client: ClientFeatures): string | undefined {
  if (action.kind === 'rule')
    return client.runsCommands
      ? toCommandLink(action.title, EXPLAIN_RULE, [action.rule])
      : `[${action.title}](${RULE_PAGES}${action.rule}.md)`;
  if (!client.runsCommands) return undefined;
  if (action.kind === 'page') return toCommandLink(action.title, SHOW_STATUS_CODE, [action.code]);
  const edits = toTextEdits(document, action.edits);
  const call: ApplyEditsArguments = [{ uri: document.uri, version: document.version, edits }];
  return toCommandLink(action.title, APPLY_EDITS, call);
}

function toCommandLink(title: string, command: string, args: readonly unknown[]): string {
  // Parentheses are left alone by encodeURIComponent and would end the link.
  const query = encodeURIComponent(JSON.stringify(args)).replace(/[()]/g, (mark) => (mark === '(' ? '%28' : '%29'));
  return `[${title}](command:${command}?${query})`;
}

/** The same words without the marks of Markdown. */
export function toPlainText(markdown: string): string {
  return markdown
    .replace(/^```\w*\n?/gm, '')
    .replace(/\[([^\]]+)\]\(([^)]+)\)/g, '$1 ($2)')
    .replace(/\*\*|`| {2}$/gm, '');
}
