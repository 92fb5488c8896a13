// The first minutes with the extension: the walkthrough and the demo file, in a real VS Code without a folder.
import assert from 'node:assert/strict';
import { openWorkbench } from '../../../scripts/editor/workbench.mjs';

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

  it('leads through four steps, each with a picture that is there', async () => {
    await workbench.run('Welcome: Open Walkthrough...', 'Get Started with Status Lens');
    const steps = page.locator('.getting-started-step');
    await steps.nth(3).waitFor();
    assert.equal(await steps.count(), 4);
    for (const step of await steps.all()) {
      await step.click();
      await page.locator('.getting-started-media img').waitFor();
      await page.waitForFunction(() => {
        const image = document.querySelector('.getting-started-media img');
        return image?.complete && image.naturalWidth > 300;
      });
    }
  });

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
