import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const CLI = resolve('dist/cli.js');

/** What a run of the command left behind. */
export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A folder with files, in which the built command is run as a process of its own. */
export interface Project {
  readonly folder: string;
  readonly run: (...args: readonly string[]) => Run;
  /** Runs it in one of the folders inside. */
  readonly runIn: (inner: string, ...args: readonly string[]) => Run;
  readonly remove: () => void;
}

/** Makes a temporary folder that holds `files`, by path. */
export function createProject(files: Readonly<Record<string, string | Uint8Array>>): Project {
  const folder = mkdtempSync(join(tmpdir(), 'status-lens-cli-'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  const runIn: Project['runIn'] = (inner, ...args) => {
    const cwd = join(folder, inner);
    const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], { cwd, encoding: 'utf8' });
    return { code: status, out: stdout, err: stderr };
  };
  return {
    folder,
    run: (...args) => runIn('.', ...args),
    runIn,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
