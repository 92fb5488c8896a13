// The views of the client, used by mouse and keyboard in a real VS Code: look-up, pages, exercise, colours.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { themes } from '../../../scripts/editor/workbench.mjs';
import { openSharedWindow, SIGN_UPS } from './shared-window.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const LOOK_UP = 'Status Lens: Look Up Status Code';
const EXERCISE = 'Status Lens: Match Status Codes to Scenarios';

/** What VS Code calls its kinds of themes inside of webviews. */
const WEBVIEW_KINDS = {
  'vs-dark': 'vscode-dark',
  vs: 'vscode-light',
  'hc-black': 'vscode-high-contrast',
  'hc-light': 'vscode-high-contrast-light',
};

/** Runs in a webview: what axe finds there, in words. */
async function runAxe() {
  const { violations } = await globalThis.axe.run();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ failureSummary }) => failureSummary).join(' ')}`);
}

/** Runs in the page: the colours of a success and of an error, once they differ or not and are new. */
function readColors({ differ, besides }) {
  const spans = [...document.querySelectorAll('.monaco-editor .view-line span > span')];
  const colors = ['201', '409'].map((code) => {
    const span = spans.find(({ textContent }) => textContent === code);
    return span && getComputedStyle(span).color;
  });
  const isThere = colors.every((color) => color) && (colors[0] !== colors[1]) === differ;
  return isThere && !besides.includes(colors.join()) && colors;
}

describe('the views of the extension', function () {
  this.timeout(120_000);
  let workbench;
  let page;

  before(async () => {
    workbench = await openSharedWindow();
    page = workbench.page;
    await workbench.openByName(SIGN_UPS);
    await workbench.waitForSquiggle();
  });

  it('colour a status by its class, differently in each kind of theme, as long as that is wanted', async () => {
    const seen = [];
    for (const theme of Object.keys(themes)) {
      await workbench.setTheme(theme);
      const handle = await page.waitForFunction(readColors, { differ: true, besides: seen });
      seen.push((await handle.jsonValue()).join());
    }
    await workbench.set({ 'statusLens.colors.enabled': false });
    await page.waitForFunction(readColors, { differ: false, besides: [] });
    await workbench.set({ 'statusLens.colors.enabled': true });
    await workbench.setTheme('vs-dark');
    await page.waitForFunction(readColors, { differ: true, besides: [] });
  });

  it('highlight the HTTP messages of a hover', async () => {
    const hover = await workbench.hover('409', 'status(409)');
    const source = hover.locator('.monaco-tokenized-source').filter({ hasText: 'HTTP/1.1' }).first();
    await source.waitFor({ state: 'attached' });
    const colors = await source.evaluate((node) => {
      const spans = [...node.querySelectorAll('span')].filter(({ children }) => children.length === 0);
      const colorOf = (text) => {
        const span = spans.find(({ textContent }) => textContent.trim() === text);
        return span && getComputedStyle(span).color;
      };
      return [colorOf('409'), colorOf('HTTP/1.1'), colorOf('Content-Type')];
    });
    assert.ok(colors.every((color) => color) && new Set(colors).size === 3, colors.join(' '));
    await page.keyboard.press('Escape');
  });

  it('look a code up by what it means and insert it at the cursor', async () => {
    await workbench.standAt(
      SIGN_UPS,
      "users.post('/sign-up', (req, res) => {\n  const input = readSignUp(req.body);\n  if (!input) return res.status(4|00)",
    );
    await workbench.run(LOOK_UP);
    await workbench.rows.filter({ hasText: '100 Continue' }).first().waitFor();
    await page.keyboard.type('makes no sense');
    await workbench.rows.first().filter({ hasText: '422 Unprocessable Content' }).waitFor();
    await page.keyboard.press('Enter');
    await workbench.rows.filter({ hasText: 'Insert 422 at the cursor' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await workbench.line('if (!input) return res.status(422)').waitFor();
    await page.keyboard.press('Control+Z');
    await workbench.line('if (!input) return res.status(400)').waitFor();
  });

  it('look a code up and show its page, with links to other pages', async () => {
    await workbench.run(LOOK_UP);
    await workbench.rows.filter({ hasText: '100 Continue' }).first().waitFor();
    await page.keyboard.type('notf');
    await workbench.rows.first().filter({ hasText: '404 Not Found' }).waitFor();
    await page.keyboard.press('Enter');
    await workbench.rows.filter({ hasText: 'Show its page' }).waitFor();
    await page.keyboard.press('Enter');
    const view = await workbench.findWebview('h1:has-text("404 Not Found")');
    await view.getByRole('link', { name: '410 Gone' }).first().click();
    await view.getByRole('heading', { name: '410 Gone' }).waitFor();
    await view.getByRole('link', { name: 'All status codes' }).click();
    await view.getByRole('heading', { name: 'All status codes' }).waitFor();
    await expectOnePage();
  });

  it('ask ten questions that can be answered by keyboard alone, and remember the best run', async () => {
    await workbench.run(EXERCISE);
    const view = await workbench.findWebview('#situation');
    await page.keyboard.press('Tab');
    assert.equal(await focused(view), 'option');
    assert.equal(await view.locator(':focus').getAttribute('aria-keyshortcuts'), '1');
    await page.keyboard.press('Enter');
    const runs = [await finishRun(view)];
    await page.keyboard.press('Shift+Tab');
    await view.getByRole('button', { name: 'Another ten questions' }).focus();
    await page.keyboard.press('Enter');
    await view.getByText('Question 1 of 10').waitFor();
    await page.keyboard.press('1');
    runs.push(await finishRun(view));
    const best = Math.max(...runs);
    const expected = runs[1] === best ? 'No run of yours was better.' : `Your best run: ${best} of 10.`;
    assert.equal(await view.getByRole('status').textContent(), expected);
  });

  it('show the page of a code that was missed', async () => {
    const view = await workbench.findWebview('#result');
    const missed = view.locator('.missed .link').first();
    const title = await missed.textContent();
    await missed.click();
    const shown = await workbench.findWebview(`h1:has-text("${title}")`);
    assert.equal(await shown.locator('h1').textContent(), title);
    await expectOnePage();
    // What was hidden comes back as it was.
    await page.getByRole('tab', { name: 'Match Status Codes to Scenarios' }).click();
    await (await workbench.findWebview('#result')).getByText('You matched').waitFor();
  });

  it('are accessible in every kind of theme: contrast, names, roles and order', async () => {
    const view = await workbench.findWebview('#result');
    await checkAccessibility(view, 'result');
    await view.getByRole('button', { name: 'Another ten questions' }).click();
    await view.getByText('Question 1 of 10').waitFor();
    await checkAccessibility(view, 'question');
    // One of the two is wrong, so both marks are looked at.
    await view.locator('.option').first().click();
    await view.locator('#next:focus').waitFor();
    await checkAccessibility(view, 'verdict');
  });

  /** Goes on from an answered first question to the result, and gives the number of right answers. */
  async function finishRun(view) {
    let right = 0;
    for (let question = 1; question <= 10; question++) {
      await view.getByText(`Question ${question} of 10`).waitFor();
      if (question > 1) await page.keyboard.press(String(1 + (question % 4)));
      await view.locator('#next:focus').waitFor();
      const verdict = await view.getByRole('status').textContent();
      assert.match(verdict, /^(?:Right|Not quite)\. What happened: .+ What fits: \d{3} /);
      if (verdict.startsWith('Right.')) right++;
      await page.keyboard.press('Enter');
    }
    await view.getByText(`You matched ${right} of 10.`).waitFor();
    assert.equal(await view.locator('.missed .link').count(), 10 - right);
    return right;
  }

  /** Whoever goes from page to page has one tab for them. */
  async function expectOnePage() {
    assert.equal(await page.locator('.tab', { hasText: /\b(?:\d{3}|status-codes)\.md/ }).count(), 1);
  }

  async function checkAccessibility(view, what) {
    const main = view.locator('main');
    for (const [theme, kind] of Object.entries(WEBVIEW_KINDS)) {
      await workbench.setTheme(theme);
      await view.locator(`body.${kind}`).waitFor();
      await main.evaluate(axe);
      const violations = await main.evaluate(runAxe);
      assert.deepEqual(violations, [], `${what} in ${themes[theme]}`);
    }
    await workbench.setTheme('vs-dark');
  }

  function focused(view) {
    return view.locator(':focus').getAttribute('class');
  }
});
