import { readFileSync } from 'node:fs';
import { dirname } from 'node:path/posix';
import {
  type Analysis,
  analyze,
  createProject,
  defaultSettings,
  getLineStarts,
  type Project,
  type Response,
  type Span,
  toPosition,
  valuesOf,
} from '../../server/src/engine/index.ts';
import { frameworks } from '../../server/src/engine/registry.generated.ts';
import type { Case } from './cases.ts';
import { createHost, pathOfApp } from './host.ts';
import type { Platform, PlatformVersion } from './platforms.ts';
import type { Outcome } from './running-handlers.ts';

const BODYLESS: readonly number[] = [204, 205, 304];

/** What the engine says of the line that should answer: statuses, nothing, or that it does not know. */
export type Prediction = readonly Outcome[] | 'unknown';

type OnLine = (span: Span) => boolean;

/** Reads the handlers as part of a project that depends on one version of their framework. */
export class Predictor {
  private readonly project: Project;
  private readonly version: number;
  private readonly unanswered: Prediction;
  private readonly analyses = new Map<string, Analysis>();

  constructor(platform: Platform, version: PlatformVersion) {
    this.version = version.major;
    const adapter = frameworks.find(({ id }) => id === platform.adapter);
    this.unanswered = adapter?.unanswered
      ? [adapter.unanswered]
      : adapter?.answersByReturning
        ? 'unknown'
        : ['nothing'];
    this.project = createProject(createHost(platform, version));
    const { folder } = platform;
    const index = this.project.index([dirname(pathOfApp(folder)), folder]);
    while (!index.advance(1000));
  }

  /** What the marked line of a case answers. */
  predict({ mark }: Case): Prediction {
    const { path, line, answers } = mark(this.version);
    const analysis = this.analyze(path);
    const lineStarts = getLineStarts(analysis.source.text);
    const isOnLine: OnLine = (span) =>
      toPosition(lineStarts, span.start).line <= line && line <= toPosition(lineStarts, span.end).line;
    if (!answers && tellsOfSilence(analysis, isOnLine)) return ['nothing'];
    const inPlace = analysis.silentEnds.find(({ span, answered }) => answered !== undefined && isOnLine(span));
    if (inPlace?.answered !== undefined) return [inPlace.answered];
    const sent = analysis.responses.filter(({ state }) => state === 'sent');
    const here = findSmallest(sent, isOnLine);
    if (here) return foretell(here);
    if (answers) return 'unknown';
    const handler = findSmallest(analysis.handlers, isOnLine);
    const silent = handler && !sent.some((one) => one.handler === handler);
    return silent ? this.unanswered : 'unknown';
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

/** What the client gets of an answer. A body that makes the response throw is told of as the 500 that it leads to. */
function foretell({ status, refused }: Response): Prediction {
  const codes = valuesOf(status);
  if (!codes) return 'unknown';
  const isRefused = codes.some((code) => BODYLESS.includes(code)) && refused;
  if (isRefused === 'on some platforms') return 'unknown';
  return codes.map((code) => (isRefused && BODYLESS.includes(code) ? 500 : code));
}

/** True if a path ends silently on a line, or an error is thrown there that nobody hears of. */
function tellsOfSilence({ silentEnds, unguarded, responses, source }: Analysis, isOnLine: OnLine): boolean {
  return (
    silentEnds.some(({ span, answered }) => answered === undefined && isOnLine(span)) ||
    unguarded.some((span) => isOnLine(span) && source.text.startsWith('throw', span.start)) ||
    responses.some(({ unsentAt }) => unsentAt && isOnLine(unsentAt))
  );
}

function findSmallest<T extends Response | Analysis['handlers'][number]>(
  all: readonly T[],
  isOnLine: OnLine,
): T | undefined {
  const length = ({ span }: T): number => span.end - span.start;
  return all.filter(({ span }) => isOnLine(span)).sort((a, b) => length(a) - length(b))[0];
}
