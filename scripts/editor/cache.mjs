// Where large things are kept between runs, so that a fresh clone does not fetch them again.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const ABANDONED_AFTER_MS = 60 * 60 * 1000;

/** The folder for what is fetched once for each user. STATUS_LENS_CACHE overrides it. */
export function cacheFolder() {
  const { env, platform } = process;
  if (env.STATUS_LENS_CACHE) return env.STATUS_LENS_CACHE;
  if (platform === 'win32' && env.LOCALAPPDATA) return join(env.LOCALAPPDATA, 'status-lens');
  if (platform === 'darwin') return join(homedir(), 'Library/Caches/status-lens');
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'status-lens');
}

/**
 * Gives the cached folder `name`, and makes it first if it is not there. It is made under another name and renamed when
 * whole, so that an interrupted fetch leaves nothing behind that looks whole.
 * @param {string} name
 * @param {(folder: string) => Promise<void>} make fills an empty folder
 * @returns {Promise<string>} the folder's path
 */
export async function getCached(name, make) {
  const whole = join(cacheFolder(), name);
  if (existsSync(whole)) return whole;
  mkdirSync(cacheFolder(), { recursive: true });
  removeAbandoned();
  const partial = mkdtempSync(join(cacheFolder(), 'partial-'));
  try {
    await make(partial);
    renameSync(partial, whole);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    if (!existsSync(whole)) throw error;
  }
  return whole;
}

/** Takes away what a run that was killed has left, once it is too old to belong to one that goes on. */
function removeAbandoned() {
  for (const name of readdirSync(cacheFolder())) {
    const path = join(cacheFolder(), name);
    if (!name.startsWith('partial-') || Date.now() - statSync(path).mtimeMs < ABANDONED_AFTER_MS) continue;
    rmSync(path, { recursive: true, force: true });
  }
}
