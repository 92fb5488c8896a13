import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from '../setup.mjs';

/** What keeps the workbench to the code: these are the workspace's own settings. */
const CALM = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'typescript.validate.enable': false,
  'typescript.suggest.enabled': false,
  // A workbench in a browser saves by itself otherwise.
  'files.autoSave': 'off',
  'git.enabled': false,
  'editor.minimap.enabled': false,
  'extensions.ignoreRecommendations': true,
};

/**
 * Copies a folder of the repository to a temporary place, so that tests may edit it.
 * @param {string} from path from the root
 * @param {Record<string, unknown>} [settings] added to the workspace's settings
 * @param {Record<string, string>} [files] texts by their paths in the copy, written beside what is copied
 * @returns {{ path: string, remove: () => void }}
 */
export function copyWorkspace(from, settings = {}, files = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'status-lens-workspace-'));
  const path = join(folder, 'shop');
  cpSync(join(root, from), path, { recursive: true });
  const all = { ...files, '.vscode/settings.json': JSON.stringify({ ...CALM, ...settings }, null, 2) };
  for (const [name, text] of Object.entries(all)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), text);
  }
  return { path, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }) };
}
