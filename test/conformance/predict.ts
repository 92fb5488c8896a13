import { readFileSync } from 'node:fs';
import { dirname } from 'node:path/posix';
import { createDiskHost } from '../../server/src/disk-host.ts';
import {
  type Analysis,
  analyze,
  createProject,
  defaultSettings,
  getLineStarts,
  type Project,
  type ProjectHost,
  type Response,
  type Span,
  toPosition,
  valuesOf,
} from '../../server/src/engine/index.ts';
import { type Case, HANDLERS } from './cases.ts';
import type { Outcome } from './running-handlers.ts';

/** What the engine says of the line that should answer: statuses, nothing, or that it does not know. */
export type Prediction = readonly Outcome[] | 'unknown';

/** Reads the handlers as part of a project that depends on a version of Express. */
export class Predictor {
  private readonly project: Project;
  private readonly express: 4 | 5;
  private readonly analyses = new Map<string, Analysis>();

  constructor(express: 4 | 5) {
    this.express = express;
    this.project = createProject(createHost(express));
  }

  /** What the marked line of a case answers. */
  predict({ path, mark }: Case): Prediction {
    const analysis = this.analyze(path);
    const { line, answers } = mark(this.express);
    const lineStarts = getLineStarts(analysis.source.text);
    const isOnLine = (span: Span): boolean =>
      toPosition(lineStarts, span.start).line <= line && line <= toPosition(lineStarts, span.end).line;
    const sent = analysis.responses.filter(({ state }) => state === 'sent');
    const here = findSmallest(sent, isOnLine);
    if (here) return valuesOf(here.status) ?? 'unknown';
    if (answers) return 'unknown';
    const handler = findSmallest(analysis.handlers, isOnLine);
    const silent = handler && !sent.some((one) => one.handler === handler);
    return silent ? ['nothing'] : 'unknown';
  }

  private analyze(path: string): Analysis {
    const known = this.analyses.get(path);
    if (known) return known;
    const analysis = analyze({ path, text: readFileSync(path, 'utf8') }, defaultSettings, this.project);
    if (analysis.problems.length > 0) throw new Error(analysis.problems.map(({ error }) => error).join('\n'));
    this.analyses.set(path, analysis);
    return analysis;
  }
}

/** The files of this folder, with a package.json of their own that asks for one version of Express. */
function createHost(express: 4 | 5): ProjectHost {
  const disk = createDiskHost(process.cwd(), false);
  const manifest = JSON.stringify({ dependencies: { express: `^${express}.0.0`, 'http-errors': '^2.0.0' } });
  const isManifest = (path: string): boolean => path === `${dirname(HANDLERS)}/package.json`;
  return {
    ...disk,
    readFile: (path) => (isManifest(path) ? manifest : disk.readFile(path)),
    isFile: (path) => isManifest(path) || disk.isFile(path),
  };
}

function findSmallest<T extends Response | Analysis['handlers'][number]>(
  all: readonly T[],
  isOnLine: (span: Span) => boolean,
): T | undefined {
  const length = ({ span }: T): number => span.end - span.start;
  return all.filter(({ span }) => isOnLine(span)).sort((a, b) => length(a) - length(b))[0];
}
