import type { MessageConnection } from 'vscode-jsonrpc';
import type { SymbolInformation } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Project, ProjectHost, Route } from '../engine/index.ts';
import { toUri } from './definition.ts';
import { describeError } from './guard.ts';
import type { Log } from './log.ts';
import { workspaceSymbol } from './messages.ts';
import type { Session } from './session.ts';
import { toRange } from './to-lsp.ts';

/** The LSP's number for functions among the kinds of symbols. */
const FUNCTION = 12;
/** Nobody reads on. */
const MOST = 300;

/** What finding routes needs. */
export interface RoutesContext {
  readonly connection: MessageConnection;
  readonly log: Log;
  readonly files: ProjectHost;
  readonly project: Project;
  readonly session: Session;
}

/** Answers searches for symbols with the routes of the workspace, beside whatever else the editor knows. */
export function answerRoutes({ connection, log, files, project, session }: RoutesContext): void {
  connection.onRequest(workspaceSymbol, ({ query }) => {
    const [folder] = session.folders();
    if (folder === undefined) return [];
    try {
      const found = project.listRoutes().filter((route) => isFoundBy(nameOf(route), query));
      return found.slice(0, MOST).flatMap((route) => toSymbol(route, files, folder) ?? []);
    } catch (error) {
      log.error(`Listing the routes failed: ${describeError(error)}`);
      return [];
    }
  });
}

function nameOf({ method, route }: Route): string {
  return method === undefined ? route : `${method} ${route}`;
}

/** True if the letters of the query follow each other in the name, as editors search. */
function isFoundBy(name: string, query: string): boolean {
  const text = name.toLowerCase();
  let at = -1;
  return [...query.toLowerCase().replace(/\s/g, '')].every((letter) => {
    at = text.indexOf(letter, at + 1);
    return at >= 0;
  });
}

function toSymbol(route: Route, files: ProjectHost, folder: string): SymbolInformation | undefined {
  const text = files.readFile(route.path);
  if (text === undefined) return undefined;
  const uri = toUri(route.path, folder);
  const range = toRange(TextDocument.create(uri, '', 0, text), route.span);
  return { name: nameOf(route), kind: FUNCTION, location: { uri, range } };
}
