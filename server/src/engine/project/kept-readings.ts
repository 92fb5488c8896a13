import { frameworks } from '../registry.generated.ts';
import type { Maker, ResolvedRoutes } from '../routes/model.ts';
import type { ProjectHost } from './host.ts';
import type { FileFact, SavedIndex, SavedReading } from './saved-index.ts';
import { fromPlain, type OpenFile, toPlain } from './saved-values.ts';

/** What one file registers, and the files that were read to tell. */
export interface ReadRoutes {
  readonly routes: ResolvedRoutes;
  readonly restsOn: ReadonlySet<string>;
}

/** What is left of an earlier session's readings. */
export interface KeptReadings {
  /** What a file registers, if nothing that it rests on has changed since: then nothing is parsed for it. */
  readonly find: (path: string) => ReadRoutes | undefined;
  /** True if files are as they were, and imports lead where they did. */
  readonly areSame: (paths: readonly string[]) => boolean;
  /** The files that were asked where imports lead for what was found. */
  readonly listConfiguration: () => Iterable<string>;
}

/** What this session has seen of the files, all of which were looked at. */
export interface SeenFiles {
  readonly facts: ReadonlyMap<string, FileFact>;
  /** What an earlier session knew of files that were not seen to change since. */
  readonly before: ReadonlyMap<string, FileFact>;
  /** The files of the workspace on which it depends where imports lead. */
  readonly configuration: ReadonlySet<string>;
}

/** Believes the readings of an earlier session where each file that they rest on is as it was. */
export function recallReadings(
  saved: SavedIndex,
  { facts, before, configuration }: SeenFiles,
  host: ProjectHost,
  open: OpenFile,
): KeptReadings {
  const others = new Map<string, boolean>();
  const isSame = (path: string): boolean => {
    const fact = facts.get(path);
    if (fact) return before.get(path)?.hash === fact.hash;
    const known = others.get(path) ?? (saved.others.has(path) && saved.others.get(path) === stampOf(path, host));
    others.set(path, known);
    return known;
  };
  let configured: boolean | undefined;
  const isConfiguredTheSame = (): boolean => {
    configured ??=
      [...configuration].every((path) => saved.configuration.has(path)) &&
      [...saved.configuration].every(([path, stamp]) => stampOf(path, host) === stamp);
    return configured;
  };
  const areSame = (paths: readonly string[]): boolean => isConfiguredTheSame() && paths.every(isSame);
  return {
    areSame,
    listConfiguration: () => (configured ? saved.configuration.keys() : []),
    find: (path) => {
      const reading = saved.readings.get(path);
      if (!reading || !areSame(reading.restsOn)) return undefined;
      const { made, ...routes } = (fromPlain(reading.routes, open) ?? {}) as WrittenRoutes;
      // Whoever wrote it, it is no reading.
      if (!(made instanceof Map && Array.isArray(routes.entries) && Array.isArray(routes.hung))) return undefined;
      const makers = [...made].map(([key, { adapter: id, ...maker }]): readonly [string, Maker][] => {
        const adapter = frameworks.find((one) => one.id === id);
        return adapter ? [[key, { ...maker, adapter }]] : [];
      });
      return { routes: { ...routes, made: new Map(makers.flat()) }, restsOn: new Set(reading.restsOn) };
    },
  };
}

/** The routes of a file as they are written: of a framework only its id. */
type WrittenRoutes = Omit<ResolvedRoutes, 'made'> & {
  readonly made: ReadonlyMap<string, Omit<Maker, 'adapter'> & { readonly adapter: string }>;
};

/** What a later session may recall of a reading; undefined for what is too much to keep. */
export function toSavedReading({ routes, restsOn }: ReadRoutes): SavedReading | undefined {
  const made = new Map([...routes.made].map(([key, maker]) => [key, { ...maker, adapter: maker.adapter.id }]));
  const written = toPlain({ ...routes, made } satisfies WrittenRoutes);
  return written === undefined ? undefined : { routes: written, restsOn: [...restsOn] };
}

/** The stamp of a file as it is compared and saved; null for one that is not there. */
export function stampOf(path: string, host: ProjectHost): string | null {
  return host.findStamp(path) ?? null;
}
