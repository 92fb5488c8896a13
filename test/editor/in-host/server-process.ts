import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** The processes of the language server that this extension host has started. */
export function findServers(): readonly number[] {
  return listProcesses()
    .filter(({ parent, command }) => parent === process.pid && /dist[\\/]server\.js/.test(command))
    .map(({ id }) => id);
}

interface RunningProcess {
  readonly id: number;
  readonly parent: number;
  readonly command: string;
}

function listProcesses(): readonly RunningProcess[] {
  if (process.platform === 'linux') return readdirSync('/proc').flatMap(readProcess);
  const { stdout } = spawnSync('ps', ['-axo', 'pid=,ppid=,command='], { encoding: 'utf8' });
  return stdout.split('\n').flatMap((line) => {
    const match = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line);
    return match ? [{ id: Number(match[1]), parent: Number(match[2]), command: match[3] ?? '' }] : [];
  });
}

function readProcess(name: string): readonly RunningProcess[] {
  if (!/^\d+$/.test(name)) return [];
  try {
    const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
    const parent = /^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${name}/status`, 'utf8'))?.[1];
    return [{ id: Number(name), parent: Number(parent), command }];
  } catch {
    return [];
  }
}
