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
import { frameworks } from '../../server/src/engine/registry.generated.ts';
import type { Case } from './cases.ts';
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
  private readonly unanswered: number | undefined;
  private readonly analyses = new Map<string, Analysis>();

  constructor(platform: Platform, version: PlatformVersion) {
    this.version = version.major;
    this.unanswered = frameworks.find(({ id }) => id === platform.id)?.unanswered;
    this.project = createProject(createHost(platform, version));
    const { folder } = platform;
    const index = this.project.index([dirname(pathOfApp(folder)), folder]);
    while (!index.advance(1000));
  }

  /** What the marked line of a case answers. */
  predict({ path, mark }: Case): Prediction {
    const analysis = this.analyze(path);
    const { line, answers } = mark(this.version);
    const lineStarts = getLineStarts(analysis.source.text);
    const isOnLine: OnLine = (span) =>
      toPosition(lineStarts, span.start).line <= line && line <= toPosition(lineStarts, span.end).line;
    if (!answers && tellsOfSilence(analysis, isOnLine)) return ['nothing'];
    const sent = analysis.responses.filter(({ state }) => state === 'sent');
    const here = findSmallest(sent, isOnLine);
    if (here) return foretell(here);
    if (answers) return 'unknown';
    const handler = findSmallest(analysis.handlers, isOnLine);
    const silent = handler && !sent.some((one) => one.handler === handler);
    return silent ? [this.unanswered ?? 'nothing'] : 'unknown';
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
  return codes.map((code) => (refused === true && BODYLESS.includes(code) ? 500 : code));
}

/** The application of the server, which mounts each file under its name, as a file that the engine can read. */
function pathOfApp(folder: string): string {
  return `${folder}/app/server.js`;
}

function writeExpressApp(files: readonly string[]): string {
  const mounts = files.map((name) => {
    const module = name.replace(/\.[jt]s$/, '');
    const router = name.endsWith('.ts') ? `require('../${module}').default` : `require('../${module}')`;
    return `app.use('/${module}', ${router});\n`;
  });
  return `const express = require('express');\nconst app = express();\n${mounts.join('')}app.listen(0);\n`;
}

/** True if a path ends silently on a line, or an error is thrown there that nobody hears of. */
function tellsOfSilence({ silentEnds, unguarded, responses, source }: Analysis, isOnLine: OnLine): boolean {
  return (
    silentEnds.some(isOnLine) ||
    unguarded.some((span) => isOnLine(span) && source.text.startsWith('throw', span.start)) ||
    responses.some(({ unsentAt }) => unsentAt && isOnLine(unsentAt))
  );
}

/** The files of a folder, with a package.json of their own that asks for one version of the framework. */
function createHost({ id, folder, dependency, besides = [] }: Platform, { major }: PlatformVersion): ProjectHost {
  const disk = createDiskHost(process.cwd(), false);
  const own = dependency === undefined ? {} : { [dependency]: `^${major}.0.0` };
  const others = Object.fromEntries(besides.map((name) => [name, '*']));
  const manifest = JSON.stringify({ dependencies: { ...own, ...others, 'http-errors': '^2.0.0' } });
  const isManifest = (path: string): boolean => path === `${dirname(folder)}/package.json`;
  const appPath = pathOfApp(folder);
  const app = id === 'express' ? writeExpressApp(disk.listFiles(folder)) : '';
  return {
    ...disk,
    // The repository's own manifest names every framework there is.
    readFile: (path) =>
      path === 'package.json' ? undefined : isManifest(path) ? manifest : path === appPath ? app : disk.readFile(path),
    isFile: (path) => isManifest(path) || path === appPath || disk.isFile(path),
    listFiles: (path) => (path === dirname(appPath) ? ['server.js'] : disk.listFiles(path)),
    findStamp: (path) => (path === appPath ? 'made' : disk.findStamp(path)),
  };
}

function findSmallest<T extends Response | Analysis['handlers'][number]>(
  all: readonly T[],
  isOnLine: OnLine,
): T | undefined {
  const length = ({ span }: T): number => span.end - span.start;
  return all.filter(({ span }) => isOnLine(span)).sort((a, b) => length(a) - length(b))[0];
}
