import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import * as module from 'node:module';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { Script } from 'node:vm';

// Most of what a start costs is to compile the engine. What V8 made of it is kept for the next start, in a folder that
// belongs to this user alone. Newer versions of Node can do that by themselves (module.enableCompileCache), but what they
// keep was compiled before the first file was read; measured, half of the gain is in what is compiled by then.

const FILE = 'engine.js';
const KEPT_DAYS = 30;

interface Loader {
  _compile(this: NodeModule, content: string, filename: string): unknown;
}

/** Keeps what is compiled of the engine from now on. Whatever goes wrong, the engine is loaded as it always is. */
export function keepCompiledEngine(): void {
  const loader = module.Module.prototype as unknown as Loader;
  const { _compile: compile } = loader;
  loader._compile = function compileOrRecall(content, filename) {
    if (basename(filename) !== FILE || dirname(filename) !== __dirname) return compile.call(this, content, filename);
    loader._compile = compile;
    const script = recall(content, filename);
    if (!script) return compile.call(this, content, filename);
    const wrapper = script.runInThisContext() as (...parts: unknown[]) => unknown;
    return wrapper.call(this.exports, this.exports, module.createRequire(filename), this, filename, dirname(filename));
  };
}

function recall(content: string, filename: string): Script | undefined {
  try {
    const { size, mtimeMs } = statSync(filename);
    const key = [filename, size, mtimeMs, process.version, process.arch].join(' ');
    const path = join(cacheFolder(), `${toName(key)}.compiled`);
    const cachedData = readIfThere(path);
    const script = new Script(module.Module.wrap(content), { filename, ...(cachedData && { cachedData }) });
    // At the end, as what was compiled while the engine ran is worth the most.
    if (!cachedData || script.cachedDataRejected) process.once('exit', () => keep(path, script));
    return script;
  } catch {
    return undefined;
  }
}

function keep(path: string, script: Script): void {
  try {
    const folder = dirname(path);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const partial = `${path}.${process.pid}`;
    writeFileSync(partial, script.createCachedData(), { mode: 0o600 });
    renameSync(partial, path);
    for (const name of readdirSync(folder)) {
      const other = join(folder, name);
      const { mtimeMs } = statSync(other);
      if (name.includes('.compiled') && Date.now() - mtimeMs > KEPT_DAYS * 24 * 3600 * 1000) rmSync(other);
    }
  } catch {
    // A folder that cannot be written only means that the next start is no faster.
  }
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/** A short name for a key: FNV-1a, twice with different starts. To load a hash function would cost more than this. */
function toName(key: string): string {
  const hash = (start: number): string => {
    let value = start;
    for (let index = 0; index < key.length; index++) value = Math.imul(value ^ key.charCodeAt(index), 0x01000193);
    return (value >>> 0).toString(16).padStart(8, '0');
  };
  return hash(0x811c9dc5) + hash(0x050c5d1f);
}

/** The folder for what can be made again, on the systems' usual places. */
function cacheFolder(): string {
  const { env, platform } = process;
  if (platform === 'win32' && env['LOCALAPPDATA']) return join(env['LOCALAPPDATA'], 'status-lens', 'compiled');
  if (platform === 'darwin') return join(homedir(), 'Library/Caches/status-lens/compiled');
  return join(env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'status-lens', 'compiled');
}
