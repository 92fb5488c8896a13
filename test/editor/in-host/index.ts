// The suite that runs inside the extension host of a real VS Code. Its host calls `run`.

/** Marks the lines that are meant for the script outside, among all that a workbench logs. */
const MARK = 'in-host:';

/** Runs every test in this host. Rejects if one fails, as hosts of test suites expect. */
export async function run(): Promise<void> {
  const { default: Mocha } = await import('mocha');
  const mocha = new Mocha({ timeout: 30_000, reporter: 'min' });
  mocha.suite.emit('pre-require', globalThis, 'in-host', mocha);
  await import('./suite.ts');
  const counts = { passed: 0, failed: 0 };
  await new Promise<void>((resolve) => {
    mocha
      .run(() => resolve())
      .on('pass', ({ title, duration }) => {
        counts.passed++;
        console.log(`${MARK} ✔ ${title} (${duration} ms)`);
      })
      .on('fail', ({ title }, error: Error) => {
        counts.failed++;
        console.log(`${MARK} ✘ ${title}: ${error.stack ?? error.message}`);
      });
  });
  console.log(`${MARK} ${counts.passed} passed, ${counts.failed} failed`);
  if (counts.failed > 0) throw new Error(`${counts.failed} tests failed in the extension host`);
}
