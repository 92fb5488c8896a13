// The first minutes with the extension: the walkthrough and the demo file, in a real VS Code without a folder.
import assert from 'node:assert/strict';
import { openWorkbench, themes } from '../../../scripts/editor/workbench.mjs';

/** How the names of the pictures end in each kind of theme. */
const PICTURES = {
  'vs-dark': '(?<!-light|-hc)[.]webp',
  vs: '-light[.]webp',
  'hc-black': '-hc[.]webp',
  'hc-light': '-light[.]webp',
};

describe('getting started', function () {
  this.timeout(120_000);
  let workbench;
  let page;

  before(async () => {
    // A narrow window has no room for the pictures.
    workbench = await openWorkbench({ vsix: process.env.STATUS_LENS_VSIX, size: { width: 1600, height: 900 } });
    page = workbench.page;
  });

  after(() => workbench?.close());

  it('leads through four steps, each with a picture that is there', () => walkThrough(workbench, '[.]webp'));

  it('opens the demo file from there, whose mistakes are found without a folder', async () => {
    await page.locator('.getting-started-step').first().click();
    await page.getByRole('button', { name: 'Open the demo file' }).first().click();
    await page.getByRole('tab', { name: /Untitled-1/ }).waitFor();
    await workbench.waitForSquiggle();
    await workbench.goTo(28, 23);
    const fixes = await workbench.openQuickFixes();
    assert.match(await fixes.textContent(), /Answer 404 Not Found/);
    await page.keyboard.press('Enter');
    await workbench.line("return res.status(404).json({ error: 'There is no such user' });").waitFor();
  });
});

describe('the walkthrough in every kind of theme', function () {
  this.timeout(120_000);
  let workbench;

  before(async () => {
    workbench = await openWorkbench({
      vsix: process.env.STATUS_LENS_VSIX,
      folder: 'examples/express',
      size: { width: 1600, height: 900 },
    });
  });

  after(() => workbench?.close());

  for (const theme of Object.keys(themes))
    it(`shows the pictures that suit ${themes[theme]}`, async () => {
      await workbench.setTheme(theme);
      await walkThrough(workbench, PICTURES[theme]);
      await workbench.run('View: Close All Editors');
      await workbench.page.locator('.getting-started-step').first().waitFor({ state: 'detached' });
    });
});

/** Opens the walkthrough and goes through its steps, each with a picture whose name ends so. */
async function walkThrough(workbench, ending) {
  const { page } = workbench;
  await workbench.run('Welcome: Open Walkthrough...', 'Get Started with Status Lens');
  const steps = page.locator('.getting-started-step');
  await steps.nth(3).waitFor();
  assert.equal(await steps.count(), 4);
  for (const step of await steps.all()) {
    await step.click();
    await page.locator('.getting-started-media img').waitFor();
    await page.waitForFunction((end) => {
      const image = document.querySelector('.getting-started-media img');
      return image?.complete && image.naturalWidth > 300 && new RegExp(end).test(decodeURIComponent(image.currentSrc));
    }, ending);
  }
}
