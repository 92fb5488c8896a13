import type { ProjectHabit } from '../scenarios/envelope.ts';
import { type AnswerTally, findHabit, type Habit } from '../scenarios/habit.ts';
import type { WorkspaceIndex } from './workspace-index.ts';

/** The habits that an index shows, by the folder of the package whose files have them. */
export interface Habits {
  readonly find: (index: WorkspaceIndex, path: string) => ProjectHabit;
}

/** Remembers the habits of the packages of a workspace for as long as nothing changes. */
export function createHabits(findPackage: (path: string) => string): Habits {
  let known: { index: WorkspaceIndex; version: number; habits: ReadonlyMap<string, Habit | undefined> } | undefined;
  return {
    find: (index, path) => {
      if (known?.index !== index || known.version !== index.version)
        known = { index, version: index.version, habits: readHabits(index.listAnswers(), findPackage) };
      return known.habits.get(findPackage(path)) ?? 'none';
    },
  };
}

function readHabits(
  answers: ReturnType<WorkspaceIndex['listAnswers']>,
  findPackage: (path: string) => string,
): ReadonlyMap<string, Habit | undefined> {
  const packages = new Map<string, (readonly [string, AnswerTally])[]>();
  for (const one of answers) {
    const folder = findPackage(one[0]);
    const list = packages.get(folder);
    if (list) list.push(one);
    else packages.set(folder, [one]);
  }
  return new Map([...packages].map(([folder, files]) => [folder, findHabit(files)]));
}
