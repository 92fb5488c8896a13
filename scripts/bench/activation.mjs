import { openWorkbench } from '../editor/workbench.mjs';
import { formatTime, summarize } from './statistics.mjs';

const RUNS = 5;

/**
 * Tells how long the extension keeps the editor's extension host busy when it is activated, as the editor itself counts
 * it. The server starts beside it.
 * @param {string} vsix
 */
export async function benchActivation(vsix) {
  const times = [];
  for (let run = 0; run <= RUNS; run++) {
    const time = await readActivationTime(vsix);
    if (run > 0) times.push(time);
  }
  const { median } = summarize(times);
  const most = formatTime(Math.max(...times));
  console.log(`Activation in the newest VS Code, ${RUNS} runs: median ${formatTime(median)}, most ${most}`);
}

async function readActivationTime(vsix) {
  const workbench = await openWorkbench({ vsix, folder: 'examples/express' });
  try {
    await workbench.open('src/routes/users.ts');
    await workbench.waitForSquiggle();
    await workbench.run('Developer: Show Running Extensions');
    const row = workbench.page.locator('.runtime-extensions-editor .extension').filter({ hasText: 'Status Lens' });
    const text = await row.locator('.activation-time').textContent();
    const [, time] = /(\d+)\s*ms/.exec(text) ?? [];
    if (time === undefined) throw new Error(`No time in: ${text}`);
    return Number(time);
  } finally {
    await workbench.close();
  }
}
