// The first minutes with the extension: the walkthrough and the demo file, in a real VS Code without a folder.
import assert from 'node:assert/strict';
import { openWorkbench } from '../../../scripts/editor/workbench.mjs';

/** How the names of the pictures end in each kind of theme, and what a list of themes calls one of the kind. */
const PICTURES = [
  { theme: 'Dark Modern', kind: 'vs-dark', ending: '[.]webp' },
  { theme: 'Light Modern', kind: 'vs', ending: '-light[.]webp' },
  { theme: 'Dark High Contrast', kind: 'hc-black', ending: '-hc[.]webp' },
];

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

  for (const { theme, kind, ending } of PICTURES)
    it(`leads through four steps, each with a picture that suits ${theme}`, async () => {
      await workbench.run('Preferences: Color Theme', theme);
      await page.locator(`.monaco-workbench.${kind}`).waitFor();
      await walkThrough(workbench, ending);
    });

  it('opens the demo file from there, whose mistakes are found without a folder', async () => {
    await page.locator('.getting-started-step').first().click();
    await page.getByRole('button', { name: 'Open the demo file' }).first().click();
    await page.getByRole('tab', { name: /Untitled-1/ }).waitFor();
    await workbench.waitForSquiggle();
    await workbench.goTo(28, 23);
    await workbench.choose('Answer 404 Not Found');
    await workbench.line("return res.status(404).json({ error: 'There is no such user' });").waitFor();
  });
});

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
