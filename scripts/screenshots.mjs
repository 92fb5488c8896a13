// npm run screenshots: takes the README's pictures in a real VS Code and writes them to media/.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureInstalled, root } from './setup.mjs';

/** The part of the window that is worth a look: title bar, side bars and status bar are left out. */
const SETTINGS = {
  'workbench.colorTheme': 'Default Dark Modern',
  'workbench.sideBar.location': 'right',
  'workbench.activityBar.location': 'hidden',
  'workbench.statusBar.visible': false,
  'breadcrumbs.enabled': false,
  'editor.fontFamily': "'DejaVu Sans Mono', Menlo, Consolas, monospace",
  'editor.fontSize': 14,
  'editor.lineHeight': 22,
  'editor.stickyScroll.enabled': false,
  'editor.guides.indentation': false,
  'editor.occurrencesHighlight': 'off',
  'editor.matchBrackets': 'never',
  'editor.lightbulb.enabled': 'on',
  'editor.renderLineHighlight': 'none',
  'editor.scrollbar.vertical': 'hidden',
  'editor.overviewRulerBorder': false,
  'window.commandCenter': false,
};
const SIZE = { width: 1240, height: 760 };
/** The first line that the pictures show, and one of its mistakes. */
const PLACE = { file: 'src/routes/users.ts', top: 19, line: 30, status: 20, body: 45 };

ensureInstalled();
const folder = mkdtempSync(join(tmpdir(), 'status-lens-package-'));
try {
  const { packageExtension } = await import('./package.mjs');
  const { path: vsix } = await packageExtension({ outputFolder: folder });
  const { openWorkbench } = await import('./editor/workbench.mjs');
  const workbench = await openWorkbench({ vsix, folder: 'examples/express', settings: SETTINGS, size: SIZE });
  try {
    await takePictures(workbench);
  } finally {
    await workbench.close();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function takePictures(workbench) {
  const { page } = workbench;
  await workbench.open(PLACE.file);
  await workbench.waitForSquiggle();
  await page.keyboard.press('Control+B');
  await workbench.goTo(PLACE.line, PLACE.status);
  const hover = await workbench.hover('200', 'status(200)');
  await shoot(page, 'hover', [hover, workbench.line('success: false, message').nth(0)]);
  await page.keyboard.press('Escape');
  await workbench.goTo(PLACE.line, PLACE.body);
  const message = await workbench.hover('success', "status(200).json({ success: false, message: 'This");
  await shoot(page, 'warning', [message, workbench.line('res.status(200)')]);
  await page.keyboard.press('Escape');
  await workbench.goTo(PLACE.line, PLACE.body);
  const fixes = await workbench.openQuickFixes();
  await shoot(page, 'quick-fix', [fixes, workbench.line('res.status(200)')]);
}

/** Takes the part of the window that holds the given places, with some code around. */
async function shoot(page, name, places) {
  const boxes = await Promise.all(places.map((place) => place.boundingBox()));
  const top = Math.max(40, Math.min(...boxes.map(({ y }) => y)) - 90);
  const bottom = Math.min(SIZE.height, Math.max(...boxes.map(({ y, height }) => y + height)) + 70);
  const clip = { x: 0, y: top, width: SIZE.width - 60, height: bottom - top };
  const path = join(root, 'media', `${name}.png`);
  await page.screenshot({ path, clip, animations: 'disabled', caret: 'hide' });
  console.log(`media/${name}.png`);
}
