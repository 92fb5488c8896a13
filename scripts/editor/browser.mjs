// Finds a Chromium to look at the workbench with.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

// What keeps a browser quiet on a machine without a network.
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const INSTALLED = {
  linux: ['/usr/bin/google-chrome', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/microsoft-edge'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
      const folder = process.env[name];
      return folder
        ? [join(folder, 'Google/Chrome/Application/chrome.exe'), join(folder, 'Microsoft/Edge/Application/msedge.exe')]
        : [];
    }),
  ],
};

/** What the package asks for to run as one process. Such a browser loses frames and now and then ends by itself. */
const ALONE = ['--single-process', '--no-zygote', '--in-process-gpu'];

/**
 * Starts a headless browser: one that is installed, else the one that an npm package carries for Linux on x64.
 * @returns {Promise<import('playwright-core').Browser>}
 * @throws {Error} with the remedy, if there is none
 */
export async function launchBrowser() {
  const installed = (INSTALLED[process.platform] ?? []).find((path) => existsSync(path));
  if (installed) return chromium.launch({ executablePath: installed, args: QUIET });
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No browser was found. Install Chrome, Chromium or Edge and run it again.');
  }
  // With this variable the package also unpacks the system libraries that a bare machine lacks.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs22.x';
  // The package has one font of its own, which is not for code; those of the machine are better where it has some.
  if (existsSync('/etc/fonts/fonts.conf')) process.env.FONTCONFIG_PATH ??= '/etc/fonts';
  const { default: carried } = await import('@sparticuz/chromium');
  const args = carried.args.filter((arg) => !ALONE.includes(arg));
  return chromium.launch({ executablePath: await carried.executablePath(), args: [...args, ...QUIET] });
}
