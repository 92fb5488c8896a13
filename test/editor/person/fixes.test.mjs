// A person who repairs findings by keyboard, in a real VS Code with the packaged extension.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { expectChange } from './drawn-change.mjs';
import { FIXES, REPAIRED_BY_COMMAND, REPAIRED_ON_SAVE, REPAIRED_TOGETHER } from './fix-table.mjs';
import { openSharedWindow } from './shared-window.mjs';

describe('repairing by keyboard in the newest VS Code', function () {
  this.timeout(300_000);
  let workbench;
  let page;

  before(async () => {
    workbench = await openSharedWindow();
    page = workbench.page;
  });

  it('goes to the place that explains a finding when that is clicked', async () => {
    await workbench.openByName('express/src/routes/users.ts');
    const { line, column } = await workbench.standAt(
      'express/src/routes/users.ts',
      'if (|existing) {\n    // Mistake: the sign-up failed',
    );
    await workbench.goTo(1);
    await page.keyboard.press('Control+Shift+M');
    const panel = page.locator('.markers-panel');
    await panel
      .locator('.monaco-list-row')
      .filter({ hasText: `users.ts[Ln ${line}, Col ${column}]` })
      .first()
      .click();
    await page
      .locator('.statusbar-item')
      .filter({ hasText: `Ln ${line}, Col ${column + 'existing'.length} (8 selected)` })
      .first()
      .waitFor();
    await workbench.shoot('related');
    await page.keyboard.press('Control+Shift+M');
    await panel.waitFor({ state: 'hidden' });
  });

  it('has an example of every change that a rule can ask for', () => {
    const intents = readFileSync('server/src/engine/fix-intents.ts', 'utf8').matchAll(/readonly kind: '(\w+)'/g);
    const kinds = [...intents].map(([, kind]) => kind).sort();
    assert.deepEqual([...new Set(FIXES.map(({ intent }) => intent))].sort(), kinds);
  });

  for (const { intent, ...fix } of FIXES)
    it(`${intent} in ${fix.file}: ${fix.title}`, () => expectChange(workbench, fix, () => workbench.choose(fix.title)));

  it('repairs all of a kind in a file', () =>
    expectChange(workbench, REPAIRED_TOGETHER, () => workbench.choose(REPAIRED_TOGETHER.title)));

  it('repairs what is safe by a command, and nothing else', () =>
    expectChange(workbench, REPAIRED_BY_COMMAND, async () => {
      // TypeScript has such an action, too, so a list opens.
      await workbench.run('Fix All');
      await workbench.take(REPAIRED_BY_COMMAND.title);
    }));

  it('repairs what is safe when a file is saved, for those who want that', async () => {
    await workbench.set({ 'editor.codeActionsOnSave': { 'source.fixAll.statusLens': 'explicit' } });
    try {
      await expectChange(workbench, REPAIRED_ON_SAVE, async () => {
        await page.keyboard.press('End');
        await page.keyboard.press('Enter');
        await page.keyboard.type('// Typed.');
      });
    } finally {
      await workbench.set({ 'editor.codeActionsOnSave': undefined });
    }
  });

  it('shows the page of a rule without a network', async () => {
    const file = 'express/src/routes/product-admin.ts';
    await workbench.openByName(file);
    await workbench.standAt(file, 'res.status(204).json({ |ok: true });');
    await workbench.choose('Explain no-body-with-bodyless-status');
    const preview = await workbench.findWebview('h1');
    assert.equal(await preview.locator('h1').first().textContent(), 'no-body-with-bodyless-status');
    await preview.getByRole('heading', { name: 'When not to use it' }).waitFor();
    await workbench.shoot('explain');
  });
});
