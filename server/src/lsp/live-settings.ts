import type { MessageConnection } from 'vscode-jsonrpc';
import {
  defaultSettings,
  readSettings,
  ruleDescriptions,
  type Settings,
  type SettingsProblem,
} from '../engine/index.ts';
import { describeError } from './guard.ts';
import type { Log } from './log.ts';
import {
  configuration,
  didChangeConfiguration,
  initialized,
  messageTypes,
  registerCapability,
  showMessage,
} from './messages.ts';
import { type ClientFeatures, SECTION, SETTINGS_PATIENCE_MS } from './protocol.ts';
import type { Runtime } from './runtime.ts';

/** The settings of the whole session. A change gives a new object, so that identity tells whether they changed. */
export interface LspSettings {
  readonly enabled: boolean;
  readonly engine: Settings;
}

/** The settings as they are now. */
export interface LiveSettings {
  /** The present settings. At the start it waits for the client to tell them, though not for ever. */
  get(): Promise<LspSettings>;
}

interface State {
  settings: LspSettings;
  /** Counts the questions to the client: only the answer to the last one counts. */
  questions: number;
  /** True once somebody may have used the settings. */
  started: boolean;
  shownProblems: ReadonlySet<string>;
}

/**
 * Follows the client's settings from now on: asks for them where the client can be asked, else takes what it sends.
 * @param onChange called after each change of settings that may have been used already.
 */
export function followSettings(
  connection: MessageConnection,
  log: Log,
  runtime: Runtime,
  client: ClientFeatures,
  onChange: () => void,
): LiveSettings {
  const state: State = {
    settings: { enabled: true, engine: defaultSettings },
    questions: 0,
    started: false,
    shownProblems: new Set(),
  };

  function accept(raw: unknown): void {
    const { settings, problems } = readLspSettings(raw);
    state.shownProblems = showNewProblems(connection, problems, state.shownProblems);
    if (JSON.stringify(settings) === JSON.stringify(state.settings)) return;
    state.settings = settings;
    if (state.started) onChange();
  }

  async function ask(): Promise<void> {
    state.questions += 1;
    const question = state.questions;
    try {
      const raw: unknown = await askForSection(connection);
      if (question === state.questions) accept(raw);
    } catch (error) {
      log.warn(`The client did not tell its settings: ${describeError(error)}`);
    }
  }

  connection.onNotification(didChangeConfiguration, async (params) => {
    if (client.answersSettings) await ask();
    else accept(findSection(params.settings));
  });

  const start = new Promise<void>((resolve) => {
    if (!client.answersSettings) {
      accept(client.initialSettings);
      return resolve();
    }
    const patience = runtime.schedule(() => {
      log.warn('The client has not told its settings yet: the defaults are used until it does.');
      resolve();
    }, SETTINGS_PATIENCE_MS);
    connection.onNotification(initialized, async () => {
      if (client.registersSettings) void registerForChanges(connection, log);
      await ask();
      patience.dispose();
      resolve();
    });
  });

  return {
    async get() {
      await start;
      state.started = true;
      return state.settings;
    },
  };
}

async function askForSection(connection: MessageConnection): Promise<unknown> {
  const [section] = await connection.sendRequest(configuration, { items: [{ section: SECTION }] });
  return section;
}

async function registerForChanges(connection: MessageConnection, log: Log): Promise<void> {
  const { method } = didChangeConfiguration;
  try {
    await connection.sendRequest(registerCapability, {
      registrations: [{ id: method, method, registerOptions: { section: SECTION } }],
    });
  } catch (error) {
    log.warn(`The client will not tell changes of the settings: ${describeError(error)}`);
  }
}

/** Reads `statusLens.enable`, which is no business of the engine, and leaves the rest to it. */
function readLspSettings(raw: unknown): { settings: LspSettings; problems: readonly SettingsProblem[] } {
  const { settings, problems } = readSettings(
    raw,
    ruleDescriptions.map(({ id }) => id),
  );
  const enable = isRecord(raw) ? raw.enable : undefined;
  if (enable === undefined || enable === null || typeof enable === 'boolean') {
    return { settings: { enabled: enable !== false, engine: settings }, problems };
  }
  const problem = { setting: `${SECTION}.enable`, message: 'must be true or false; true is used' };
  return { settings: { enabled: true, engine: settings }, problems: [problem, ...problems] };
}

/** Shows the problems that were not shown before, in one message, and gives all present ones. */
function showNewProblems(
  connection: MessageConnection,
  problems: readonly SettingsProblem[],
  shown: ReadonlySet<string>,
): ReadonlySet<string> {
  const present = problems.map(({ setting, message }) => `${setting}: ${message}.`);
  const fresh = present.filter((problem) => !shown.has(problem));
  if (fresh.length > 0) {
    const message = `Please check your settings. ${fresh.join(' ')}`;
    // A notification, not a request: nobody waits for the user to press a button.
    void connection.sendNotification(showMessage, { type: messageTypes.warning, message });
  }
  return new Set(present);
}

/** The section in what a client sends unasked: some send it alone, others within all settings. */
function findSection(settings: unknown): unknown {
  return isRecord(settings) && SECTION in settings ? settings[SECTION] : settings;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
