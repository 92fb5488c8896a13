import type { MessageConnection } from 'vscode-jsonrpc';
import { describeError } from './guard.ts';
import type { Log } from './log.ts';
import { defaultLspSettings, findSection, type LspSettings, readLspSettings } from './lsp-settings.ts';
import { configuration, didChangeConfiguration, messageTypes, registerCapability, showMessage } from './messages.ts';
import { type ClientFeatures, SECTION, SETTINGS_PATIENCE_MS } from './protocol.ts';
import type { Runtime } from './runtime.ts';
import type { Session } from './session.ts';

/** The settings as they are now. Unchanged ones stay the same object, so that identity tells whether they changed. */
export interface LiveSettings {
  /** The present settings for a document. At the start it waits for the client to tell them, though not for ever. */
  get(uri: string): Promise<LspSettings>;
}

interface State {
  /** The workspace's folders by their URIs, each with its settings; the empty URI stands for everything else. */
  settings: ReadonlyMap<string, LspSettings>;
  /** Counts the questions to the client: only the answer to the last one counts. */
  questions: number;
  /** True once somebody may have used the settings. */
  started: boolean;
  shownProblems: ReadonlySet<string>;
}

/** What following the settings needs. */
export interface SettingsContext {
  readonly connection: MessageConnection;
  readonly log: Log;
  readonly runtime: Runtime;
  readonly client: ClientFeatures;
  readonly session: Session;
}

/**
 * Follows the client's settings from now on: asks for them where the client can be asked, else takes what it sends.
 * @param onChange called after each change of settings that may have been used already.
 */
export function followSettings(context: SettingsContext, onChange: () => void): LiveSettings {
  const { connection, log, runtime, client, session } = context;
  const state: State = {
    settings: new Map(),
    questions: 0,
    started: false,
    shownProblems: new Set(),
  };

  function accept(folders: readonly string[], raw: readonly unknown[]): void {
    const read = folders.map((folder, index) => ({ folder, ...readLspSettings(raw[index]) }));
    const problems = read.flatMap((one) => one.problems.map(({ setting, message }) => `${setting}: ${message}.`));
    showProblems(connection, new Set(problems.filter((problem) => !state.shownProblems.has(problem))));
    state.shownProblems = new Set(problems);
    const before = state.settings;
    state.settings = new Map(read.map(({ folder, settings }) => [folder, keepIfEqual(before.get(folder), settings)]));
    const isSame =
      before.size === state.settings.size &&
      read.every(({ folder }) => before.get(folder) === state.settings.get(folder));
    if (state.started && !isSame) onChange();
  }

  async function ask(): Promise<void> {
    state.questions += 1;
    const question = state.questions;
    const folders = ['', ...session.folders()];
    const items = folders.map((folder) => ({ section: SECTION, ...(folder && { scopeUri: folder }) }));
    try {
      const raw = await connection.sendRequest(configuration, { items });
      if (question === state.questions) accept(folders, raw);
    } catch (error) {
      log.warn(`The client did not tell its settings: ${describeError(error)}`);
    }
  }

  connection.onNotification(didChangeConfiguration, async (params) => {
    if (client.answersSettings) await ask();
    else accept([''], [findSection(params.settings)]);
  });
  session.onDidChangeFolders(() => {
    if (client.answersSettings) void ask();
  });

  const start = new Promise<void>((resolve) => {
    if (!client.answersSettings) {
      accept([''], [client.initialSettings]);
      return resolve();
    }
    const patience = runtime.schedule(() => {
      log.warn('The client has not told its settings yet: the defaults are used until it does.');
      resolve();
    }, SETTINGS_PATIENCE_MS);
    session.onInitialized(async () => {
      if (client.registersSettings) void registerForChanges(context);
      await ask();
      patience.dispose();
      resolve();
    });
  });

  return {
    async get(uri) {
      await start;
      state.started = true;
      const folders = session
        .folders()
        .filter((folder) => uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`));
      const nearest = folders.sort((a, b) => b.length - a.length)[0] ?? '';
      return state.settings.get(nearest) ?? state.settings.get('') ?? defaultLspSettings;
    },
  };
}

async function registerForChanges({ connection, log }: SettingsContext): Promise<void> {
  const { method } = didChangeConfiguration;
  try {
    await connection.sendRequest(registerCapability, {
      registrations: [{ id: method, method, registerOptions: { section: SECTION } }],
    });
  } catch (error) {
    log.warn(`The client will not tell changes of the settings: ${describeError(error)}`);
  }
}

function keepIfEqual(before: LspSettings | undefined, after: LspSettings): LspSettings {
  return before !== undefined && JSON.stringify(before) === JSON.stringify(after) ? before : after;
}

/** Tells a person of what is wrong in the settings, in one message. */
function showProblems(connection: MessageConnection, problems: ReadonlySet<string>): void {
  if (problems.size === 0) return;
  const message = `Please check your settings. ${[...problems].join(' ')}`;
  // A notification, not a request: nobody waits for the user to press a button.
  void connection.sendNotification(showMessage, { type: messageTypes.warning, message });
}
