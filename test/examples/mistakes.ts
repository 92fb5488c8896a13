import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A statement of an example that is wrong on purpose, as the comment above it says. */
export interface Mistake {
  /** From the repository's root, with forward slashes. */
  readonly path: string;
  /** One-based lines of the statement below the comment. */
  readonly firstLine: number;
  readonly lastLine: number;
  /** The rules that the comment names. */
  readonly rules: readonly string[];
}

/** Reads every `// Mistake: … (rule: …)` of the files below `folder`, a path from the repository's root. */
export function readMistakes(folder: string): readonly Mistake[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.[jt]s$/.test(name));
  return names.sort().flatMap((name) => {
    const path = join(folder, name);
    return readMistakesOf(path.replaceAll('\\', '/'), readFileSync(path, 'utf8'));
  });
}

function readMistakesOf(path: string, text: string): readonly Mistake[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  return lines.flatMap((line, index): readonly Mistake[] => {
    if (!line.startsWith('// Mistake:')) return [];
    const first = lines.findIndex((candidate, at) => at > index && !candidate.startsWith('//'));
    const last = lines.findIndex((candidate, at) => at >= first && candidate.endsWith(';'));
    const comment = lines.slice(index, first).join(' ');
    const rules = /\(rule: ([a-z, -]+)\)/.exec(comment)?.[1]?.split(', ') ?? [];
    return [{ path, firstLine: first + 1, lastLine: last + 1, rules }];
  });
}
