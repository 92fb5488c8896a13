// One window of the newest VS Code on all examples, shared by the tests that need nothing of their own: it takes a while to
// open one.
import { readFileSync } from 'node:fs';
import { openWorkbench } from '../../../scripts/editor/workbench.mjs';
import { FILES, SETTINGS } from './fix-table.mjs';

/** The handlers of `users.ts` once more, which no test saves a change of. */
export const SIGN_UPS = 'express/src/routes/sign-ups.ts';

let opening;

/** Opens the window for whoever asks first. Each test changes other places of the examples than the others. */
export function openSharedWindow() {
  opening ??= open();
  return opening;
}

async function open() {
  const vsix = process.env.STATUS_LENS_VSIX;
  const files = { ...FILES, [SIGN_UPS]: readFileSync('examples/express/src/routes/users.ts', 'utf8') };
  const workbench = await openWorkbench({ vsix, folder: 'examples', files, settings: SETTINGS });
  await workbench.open('express/src/routes/users.ts');
  await workbench.waitForSquiggle();
  return workbench;
}

after(async () => (await opening)?.close());
