import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Analysis, analyze, createMemory, type Memory, type Project, type ReadFiles } from '../engine/index.ts';
import { toSourceText } from './from-lsp.ts';
import type { Log } from './log.ts';
import type { LspSettings } from './lsp-settings.ts';
import { LONGEST_TEXT } from './protocol.ts';
import type { Runtime } from './runtime.ts';

/** What one version of a document gave under one set of settings. */
export interface Reading {
  /** Differs from the id of every other reading, also of those of an earlier server. */
  readonly id: string;
  /** Undefined where Status Lens stays silent: it is switched off, or the text is too long or binary. */
  readonly analysis: Analysis | undefined;
}

/** Reads a document's present text, or recalls what that gave before. Never throws. */
export type ReadDocument = (document: TextDocument, settings: LspSettings) => Reading;

interface CachedReading extends Reading {
  readonly version: number;
  readonly settings: LspSettings;
  readonly silence: string | undefined;
  /** The other files that it rests on. */
  readonly files: ReadFiles;
}

/** An analysis that takes longer than this is named in the log. */
const SLOW_MS = 500;

/** Makes a reader that remembers the last reading of each document for as long as the document is open. */
export function createReader(log: Log, runtime: Runtime, project: Project): ReadDocument {
  const readings = new WeakMap<TextDocument, CachedReading>();
  const memories = new WeakMap<TextDocument, Memory>();
  const session = `${Math.round(runtime.now())}.${Math.random()}`;
  const count = { readings: 0 };

  function analyzeText(document: TextDocument, settings: LspSettings): Analysis {
    const start = runtime.now();
    const memory = memories.get(document) ?? createMemory();
    memories.set(document, memory);
    const analysis = analyze(toSourceText(document), settings.engine, project, memory);
    const took = runtime.now() - start;
    if (took > SLOW_MS) log.warn(`${document.uri} took ${Math.round(took)} ms`);
    for (const { where, error } of analysis.problems) log.error(`${where} failed in ${document.uri}: ${error}`);
    return analysis;
  }

  return (document, settings) => {
    const cached = readings.get(document);
    const same = cached?.version === document.version && cached.settings === settings;
    if (same && project.isCurrent(cached.files)) return cached;
    const silence = settings.enabled ? findReasonForSilence(document.getText()) : undefined;
    // The reason is told once, not at each keystroke.
    if (silence !== undefined && silence !== cached?.silence) log.info(`${document.uri} is not analysed: ${silence}`);
    const silent = silence !== undefined || !settings.enabled;
    count.readings += 1;
    const { result, files } = project.record(() => (silent ? undefined : analyzeText(document, settings)));
    const reading: CachedReading = {
      id: `${session}.${count.readings}`,
      analysis: result,
      files,
      version: document.version,
      settings,
      silence,
    };
    readings.set(document, reading);
    return reading;
  };
}

/** Why a text is not looked at, if it is not. */
export function findReasonForSilence(text: string): string | undefined {
  if (text.length > LONGEST_TEXT) return `it is longer than ${LONGEST_TEXT} characters`;
  return text.includes('\0') ? 'it holds a NUL character, so it is no source text' : undefined;
}
