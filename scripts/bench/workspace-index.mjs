import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { buildParser } from '../build/cut-typescript.mjs';
import { startServer } from './server-process.mjs';
import { formatTime, summarize } from './statistics.mjs';
import { writeWorkspace } from './workspace.mjs';

const TARGETS = { first: 1000, cold: 8000, warm: 2000, typing: 1.3, heap: 120, rss: 300 };
const CAPABILITIES = {
  workspace: { configuration: true, diagnostics: { refreshSupport: true } },
  textDocument: { diagnostic: {}, hover: { contentFormat: ['markdown'] } },
};
const SOURCE = /\.[cm]?[jt]sx?$/;
const SKIPPED = /^(?:node_modules|dist|build|out|coverage|vendor|public|\..*)$/;
const CHEAP_TEST = /\b(?:express|fastify|koa|hono|elysia|Router)\b/i;
const KEYSTROKES = 60;
/** Of somebody who types fast, and stops for a moment now and then. */
const BETWEEN_KEYS_MS = [80, 120, 65, 95, 250, 70, 110, 150, 60, 90];
const ROUNDS = 3;
const MEGABYTE = 1024 * 1024;

/**
 * Times a server that is started on a workspace: the findings of the first file, the index from nothing and from what an
 * earlier session left, typing meanwhile, and memory afterwards; beside it what reading, the cheap test and parsing take.
 * @param {string} serverPath
 * @param {string | undefined} given a workspace of the user's; without one, one is written
 */
export async function benchWorkspace(serverPath, given) {
  const scratch = mkdtempSync(join(tmpdir(), 'status-lens-bench-workspace-'));
  try {
    const folder = given === undefined ? join(scratch, 'workspace') : resolve(given);
    const written = given === undefined ? writeWorkspace(folder) : undefined;
    const files = listSources(folder);
    const opened =
      written ?? files.find((path) => /\b(?:req|ctx|reply)\b/.test(readFileSync(path, 'utf8'))) ?? files[0];
    console.log(
      `A workspace of ${files.length.toLocaleString('en')} source files, ${given ?? 'written for this'}, ${ROUNDS} runs:`,
    );
    await reportFloor(folder);
    const runs = [];
    for (let round = 0; round < ROUNDS; round++) {
      const storage = join(scratch, `storage${round}`);
      const cold = await runSession({ serverPath, folder, opened, storage });
      const warm = await runSession({ serverPath, folder, opened, storage });
      runs.push({ cold, warm, alone: await runSession({ serverPath, folder: undefined, opened, storage: undefined }) });
    }
    report(runs);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** What no index can be quicker than: each file is read and tested, and those that may register are parsed. */
async function reportFloor(folder) {
  const parser = await import(pathToFileURL(await buildParser()).href);
  const options = { languageVersion: parser.ScriptTarget.Latest, jsDocParsingMode: parser.JSDocParsingMode.ParseNone };
  const used = process.cpuUsage();
  const start = performance.now();
  const texts = listSources(folder).map((path) => [path, readFileSync(path, 'utf8')]);
  const read = performance.now();
  const passed = texts.filter(([, text]) => CHEAP_TEST.test(text));
  const tested = performance.now();
  for (const [path, text] of passed) parser.createSourceFile(path, text, options, true);
  const parsed = performance.now();
  const { user, system } = process.cpuUsage(used);
  console.log(
    `  floor              ${formatTime((user + system) / 1000)} of processor time in ${formatTime(parsed - start)}: ${formatTime(read - start)} to list and read, ${formatTime(tested - read)} to test, ${formatTime(parsed - tested)} to parse ${passed.length} files`,
  );
}

function listSources(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return SKIPPED.test(entry.name) ? [] : listSources(path);
    return entry.isFile() && SOURCE.test(entry.name) ? [path] : [];
  });
}

/** Starts a server, opens a file, types in it until the index is complete, and then again. */
async function runSession({ serverPath, folder, opened, storage }) {
  const start = performance.now();
  const server = startServer(serverPath, process.execPath, { probe: true });
  const workspaceFolders = folder === undefined ? null : [{ uri: pathToFileURL(folder).href, name: 'workspace' }];
  const complete = folder === undefined ? Promise.resolve() : server.asked('workspace/diagnostic/refresh');
  const state = { complete: undefined, processor: undefined };
  const finished = complete.then(async () => {
    state.complete = performance.now() - start;
    state.processor = await server.measure('time');
  });
  await server.request('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: CAPABILITIES,
    workspaceFolders,
    initializationOptions: { storage },
  });
  server.notify('initialized', {});
  const typist = openFile(server, opened);
  await typist.pull();
  const first = performance.now() - start;
  const meanwhile = [];
  while (folder === undefined ? meanwhile.length < KEYSTROKES : state.complete === undefined) {
    meanwhile.push(await typist.type());
    await pause(BETWEEN_KEYS_MS[meanwhile.length % BETWEEN_KEYS_MS.length]);
  }
  await finished;
  // The first pull afterwards links what was read.
  const linked = await typist.type();
  const after = [];
  for (let count = 0; count < KEYSTROKES; count++) after.push(await typist.type());
  const memory = await server.measure('memory');
  await server.stop();
  return { first, ...state, meanwhile, linked, after, ...memory };
}

/** Opens a file and types at its end; each keystroke is over when its diagnostics have come. */
function openFile({ request, notify }, path) {
  const textDocument = { uri: pathToFileURL(path).href };
  let version = 1;
  let text = readFileSync(path, 'utf8');
  notify('textDocument/didOpen', { textDocument: { ...textDocument, languageId: 'typescript', version, text } });
  const pull = () => request('textDocument/diagnostic', { textDocument });
  return {
    pull,
    async type() {
      const started = performance.now();
      const lines = text.split('\n');
      const end = { line: lines.length - 1, character: lines.at(-1).length };
      text += '/';
      version++;
      notify('textDocument/didChange', {
        textDocument: { ...textDocument, version },
        contentChanges: [{ range: { start: end, end }, text: '/' }],
      });
      await pull();
      return performance.now() - started;
    },
  };
}

function report(runs) {
  const middle = (read) => summarize(runs.map(read)).median;
  const judge = (value, target) => `target ${target}: ${value <= target ? 'met' : 'missed'}`;
  const time = (name, read, target, readProcessor) => {
    const value = middle(read);
    const processor = readProcessor ? `, ${formatTime(middle(readProcessor))} of processor time` : '';
    console.log(`  ${name.padEnd(18)} ${formatTime(value)} after the start${processor}; ${judge(value, target)}`);
  };
  time('first findings', ({ cold }) => cold.first, TARGETS.first);
  time(
    'index, cold',
    ({ cold }) => cold.complete,
    TARGETS.cold,
    ({ cold }) => cold.processor,
  );
  time(
    'index, warm',
    ({ warm }) => warm.complete,
    TARGETS.warm,
    ({ warm }) => warm.processor,
  );
  reportKeys(runs);
  const size = (name, read, target) => {
    const value = Math.max(...runs.flatMap(({ cold, warm }) => [read(cold), read(warm)])) / MEGABYTE;
    console.log(`  ${name.padEnd(18)} ${value.toFixed(0)} MB; ${judge(value, target)}`);
  };
  size('heap, collected', ({ heap }) => heap, TARGETS.heap);
  size('memory at most', ({ mostRss }) => mostRss, TARGETS.rss);
}

/** The first keys are the slowest, as nothing has been compiled for them: as many are compared as fell into the time of the index. */
function reportKeys(runs) {
  const keys = (name, times) => {
    const found = summarize(times);
    const { median, p95 } = found;
    const longest = formatTime(Math.max(...times));
    console.log(`  ${name.padEnd(18)} median ${formatTime(median)}, p95 ${formatTime(p95)}, longest ${longest}`);
    return found;
  };
  const pairs = runs.flatMap(({ cold, warm, alone }) => [cold, warm].map((one) => [one.meanwhile, alone.meanwhile]));
  const alone = keys(
    'a key, no index',
    pairs.flatMap(([those, all]) => all.slice(0, those.length)),
  );
  const meanwhile = keys(
    'a key, meanwhile',
    pairs.flatMap(([those]) => those),
  );
  const [middle, high] = [meanwhile.median / alone.median, meanwhile.p95 / alone.p95];
  const met = Math.max(middle, high) <= TARGETS.typing ? 'met' : 'missed';
  console.log(
    `  ${''.padEnd(18)} ${middle.toFixed(2)} times the median, ${high.toFixed(2)} times the p95; target ${TARGETS.typing}: ${met}`,
  );
  keys(
    'a key, afterwards',
    runs.flatMap(({ cold, warm }) => [...cold.after, ...warm.after]),
  );
  keys(
    'the key that links',
    runs.flatMap(({ cold, warm }) => [cold.linked, warm.linked]),
  );
}
