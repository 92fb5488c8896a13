import { type MessageConnection, ResponseError } from 'vscode-jsonrpc';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type Analysis,
  describeStatusIndex,
  describeStatusPage,
  findStatusPlaces,
  insertStatus,
  lookUpStatusCodes,
  makeExercise,
  type Project,
} from '../engine/index.ts';
import { toSpan } from './from-lsp.ts';
import { type GuardContext, guard } from './guard.ts';
import { errorCodes, exercise, lookUp, insertStatus as statusEdits, statusPage, statusPlaces } from './messages.ts';
import { toRange, toTextEdits } from './to-lsp.ts';

/** What the answers to a client's own views need. */
export interface ViewsContext {
  readonly connection: MessageConnection;
  readonly guarding: GuardContext;
  readonly project: Project;
  readonly findAnalysis: (
    uri: string,
  ) => Promise<{ readonly document: TextDocument; readonly analysis: Analysis } | undefined>;
}

/** Answers what the client's own views ask: pages, the look-up, the exercise, colours. */
export function answerViews({ connection, guarding, project, findAnalysis }: ViewsContext): void {
  const stale = () => new ResponseError<void>(errorCodes.contentModified, 'The document changed meanwhile');

  connection.onRequest(statusPage, ({ path }) => findPage(path) ?? null);
  connection.onRequest(lookUp, ({ query }) => [...lookUpStatusCodes(query)]);
  connection.onRequest(exercise, ({ seed }) => [...makeExercise(seed)]);
  connection.onRequest(
    statusPlaces,
    guard(guarding, {
      name: 'Places of statuses',
      fallback: [],
      stale,
      answer: async ({ textDocument }) => {
        const found = await findAnalysis(textDocument.uri);
        if (found === undefined) return [];
        const { document, analysis } = found;
        return findStatusPlaces(analysis, project).map((place) => ({
          range: toRange(document, place.span),
          class: place.class,
        }));
      },
    }),
  );
  connection.onRequest(
    statusEdits,
    guard(guarding, {
      name: 'Inserting a status',
      fallback: [],
      stale,
      answer: async ({ textDocument, range, code }) => {
        const found = await findAnalysis(textDocument.uri);
        if (found === undefined) return [];
        const { document, analysis } = found;
        return toTextEdits(document, insertStatus(analysis, toSpan(document, range), code, project));
      },
    }),
  );
}

/** The page of docs/ that the engine writes under this path. */
function findPage(path: string): string | undefined {
  if (path === 'status-codes.md') return describeStatusIndex();
  const code = /^status-codes\/(\d{3})\.md$/.exec(path)?.[1];
  return code === undefined ? undefined : describeStatusPage(Number(code));
}
