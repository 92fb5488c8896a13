// A person who silences findings by keyboard, in a real VS Code with the packaged extension.
import { expectChange } from './drawn-change.mjs';
import { openSharedWindow } from './shared-window.mjs';

describe('silencing by keyboard in the newest VS Code', function () {
  this.timeout(300_000);
  let workbench;
  let page;

  before(async () => {
    workbench = await openSharedWindow();
    page = workbench.page;
  });

  it('silences a finding on its line, and takes the comment away once there is nothing to silence', async () => {
    const file = 'hono/src/sessions.ts';
    await workbench.openByName(file);
    await workbench.waitForProblems(2);
    const change = `
+    // status-lens-disable-next-line no-unauthorized-forbidden-mixup
     return c.json({ |error: 'Log in first' }, 403);
`;
    await expectChange(workbench, { file, change }, () =>
      workbench.choose('Suppress no-unauthorized-forbidden-mixup on this line'),
    );
    await workbench.waitForProblems(1);
    await typeAt(file, "    return c.json({ error: 'Log in first' }, 403|);\n  }", async () => {
      await page.keyboard.press('Backspace');
      await page.keyboard.type('1');
    });
    const removal = `
-    // status-lens-|disable-next-line no-unauthorized-forbidden-mixup
`;
    await expectChange(workbench, { file, change: removal }, () =>
      workbench.choose('Remove the comment that silences nothing'),
    );
    await workbench.waitForProblems(1);
  });

  it('silences a rule in a whole file', async () => {
    const file = 'hono/src/sessions.ts';
    const change = `
+// status-lens-disable-file prefer-bad-request-for-invalid-input
 import { Hono } from 'hono';
…
     return c.json({ |error: 'Name and password are needed' }, 401);
`;
    await expectChange(workbench, { file, change }, () =>
      workbench.choose('Suppress prefer-bad-request-for-invalid-input in this file'),
    );
    await workbench.waitForProblems(0);
  });

  it('extends the comment of a line, and takes the rule out of it that finds nothing there', async () => {
    const file = 'hono/src/notes.ts';
    const line = "    return c.json({ error: 'A note needs a title' }, 500);";
    const comment = '// status-lens-disable-line no-double-response';
    await typeAt(file, `${line}|`, () => page.keyboard.type(` ${comment}`));
    const change = `
-${line.replace('error', '|error')} ${comment}
+${line} ${comment}, no-server-error-for-client-error
`;
    await expectChange(workbench, { file, change }, () =>
      workbench.choose('Suppress no-server-error-for-client-error on this line'),
    );
    const removal = `
-${line} ${comment.replace('no-double', 'no-|double')}, no-server-error-for-client-error
+${line} // status-lens-disable-line no-server-error-for-client-error
`;
    await expectChange(workbench, { file, change: removal }, () =>
      workbench.choose('Remove no-double-response from the comment'),
    );
  });

  it('extends the comments at both ends of a block', async () => {
    const file = 'fastify/src/members.ts';
    const answer = "        return reply.code(400).send({ error: 'The address is taken' });";
    await workbench.openByName(file);
    await workbench.waitForProblems(1);
    for (const [end, place] of Object.entries({
      disable: 'legacyMembers(fastify: FastifyInstance): Promise<void> {|',
      enable: `${answer}|`,
    }))
      await typeAt(file, place, async () => {
        await page.keyboard.press('Enter');
        await page.keyboard.type(`// status-lens-${end} no-internal-error-leak`);
      });
    const change = `
-  // status-lens-disable no-internal-error-leak
+  // status-lens-disable no-internal-error-leak, prefer-conflict-for-duplicate
…
${' '}${answer.replace('error', '|error')}
-        // status-lens-enable no-internal-error-leak
+        // status-lens-enable no-internal-error-leak, prefer-conflict-for-duplicate
`;
    await expectChange(workbench, { file, change }, () =>
      workbench.choose('Suppress prefer-conflict-for-duplicate in this block'),
    );
    await workbench.waitForProblems(0);
  });

  /** Types something at the `|` in a piece of a file, and saves it. */
  async function typeAt(file, marked, type) {
    await workbench.openByName(file);
    await workbench.standAt(file, marked);
    await type();
    await workbench.save();
  }
});
