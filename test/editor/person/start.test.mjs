// The first minutes with the extension: the walkthrough and the demo file, in a real VS Code without a folder.
import assert from 'node:assert/strict';
import { openWorkbench, themes } from '../../../scripts/editor/workbench.mjs';

/** How the names of the pictures end in other kinds of themes. */
const PICTURES = { vs: '-light[.]webp', 'hc-black': '-hc[.]webp' };

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

for (const [theme, ending] of Object.entries(PICTURES)) {
  describe(`the walkthrough in ${themes[theme]}`, function () {
    this.timeout(120_000);
    let workbench;

    before(async () => {
      const settings = { 'workbench.colorTheme': themes[theme] };
      const size = { width: 2200, height: 1000 };
      workbench = await openWorkbench({
        vsix: process.env.STATUS_LENS_VSIX,
        folder: 'examples/express',
        settings,
        size,
      });
      await workbench.page.locator(`.monaco-workbench.${theme}`).waitFor();
    });

    after(() => workbench?.close());

    it('shows the pictures that suit it', () => walkThrough(workbench, ending));
  });
}

/** Opens the walkthrough and goes through its steps, each with a picture whose name ends so. */
async function walkThrough(workbench, ending) {
  const { page } = workbench;
  await workbench.run('Welcome: Open Walkthrough...', 'Get Started with Status Lens');
  const steps = page.locator('.getting-started-step');
  await steps.nth(3).waitFor();
  assert.equal(await steps.count(), 4);
  await page.locator('.getting-started-step.expanded').waitFor();
  for (const step of await steps.all()) {
    // A step that is open already would be closed.
    if ((await step.getAttribute('aria-expanded')) !== 'true') await step.click();
    await page.locator('.getting-started-media img').waitFor();
    await page.waitForFunction((end) => {
      const image = document.querySelector('.getting-started-media img');
      return image?.complete && image.naturalWidth > 300 && new RegExp(end).test(decodeURIComponent(image.currentSrc));
    }, ending);
  }
}
