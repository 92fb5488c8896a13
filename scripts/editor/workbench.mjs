// Uses the workbench as a person does: with mouse and keyboard, looking at what is shown.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from './browser.mjs';
import { serveEditor } from './serve.mjs';
import { copyWorkspace } from './workspace.mjs';

const PATIENCE_MS = 20_000;
/** No place has more fixes than this. */
const MOST_FIXES = 30;

/** A theme of each kind, by the class that the workbench has then. */
export const themes = {
  'vs-dark': 'Default Dark Modern',
  vs: 'Default Light Modern',
  'hc-black': 'Default High Contrast',
  'hc-light': 'Default High Contrast Light',
};

/**
 * Opens a copy of a folder in a real VS Code, or a window without a folder.
 * @param {{ which?: 'newest' | 'oldest', vsix?: string, folder?: string, settings?: Record<string, unknown>,
 *   files?: Record<string, string>, size?: { width: number, height: number }, scale?: number, webExtension?: string }}
 *   options `files` are texts by their paths, put into the copy; `webExtension` is where an extension's folder is served,
 *   to be run in the web extension host
 * @returns {Promise<Workbench>}
 */
export async function openWorkbench({ which, vsix, folder, settings, files, size, scale = 1, webExtension }) {
  const workspace = folder === undefined ? undefined : copyWorkspace(folder, settings, files);
  const closing = [() => workspace?.remove()];
  const close = async () => {
    for (const end of closing.reverse()) await end();
  };
  try {
    const editor = await serveEditor({ which, vsix });
    closing.push(() => editor.stop());
    const browser = await launchBrowser();
    closing.push(() => browser.close());
    const page = await browser.newPage({
      viewport: size ?? { width: 1280, height: 800 },
      deviceScaleFactor: scale,
      colorScheme: 'dark',
      // The page of the workbench lets nothing in from another port, and the extension is served on one.
      bypassCSP: webExtension !== undefined,
    });
    page.setDefaultTimeout(PATIENCE_MS);
    const query = new URLSearchParams(workspace ? { folder: workspace.path } : { ew: 'true' });
    if (webExtension) {
      query.set('payload', JSON.stringify([['extensionDevelopmentKind', 'web']]));
      await page.route(
        ({ href }) => href.startsWith(`${editor.url}?`),
        (route) => addWebExtension(route, webExtension),
      );
    }
    await page.goto(`${editor.url}?${query}`);
    await page.locator('.monaco-workbench').waitFor();
    return new Workbench(page, workspace, close);
  } catch (error) {
    await close();
    throw error;
  }
}

/** Names an extension in the configuration that the page of the workbench carries, as an editor's own host does. */
async function addWebExtension(route, address) {
  const response = await route.fetch();
  const { protocol, host, pathname } = new URL(address);
  const extension = { scheme: protocol.slice(0, -1), authority: host, path: pathname };
  const body = (await response.text()).replace(
    /(id="vscode-workbench-web-configuration" data-settings=")([^"]*)"/,
    (_all, before, settings) => {
      const configuration = JSON.parse(settings.replaceAll('&quot;', '"').replaceAll('&amp;', '&'));
      configuration.developmentOptions = { ...configuration.developmentOptions, extensions: [extension] };
      return `${before}${JSON.stringify(configuration).replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
    },
  );
  await route.fulfill({ response, body });
}

class Workbench {
  /** Closes the browser, stops the server and removes the copy. */
  close;
  /** How often the settings were changed. */
  #settings = 0;

  constructor(page, workspace, close) {
    this.page = page;
    this.workspace = workspace;
    this.close = close;
  }

  /** Opens a file by clicking through the explorer. */
  async open(path) {
    for (const name of path.split('/')) {
      const pattern = new RegExp(`^${escapePattern(name)}(?:\\W|$)`);
      await this.page.getByRole('treeitem', { name: pattern }).first().click();
    }
    await this.page.locator('.monaco-editor .view-line').first().waitFor();
    await this.page.locator('.monaco-editor .view-lines').first().click();
  }

  /** Opens a file by typing its path. */
  async openByName(path) {
    const [folder, name] = [path.slice(0, path.lastIndexOf('/')), path.slice(path.lastIndexOf('/') + 1)];
    const focused = this.page.locator('.quick-input-list .monaco-list-row.focused');
    const found = focused.filter({ hasText: name }).filter({ hasText: folder }).first();
    const timeout = PATIENCE_MS / 4;
    // As in `run`: while the editor is busy, a list may close by itself.
    for (let attempt = 1; ; attempt++) {
      await this.page.keyboard.press('Control+P');
      if ((await succeeds(this.input.fill(path, { timeout }))) && (await succeeds(found.waitFor({ timeout })))) break;
      if (attempt === 5) throw new Error(`No file is found by ${path}`);
      await this.page.keyboard.press('Escape');
    }
    await this.page.keyboard.press('Enter');
    await this.page.locator('.tab.active').filter({ hasText: name }).waitFor();
    await this.page.locator('.monaco-editor .view-line').first().waitFor();
  }

  /** What the disk has under a path of the workspace. */
  read(path) {
    return readFileSync(join(this.workspace.path, path), 'utf8');
  }

  /**
   * Puts the cursor of the open file where the `|` stands in a piece of its text, and gives its line and column, from 1.
   * @throws {Error} if the file on the disk holds that piece not once
   */
  async standAt(path, marked) {
    const { line, column } = findPlace(this.read(path), marked);
    await this.goTo(line, column);
    return { line, column };
  }

  /** Waits until a file is open with the cursor at the `|` in a piece of its text. */
  async waitForCursor(path, marked) {
    const { line, column } = findPlace(this.read(path), marked);
    await this.page
      .locator('.tab.active')
      .filter({ hasText: path.split('/').at(-1) })
      .waitFor();
    await this.page
      .locator('.statusbar-item')
      .filter({ hasText: new RegExp(`Ln ${line}, Col ${column}(?!\\d)`) })
      .first()
      .waitFor();
  }

  /** Puts the cursor on a line and column, both from 1. */
  async goTo(line, column = 1) {
    await this.page.keyboard.press('Control+G');
    await this.input.waitFor();
    await this.input.fill(`:${line}:${column}`);
    await this.page.keyboard.press('Enter');
    await this.input.waitFor({ state: 'hidden' });
  }

  /** Changes settings of the workspace while it is open and waits until they hold; `undefined` takes one away. */
  async set(settings) {
    const path = join(this.workspace.path, '.vscode/settings.json');
    // They come into force together, and a title can be seen.
    const title = `settings ${++this.#settings}`;
    const all = { ...JSON.parse(readFileSync(path, 'utf8')), ...settings, 'window.title': title };
    writeFileSync(path, JSON.stringify(all, null, 2));
    await this.page.waitForFunction((shown) => document.title.includes(shown), title);
  }

  /** Changes the colour theme and waits until it is there. */
  async setTheme(name) {
    await this.set({ 'workbench.colorTheme': themes[name] });
    await this.page.locator(`.monaco-workbench.${name}`).waitFor();
  }

  /** The document inside of the webview that is on the screen, once it holds what the selector finds. */
  async findWebview(selector) {
    const frames = this.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
    await frames.locator(selector).first().waitFor();
    return frames;
  }

  /** Runs a command by its name in the palette and, if it asks with a list, takes what is named `choice` there. */
  async run(title, choice) {
    // While the workbench starts, a list may close by itself, or not know the extension: a person opens it again.
    for (let attempt = 1; ; attempt++) {
      await this.page.keyboard.press('F1');
      if ((await this.#pick(`>${title}`, title)) && (!choice || (await this.#pick(choice, choice)))) return;
      if (attempt === 5) throw new Error(`The palette does not know ${choice ?? title}`);
      await this.page.keyboard.press('Escape');
    }
  }

  /** Types into the open list and takes the row that reads `text`; false if it does not come. */
  async #pick(typed, text) {
    const timeout = PATIENCE_MS / 4;
    const isFilled = await succeeds(this.input.fill(typed, { timeout }));
    const row = this.rows.filter({ hasText: text }).first();
    if (!isFilled || !(await succeeds(row.waitFor({ timeout })))) return false;
    return succeeds(row.click({ timeout }));
  }

  /** Where a person types in a list that is open, such as the palette. */
  get input() {
    return this.page.locator('.quick-input-widget .quick-input-box input').first();
  }

  /** What a list that is open offers. */
  get rows() {
    return this.page.locator('.quick-input-widget .monaco-list-row');
  }

  /** The piece of code on the screen that reads exactly `text`, the one on the line that holds `beside`. */
  code(text, beside = text) {
    return this.line(beside).locator('span > span').filter({ hasText: text }).first();
  }

  /** The line on the screen that holds `text`. Spaces are not told apart, as the editor draws them in its own way. */
  line(text) {
    return this.lines(text).first();
  }

  /** All lines on the screen that hold `text`. */
  lines(text) {
    return this.page.locator('.monaco-editor .view-line').filter({ hasText: spaced(text) });
  }

  /** Rests the mouse on a piece of code and gives the hover that appears. */
  async hover(text, beside) {
    const target = this.code(text, beside);
    await target.waitFor();
    const hover = this.page
      .locator('.monaco-hover:not(.hidden) .hover-row')
      .filter({ hasNotText: /^Loading/ })
      .first();
    // A person whose hover does not come moves the mouse a little: the editor may have been busy.
    for (let attempt = 1; ; attempt++) {
      await this.page.mouse.move(5, 5);
      await target.hover();
      if (await succeeds(hover.waitFor({ timeout: PATIENCE_MS / 4 }))) break;
      if (attempt === 5) throw new Error(`No hover appears over ${text}`);
    }
    return this.page.locator('.monaco-hover:not(.hidden)').first();
  }

  /** Waits until an underline of the given severity is on the screen. */
  async waitForSquiggle(severity = 'warning') {
    await this.page.locator(`.monaco-editor .squiggly-${severity}`).first().waitFor();
  }

  /** Waits until the tab of the open file tells of so many errors and warnings in it. */
  async waitForProblems(count) {
    const label = this.page.locator('.tab.active .monaco-icon-label');
    const words = count === 1 ? '• 1 problem in this file' : `• ${count} problems in this file`;
    const place = count === 0 ? ':not([aria-label*="in this file"])' : `[aria-label$="${words}"]`;
    await label.and(this.page.locator(place)).waitFor();
  }

  /** Opens the quick fixes at the cursor by keyboard and gives the list, once it has one whose title begins so. */
  async openQuickFixes(title) {
    const list = this.page.locator('.action-widget').filter({ visible: true });
    const nothing = this.page.locator('.monaco-editor-overlaymessage:not(.fadeOut)').filter({ visible: true });
    const either = list.or(nothing).first();
    // What a server still works at is not among the fixes, so whoever misses one asks again.
    for (const start = Date.now(); ; ) {
      await this.page.keyboard.press('Control+.');
      await succeeds(either.waitFor({ timeout: PATIENCE_MS / 4 }));
      const titles = await list.locator('.monaco-list-row').allTextContents();
      if (titles.some((one) => one.startsWith(title))) return list;
      if (Date.now() - start > PATIENCE_MS) throw new Error(`${title} is not among ${titles.join(', ') || 'no fixes'}`);
      await this.page.keyboard.press('Escape');
      await either.waitFor({ state: 'hidden' });
    }
  }

  /** Opens the quick fixes at the cursor and takes the one whose title begins so. */
  async choose(title) {
    await this.openQuickFixes(title);
    await this.take(title);
  }

  /** Goes down an open list of actions to the one whose title begins so, and takes it. */
  async take(title) {
    const list = this.page.locator('.action-widget').first();
    const focused = list.locator('.monaco-list-row.focused').first();
    await focused.waitFor();
    for (let step = 1; !(await focused.textContent())?.startsWith(title); step++) {
      const titles = await list.locator('.monaco-list-row').allTextContents();
      if (step === MOST_FIXES) throw new Error(`${title} is not among ${titles.join(', ')}`);
      await this.page.keyboard.press('ArrowDown');
    }
    await this.shoot(`fix-${title.replace(/\W+/g, '-')}`);
    await this.page.keyboard.press('Enter');
    await list.waitFor({ state: 'hidden' });
  }

  /** Takes a picture of the window, if STATUS_LENS_PICTURES names a folder for it. */
  async shoot(name) {
    const folder = process.env.STATUS_LENS_PICTURES;
    if (folder) await this.page.screenshot({ path: join(folder, `${name}.png`) });
  }

  /** Waits until the file is changed, saves it, and waits until the editor says that it is saved. */
  async save() {
    await this.page.locator('.tab.active.dirty').first().waitFor();
    await this.page.keyboard.press('Control+S');
    await this.page.locator('.tab.active:not(.dirty)').first().waitFor();
  }
}

/** Line and column, from 1, of the `|` in a piece of a text. */
function findPlace(text, marked) {
  const piece = marked.replace('|', '');
  const pieces = text.split(piece);
  if (pieces.length !== 2) throw new Error(`${pieces.length - 1} times in the file: ${piece}`);
  const before = (pieces[0] + marked.slice(0, marked.indexOf('|'))).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** True if what a promise stands for was done in time. */
function succeeds(promise) {
  return promise.then(
    () => true,
    () => false,
  );
}

function spaced(text) {
  return new RegExp(escapePattern(text).replace(/ +/g, '[\\s\\u00a0]+'));
}

function escapePattern(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
