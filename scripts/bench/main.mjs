// Usage: npm run bench. Builds the server twice, with the cut-down parser and with all of TypeScript, and times both.
//   npm run bench -- features             times hover and completion alone
//   npm run bench -- workspace [folder]   times the index alone, of a workspace that is written for it or of a folder
//   npm run bench -- analysis             times the engine alone
//   npm run bench -- editor               times the activation in a real VS Code alone
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findEditorNode } from '../editor/fetch.mjs';
import { ensureInstalled } from '../setup.mjs';
import { benchAnalysis } from './analysis.mjs';
import { benchFeatures } from './features.mjs';
import { timeFirstDiagnostics } from './first-diagnostics.mjs';
import { makeExpressFile } from './sample.mjs';
import { formatTime, measure, summarize } from './statistics.mjs';
import { benchWorkspace } from './workspace-index.mjs';

const TARGET_MS = 150;
const START_RUNS = 15;
const require = createRequire(import.meta.url);

ensureInstalled();
const { build } = await import('../../esbuild.mjs');
const folder = mkdtempSync(join(tmpdir(), 'status-lens-bench-'));
try {
  const bundles = { production: true, only: ['engine.js', 'server.js'] };
  await build({ ...bundles, outputFolder: join(folder, 'cut') });
  const [only, given] = process.argv.slice(2);
  if (!only) {
    await build({ ...bundles, outputFolder: join(folder, 'whole'), parser: require.resolve('typescript') });
    await benchStart();
  }
  const wants = (part) => !only || only === part;
  if (wants('analysis')) await benchAnalysis(join(folder, 'cut', 'engine.js'));
  if (wants('features')) await benchFeatures(join(folder, 'cut', 'server.js'));
  if (wants('workspace')) await benchWorkspace(join(folder, 'cut', 'server.js'), given);
  if (wants('editor')) await benchEditor();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function benchEditor() {
  const { packageExtension } = await import('../package.mjs');
  const { benchActivation } = await import('./activation.mjs');
  const { path } = await packageExtension({ outputFolder: folder });
  await benchActivation(path);
}

/** With the Node that runs this, and with the one that the newest VS Code brings, if it has been fetched. */
async function benchStart() {
  const text = makeExpressFile(300);
  const editorNode = findEditorNode('newest');
  await benchStartWith(`Node ${process.version}`, process.execPath, text);
  if (editorNode) await benchStartWith('the Node of the newest VS Code', editorNode, text);
}

async function benchStartWith(name, node, text) {
  const times = { cut: [], whole: [] };
  let count = 0;
  // The first round fills the file system's caches; taking turns shares out whatever else the machine does.
  for (let run = 0; run <= START_RUNS; run++) {
    for (const [bundle, series] of Object.entries(times)) {
      const first = await timeFirstDiagnostics(join(folder, bundle, 'server.js'), text, node);
      if (run > 0) series.push(first.time);
      count = first.count;
    }
  }
  const floor = summarize(measure(() => spawnSync(node, ['-e', '0']), { warmUps: 2, runs: START_RUNS }));
  const cut = summarize(times.cut);
  const whole = summarize(times.whole);
  const verdict = cut.median <= TARGET_MS ? 'met' : 'missed';
  console.log(
    `Server process start to the first diagnostics (${count}) of a 300-line Express file, ${START_RUNS} runs, ${name}:`,
  );
  console.log(`  as shipped             median ${formatTime(cut.median)}, p95 ${formatTime(cut.p95)}`);
  console.log(`  with TypeScript uncut  median ${formatTime(whole.median)}, p95 ${formatTime(whole.p95)}`);
  console.log(`  an empty Node process  median ${formatTime(floor.median)}, p95 ${formatTime(floor.p95)}`);
  console.log(`  ratio ${(cut.median / whole.median).toFixed(2)}; target ${TARGET_MS} ms median: ${verdict}`);
}
