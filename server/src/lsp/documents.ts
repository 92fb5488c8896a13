import { type RemoteConsole, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Analysis, analyze } from '../engine/index.ts';
import { toSourceText } from './from-lsp.ts';
import type { LspSettings } from './live-settings.ts';
import { LONGEST_TEXT } from './protocol.ts';
import type { Runtime } from './runtime.ts';

/** What one version of a document gave under one set of settings. */
export interface Reading {
  /** Differs from the id of every other reading, also of those of an earlier server. */
  readonly id: string;
  /** Undefined where Status Lens stays silent: it is switched off, or the text is too long or binary. */
  readonly analysis: Analysis | undefined;
}

/** The open documents and what is known of them. */
export interface Documents {
  readonly open: TextDocuments<TextDocument>;
  /** Reads the document's present text, or recalls what that gave before. Never throws. */
  read(document: TextDocument, settings: LspSettings): Reading;
}

interface CachedReading extends Reading {
  readonly version: number;
  readonly settings: LspSettings;
}

/** An analysis that takes longer than this is named in the log. */
const SLOW_MS = 500;

/** Makes an empty set of documents; the caller connects `open` to a connection. */
export function createDocuments(log: RemoteConsole, runtime: Runtime): Documents {
  const open = new TextDocuments(TextDocument);
  const readings = new WeakMap<TextDocument, CachedReading>();
  const silenced = new Set<string>();
  const session = `${Math.round(runtime.now())}.${Math.random()}`;
  const count = { readings: 0 };

  open.onDidClose(({ document }) => silenced.delete(document.uri));

  function analyzeText(document: TextDocument, settings: LspSettings): Analysis | undefined {
    if (!settings.enabled) return undefined;
    const reason = findReasonForSilence(document.getText());
    if (reason !== undefined) {
      if (!silenced.has(document.uri)) log.info(`${document.uri} is not analysed: ${reason}`);
      silenced.add(document.uri);
      return undefined;
    }
    silenced.delete(document.uri);
    const start = runtime.now();
    const analysis = analyze(toSourceText(document), settings.engine);
    const took = runtime.now() - start;
    if (took > SLOW_MS) log.warn(`${document.uri} took ${Math.round(took)} ms`);
    for (const { where, error } of analysis.problems) log.error(`${where} failed in ${document.uri}: ${error}`);
    return analysis;
  }

  return {
    open,
    read(document, settings) {
      const cached = readings.get(document);
      if (cached?.version === document.version && cached.settings === settings) return cached;
      count.readings += 1;
      const reading: CachedReading = {
        id: `${session}.${count.readings}`,
        analysis: analyzeText(document, settings),
        version: document.version,
        settings,
      };
      readings.set(document, reading);
      return reading;
    },
  };
}

function findReasonForSilence(text: string): string | undefined {
  if (text.length > LONGEST_TEXT) return `its ${text.length} characters are more than ${LONGEST_TEXT}`;
  return text.includes('\0') ? 'it holds a NUL character, so it is no source text' : undefined;
}
