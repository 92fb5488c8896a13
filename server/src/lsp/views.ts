import type { MessageConnection } from 'vscode-jsonrpc';
import { describeStatusIndex, describeStatusPage, lookUpStatusCodes } from '../engine/index.ts';
import { lookUp, statusPage } from './messages.ts';

/** Answers what the client's own views ask: pages and the look-up. Nothing of it depends on a document. */
export function answerViews(connection: MessageConnection): void {
  connection.onRequest(statusPage, ({ path }) => findPage(path) ?? null);
  connection.onRequest(lookUp, ({ query }) => [...lookUpStatusCodes(query)]);
}

/** The page of docs/ that the engine writes under this path. */
function findPage(path: string): string | undefined {
  if (path === 'status-codes.md') return describeStatusIndex();
  const code = /^status-codes\/(\d{3})\.md$/.exec(path)?.[1];
  return code === undefined ? undefined : describeStatusPage(Number(code));
}
