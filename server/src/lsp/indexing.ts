import type { MessageConnection } from 'vscode-jsonrpc';
import { type Project, say, type WorkspaceIndex } from '../engine/index.ts';
import type { Documents } from './documents.ts';
import { toFilePath } from './from-lsp.ts';
import { describeError } from './guard.ts';
import type { Log } from './log.ts';
import { didChangeWatchedFiles, fileChangeTypes, registerCapability } from './messages.ts';
import { followTyping, PAUSE_MS, SLICE_MS } from './pace.ts';
import type { ClientFeatures } from './protocol.ts';
import type { Runtime } from './runtime.ts';
import type { Session } from './session.ts';

/** What reading the workspace needs. */
export interface IndexingContext {
  readonly connection: MessageConnection;
  readonly log: Log;
  readonly runtime: Runtime;
  readonly client: ClientFeatures;
  readonly documents: Documents;
  readonly project: Project;
  readonly session: Session;
}

/** The first file's own diagnostics come before the workspace. */
const START_MS = 100;
const STEPS = 20;
/** Where a session leaves for the next what it learned. */
const FILE = 'workspace-index.json';

/**
 * Reads the workspace in the background, in slices short enough for nobody to notice, and goes on with what changes.
 * @param onKnown called each time when more is known than before: what was analysed may be analysed again
 */
export function indexWorkspace(context: IndexingContext, onKnown: () => void): void {
  const { connection, log, runtime, client, documents, project, session } = context;
  const pace = followTyping(documents, runtime);
  const storage = client.storage === undefined ? undefined : runtime.openStorage?.(client.storage);
  const state: { index: WorkspaceIndex | undefined; running: boolean; saved: boolean } = {
    index: undefined,
    running: false,
    saved: false,
  };

  function begin(): void {
    const paths = session
      .folders()
      .map(toFilePath)
      .filter((path) => path !== undefined);
    state.index =
      paths.length > 0 ? project.index(paths, { saved: storage?.read(FILE), edition: runtime.edition }) : undefined;
    state.saved = false;
    goOn(START_MS);
  }

  function goOn(milliseconds: number): void {
    if (state.running || !state.index) return;
    state.running = true;
    pace.schedule(readSlice, milliseconds);
  }

  function readSlice(): void {
    state.running = false;
    const { index } = state;
    if (!index) return;
    try {
      const complete = readOn(index);
      for (const failure of index.takeFailures()) log.error(say('index.failed', { ...failure }));
      if (complete) finish(index);
      else goOn(PAUSE_MS);
    } catch (error) {
      state.index = undefined;
      project.giveUpIndex();
      log.error(`Reading the workspace failed: ${describeError(error)}`);
      onKnown();
    }
  }

  /** Reads for the time of one slice; true if there is nothing left to read. */
  function readOn(index: WorkspaceIndex): boolean {
    const start = runtime.now();
    do if (index.advance(STEPS)) return true;
    while (runtime.now() - start < SLICE_MS);
    return false;
  }

  function finish(index: WorkspaceIndex): void {
    if (!state.saved) {
      const problem = storage?.write(FILE, index.save());
      if (problem !== undefined) log.info(`What was learned of the workspace is not kept: ${problem}`);
    }
    state.saved = true;
    if (!index.takeNews()) return;
    project.refresh();
    onKnown();
  }

  async function registerWatchers(): Promise<void> {
    try {
      await connection.sendRequest(registerCapability, { registrations: [WATCHERS] });
    } catch (error) {
      log.warn(`The client will not tell which files change: ${describeError(error)}`);
    }
  }

  session.onInitialized(() => {
    if (client.registersWatchers) void registerWatchers();
    begin();
  });
  session.onDidChangeFolders(begin);
  connection.onNotification(didChangeWatchedFiles, ({ changes }) => {
    const concerning = changes.filter(({ uri, type }) => {
      const path = toFilePath(uri);
      const indexed = path !== undefined && state.index?.change(path, type === fileChangeTypes.deleted);
      return indexed || CONFIGURES_OR_IS_SOURCE.test(uri);
    });
    if (concerning.length === 0) return;
    project.refresh();
    goOn(PAUSE_MS);
  });
}

/** Files on which it depends where imports lead. */
const CONFIGURES_OR_IS_SOURCE = /\.(?:[cm]?[jt]sx?|json|ya?ml)$/i;

const { method } = didChangeWatchedFiles;
const WATCHERS = {
  id: method,
  method,
  registerOptions: {
    watchers: [
      // 2 is the LSP's number for files that are written, 5 for those that come or go.
      { globPattern: '**/*.{js,jsx,mjs,cjs,ts,tsx,mts,cts}', kind: 2 },
      { globPattern: '**/{package,tsconfig,jsconfig}*.json', kind: 2 },
      // Of a folder that comes or goes an editor tells without what it holds.
      { globPattern: '**/*', kind: 5 },
    ],
  },
};
