import { relative, resolve } from 'node:path';
import { createDiskHost } from '../disk-host.ts';
import { type Analysis, analyze, createProject, defaultSettings } from '../engine/index.ts';
import { findFiles, findRoot, readSource, toSlashes } from './files.ts';
import { repairAll, writeRepaired } from './fix.ts';
import { formatJson } from './formats/json.ts';
import { formatText } from './formats/text.ts';
import { type CheckOptions, readCommand, usage } from './options.ts';
import { version } from './version.ts';

/** Where the command runs and what it writes to. */
export interface Terminal {
  readonly cwd: string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly colour: boolean;
}

/** Runs the command line. Gives the exit code: 0 clean, 1 findings at or above the threshold, 2 usage or read errors. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const command = readCommand(args);
  switch (command.kind) {
    case 'help':
      terminal.out(usage);
      return 0;
    case 'version':
      terminal.out(`${version}\n`);
      return 0;
    case 'wrong':
      terminal.err(`status-lens: ${command.message}\n\n${usage}`);
      return 2;
    case 'check':
      return check(command.options, terminal);
  }
}

/** The index has nobody to wait for here. */
const STEPS = 10_000;

async function check(options: CheckOptions, terminal: Terminal): Promise<number> {
  const analyses: Analysis[] = [];
  const root = findRoot(terminal.cwd);
  const project = createProject(createDiskHost(root, false));
  // What other files know of a handler (its route, its error handlers) stands anywhere in the project.
  const index = project.index(['.']);
  while (!index.advance(STEPS));
  let failed = false;
  const complain = (message: string): void => terminal.err(`status-lens: ${message}\n`);
  for (const found of await findFiles(options.paths, terminal.cwd)) {
    if ('problem' in found) {
      complain(found.problem);
      failed = true;
      continue;
    }
    const read = await readSource(found.path, terminal.cwd);
    if ('problem' in read) {
      complain(read.problem);
      failed ||= read.failed;
      continue;
    }
    const { path } = found;
    const analyzeText = (text: string): Analysis => {
      const inProject = toSlashes(relative(root, resolve(terminal.cwd, path)));
      const analysis = analyze({ path: inProject, text }, defaultSettings, project);
      return { ...analysis, source: { path, text } };
    };
    let analysis = analyzeText(read.text);
    if (options.fix) {
      const repaired = repairAll(analysis, analyzeText);
      const { text } = repaired.source;
      const obstacle = text === read.text ? undefined : await writeRepaired(path, terminal.cwd, read.text, text);
      if (obstacle !== undefined) complain(`${path}: could not be repaired: ${obstacle}`);
      failed ||= obstacle !== undefined;
      if (obstacle === undefined) analysis = repaired;
      if (obstacle === undefined && text !== read.text) terminal.err(`repaired ${path}\n`);
    }
    for (const { where, error } of analysis.problems) complain(`${path}: internal problem in ${where}: ${error}`);
    analyses.push(analysis);
  }
  const format = options.format === 'json' ? formatJson : formatText;
  terminal.out(format(analyses, { responses: options.responses, colour: terminal.colour }));
  if (failed) return 2;
  const count = (severity: string): number =>
    analyses.flatMap(({ findings }) => findings).filter((finding) => finding.severity === severity).length;
  return count('error') > 0 || count('warning') > options.maxWarnings ? 1 : 0;
}
