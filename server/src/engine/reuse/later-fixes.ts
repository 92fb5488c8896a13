import type { Finding, Fix } from '../model.ts';
import type { RememberedHandler } from './memory.ts';

/** Gives the findings of handlers that were taken over the fixes that they have in the text of now. */
export type LaterFixes = (handlers: readonly RememberedHandler[]) => readonly Finding[];

/**
 * Fixes follow the custom of the whole file: its imports, its constants, the way in which its other handlers leave. So
 * those of findings that were taken over are spelled when somebody asks for one, from a reading of everything.
 * @param readAll reads all findings of the file, with what nothing was taken over for
 */
export function createLaterFixes(readAll: () => readonly Finding[]): LaterFixes {
  let known: ReadonlyMap<string, readonly Fix[]> | undefined;
  const counts = new Map<string, number>();
  const getFixes = (key: string): readonly Fix[] => {
    known ??= new Map(nameAll(readAll()));
    return known.get(key) ?? [];
  };
  const withFixes = (finding: Finding, hasFixes: boolean): Finding => {
    const name = nameOf(finding, counts);
    if (!hasFixes) return finding;
    return {
      ...finding,
      get fixes() {
        return getFixes(name);
      },
    };
  };
  return (handlers) =>
    handlers.flatMap(({ findings, hasFixes }) =>
      findings.map((finding, index) => withFixes(finding, hasFixes[index] ?? false)),
    );
}

function nameAll(findings: readonly Finding[]): readonly (readonly [string, readonly Fix[]])[] {
  const counts = new Map<string, number>();
  return findings.map((finding) => [nameOf(finding, counts), finding.fixes]);
}

/** What tells a finding from all others of its file. */
function nameOf({ rule, span, message }: Finding, counts: Map<string, number>): string {
  const name = JSON.stringify([rule, span.start, span.end, message]);
  const count = counts.get(name) ?? 0;
  counts.set(name, count + 1);
  return `${count} ${name}`;
}
