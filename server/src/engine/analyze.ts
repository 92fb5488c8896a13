import { describeError } from './describe-error.ts';
import type { Analysis, EngineProblem, Finding, Response, SourceText } from './model.ts';
import { mayCompare } from './positions/client-comparisons.ts';
import { mayBeOutdated } from './positions/outdated-names.ts';
import { noHost } from './project/host.ts';
import { createProject, type Project } from './project/project.ts';
import { readChanged, readFile } from './read-file.ts';
import { rules } from './registry.generated.ts';
import { mayAnswer } from './responses/may-answer.ts';
import { isMinified, isSilentFile } from './responses/silent-file.ts';
import { createLaterFixes } from './reuse/later-fixes.ts';
import type { Memory } from './reuse/memory.ts';
import { findReuse } from './reuse/reuse.ts';
import { defaultSettings, type Settings } from './settings.ts';
import { applySuppressions, maySuppress } from './suppressions/apply.ts';
import type { RulesInForce } from './suppressions/unused.ts';

/**
 * Reads one file: its handlers, what they answer, and what is wrong with it. Never throws.
 * @param memory what the version of the same document that was analysed last has left; it is written anew. The result is
 *   the same as without one.
 */
export function analyze(
  source: SourceText,
  settings: Settings = defaultSettings,
  project: Project = createProject(noHost),
  memory?: Memory,
): Analysis {
  const nothing = { handlers: [], responses: [], silentEnds: [], unguarded: [], findings: [], suppressions: [] };
  const empty: Analysis = { source, ...nothing, problems: [] };
  if (!isWorthParsing(source)) return empty;
  try {
    const habit = project.findHabit(source.path);
    const { result, files } = project.record(() => {
      const file = project.openNext(source);
      const reuse = memory?.last && findReuse(memory, file, settings, project);
      const readAll = (): readonly Finding[] => readFile(project.open(source), settings, habit, false).findings;
      const read = reuse && readChanged(file, settings, habit, reuse, createLaterFixes(readAll));
      if (read) return { file, read };
      // What was begun has filled the file's caches.
      const whole = reuse ? project.openAgain(file) : file;
      return { file: whole, read: readFile(whole, settings, habit, memory !== undefined) };
    });
    const { file, read } = result;
    project.keep(file, files);
    if (memory) memory.last = read.left && { ...read.left, project, knowledge: project.knowledge, files };
    const { flows, problems } = read;
    const findings = [...read.findings].sort((a, b) => a.span.start - b.span.start);
    const suppressed = applySuppressions(file, findings, rulesInForce(source, settings, problems, project));
    const responses = withoutRepeats(flows.flatMap((flow) => flow.responses));
    const handlers = flows.map(({ handler }) => handler);
    const silentEnds = flows.flatMap(({ silentPaths }) =>
      silentPaths.map(({ span, answered }) => ({ span, answered })),
    );
    const unguarded = flows.flatMap((flow) => flow.unguarded);
    return { source, handlers, responses, silentEnds, unguarded, ...suppressed, problems };
  } catch (error) {
    return { ...empty, problems: [{ where: 'analysis', error: describeError(error) }] };
  }
}

/** True if a file may hold something to tell of; the others are not even parsed. */
export function isWorthParsing(source: SourceText): boolean {
  const { text } = source;
  return !isMinified(text) && (mayAnswer(source) || mayCompare(text) || mayBeOutdated(text) || maySuppress(text));
}

/** Which rules have looked at a file. After a problem, and while more findings may come, none has seen all of it. */
function rulesInForce(
  { path }: SourceText,
  settings: Settings,
  problems: readonly EngineProblem[],
  { awaitsOthers, placeOf }: Project,
): RulesInForce {
  const silent = isSilentFile(placeOf(path)) || problems.length > 0 || awaitsOthers;
  const active = silent ? [] : rules.filter(({ id, severity }) => (settings.rules[id] ?? severity) !== 'off');
  return { known: new Set(rules.map(({ id }) => id)), active: new Set(active.map(({ id }) => id)) };
}

/** A handler inside another one is walked twice; its answers count once. */
function withoutRepeats(responses: readonly Response[]): readonly Response[] {
  const bySpan = new Map(responses.map((response) => [`${response.span.start}:${response.span.end}`, response]));
  return [...bySpan.values()].sort((a, b) => a.span.start - b.span.start);
}
