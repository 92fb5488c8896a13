import { isObject } from './json-with-comments.ts';

/** What is remembered of a file between sessions. */
export interface FileFact {
  /** Its size and time, as the host tells them. */
  readonly stamp: string;
  readonly hash: number;
  /** True if it may register handlers, so that it is worth parsing. */
  readonly registers: boolean;
}

const FORMAT = 2;

/** What a next session may begin with. */
export function saveFacts(facts: ReadonlyMap<string, FileFact>): string {
  const files = [...facts].map(([path, { stamp, hash, registers }]) => [path, [stamp, hash, registers]]);
  return JSON.stringify({ format: FORMAT, files: Object.fromEntries(files) });
}

/** Reads what an earlier session saved. Garbage is taken for nothing: everything is read again. */
export function loadFacts(saved: string): Map<string, FileFact> {
  const facts = new Map<string, FileFact>();
  try {
    const raw: unknown = JSON.parse(saved);
    if (!isObject(raw) || raw['format'] !== FORMAT || !isObject(raw['files'])) return facts;
    for (const [path, fact] of Object.entries(raw['files'])) {
      if (!Array.isArray(fact)) continue;
      const [stamp, hash, registers]: readonly unknown[] = fact;
      if (typeof stamp === 'string' && typeof hash === 'number' && typeof registers === 'boolean')
        facts.set(path, { stamp, hash, registers });
    }
  } catch {
    // No JSON: nothing is known.
  }
  return facts;
}

/** FNV-1a over UTF-16 code units: it only has to notice that a text changed. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}
