// npm run screenshots: takes the pictures of the README and the walkthrough in a real VS Code, in themes of each
// kind, and writes them to media/.
//   npm run screenshots -- <folder>    as PNG into another folder, to be looked at
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toWebp } from './editor/picture.mjs';
import { ensureInstalled, root } from './setup.mjs';

/** The part of the window that is worth a look: title bar, side bars and status bar are left out. */
const SETTINGS = {
  'workbench.colorTheme': 'Default Dark Modern',
  'workbench.sideBar.location': 'right',
  'workbench.activityBar.location': 'hidden',
  'workbench.statusBar.visible': false,
  'breadcrumbs.enabled': false,
  'editor.fontFamily': "'DejaVu Sans Mono', Menlo, Consolas, monospace",
  'editor.fontSize': 13,
  'editor.lineHeight': 20,
  'editor.lineNumbersMinChars': 3,
  'editor.folding': false,
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
const SIZE = { width: 800, height: 760 };
/** A mistake of the demo file: its status, and where its body begins. */
const MISTAKE = { line: 19, status: 24, body: 40 };
/** Where the branch of the demo file begins in which a user is missing. */
const BRANCH = { line: 27, end: 15 };
/** How the pictures of each kind of theme are called. All are in the package, and the two light ones look alike. */
const SUFFIXES = { 'vs-dark': '', vs: '-light', 'hc-black': '-hc' };

ensureInstalled();
const [scratch] = process.argv.slice(2);
const packageFolder = mkdtempSync(join(tmpdir(), 'status-lens-package-'));
try {
  const { packageExtension } = await import('./package.mjs');
  const { path: vsix } = await packageExtension({ outputFolder: packageFolder });
  const { openWorkbench, themes } = await import('./editor/workbench.mjs');
  const workbench = await openWorkbench({ vsix, folder: 'examples/express', settings: SETTINGS, size: SIZE });
  try {
    await prepare(workbench);
    for (const theme of Object.keys(scratch ? themes : SUFFIXES)) {
      await workbench.setTheme(theme);
      await takePictures(workbench, (_page, name, png) =>
        scratch ? writePng(`${name}-${theme}`, png) : writeWebp(workbench.page, name + SUFFIXES[theme], png),
      );
    }
  } finally {
    await workbench.close();
  }
} finally {
  rmSync(packageFolder, { recursive: true, force: true });
}

async function prepare(workbench) {
  await workbench.run('Status Lens: Open Demo File');
  await workbench.waitForSquiggle();
  await hide('.part.sidebar', 'View: Toggle Primary Side Bar Visibility');
  await hide('.part.auxiliarybar', 'View: Toggle Secondary Side Bar Visibility');

  async function hide(part, command) {
    const bar = workbench.page.locator(part);
    if (await bar.isVisible()) await workbench.run(command);
    await bar.waitFor({ state: 'hidden' });
  }
}

async function takePictures(workbench, write) {
  const { page } = workbench;
  const line = () => workbench.line('success: false');
  const demo = () => page.getByRole('tab', { name: /Untitled/ }).click();
  await demo();
  await workbench.goTo(MISTAKE.line, MISTAKE.status);
  const hover = await workbench.hover('200', 'status(200)');
  await hover.getByText('409 Conflict fits').waitFor();
  await shoot(page, 'hover', [hover, line()], write);
  await page.keyboard.press('Escape');
  await hover.waitFor({ state: 'hidden' });
  await workbench.goTo(MISTAKE.line, MISTAKE.body);
  const fixes = await workbench.openQuickFixes('Answer 409 Conflict');
  await shoot(page, 'quick-fix', [fixes, line()], write);
  await page.keyboard.press('Escape');
  await workbench.goTo(BRANCH.line, BRANCH.end);
  await page.keyboard.press('Enter');
  await page.keyboard.type('res.status(');
  const list = page.locator('.suggest-widget.visible');
  await list.getByText('the resource does not exist').first().waitFor();
  await shoot(page, 'completion', [list, workbench.line('if (!user)')], write);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Shift+K');
  // The list is as wide as it can be only in a wider window.
  await page.setViewportSize({ ...SIZE, width: 1000 });
  await workbench.run('Status Lens: Look Up Status Code');
  await workbench.rows.filter({ hasText: '100 Continue' }).first().waitFor();
  await page.keyboard.type('taken');
  await workbench.rows.first().filter({ hasText: '409 Conflict' }).waitFor();
  await shootAlone(page, 'look-up', [page.locator('.quick-input-widget')], write);
  await page.setViewportSize(SIZE);
  await page.keyboard.press('Escape');
  await workbench.run('Status Lens: Match Status Codes to Scenarios');
  const view = await workbench.findWebview('#situation');
  await page.keyboard.press('2');
  await view.locator('#next:focus').waitFor();
  await shootAlone(page, 'exercise', [view.locator('main')], write);
}

/** Takes the lines of the window that hold the given places, with some code around. */
async function shoot(page, name, places, write) {
  const { top, bottom } = await boxAround(places);
  const y = Math.max(0, top - 50);
  const clip = { x: 0, y, width: SIZE.width, height: Math.min(SIZE.height, bottom + 40) - y };
  await write(page, name, await page.screenshot({ clip, animations: 'disabled', caret: 'hide' }));
}

/** Takes the given places alone. */
async function shootAlone(page, name, places, write) {
  const { top, bottom, left, right } = await boxAround(places);
  const [x, y] = [Math.max(0, left - 4), Math.max(0, top - 4)];
  const clip = { x, y, width: right + 4 - x, height: bottom + 4 - y };
  await write(page, name, await page.screenshot({ clip, animations: 'disabled', caret: 'hide' }));
}

async function boxAround(places) {
  const boxes = await Promise.all(places.map((place) => place.boundingBox()));
  return {
    top: Math.min(...boxes.map(({ y }) => y)),
    bottom: Math.max(...boxes.map(({ y, height }) => y + height)),
    left: Math.min(...boxes.map(({ x }) => x)),
    right: Math.max(...boxes.map(({ x, width }) => x + width)),
  };
}

async function writeWebp(page, name, png) {
  // The walkthrough has four steps; the picture of the list is in the README alone, which has no theme.
  if (/^completion-/.test(name)) return;
  const bytes = await toWebp(page, png);
  writeFileSync(join(root, 'media', `${name}.webp`), bytes);
  console.log(`media/${name}.webp: ${Math.ceil(bytes.length / 1024)} KB`);
}

function writePng(name, png) {
  mkdirSync(scratch, { recursive: true });
  writeFileSync(join(scratch, `${name}.png`), png);
  console.log(join(scratch, `${name}.png`));
}
