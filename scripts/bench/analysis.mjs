import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { buildParser } from '../build/cut-typescript.mjs';
import { typeIn } from './keystrokes.mjs';
import { makeExpressFile } from './sample.mjs';
import { formatTime, measure, summarize } from './statistics.mjs';

const RATIO_TARGET = 2.5;
const P95_TARGET_MS = 15;
const GROWTH_TARGET = 1.3;
const HELPER_TARGET_MS = 100;
const OPEN_FILES = 30;

/**
 * Times the engine: a file after each of many keystrokes beside its parse alone, how the time grows with the file, and an
 * edit in a helper that many open files use.
 * @param {string} enginePath the bundled engine
 */
export async function benchAnalysis(enginePath) {
  const engine = createRequire(import.meta.url)(enginePath);
  const parser = await import(pathToFileURL(await buildParser()).href);
  const options = { languageVersion: parser.ScriptTarget.Latest, jsDocParsingMode: parser.JSDocParsingMode.ParseNone };
  const timeOf = (lines, runs) => {
    const source = { path: '/bench/app.ts', text: makeExpressFile(lines) };
    const parsing = summarize(measure(() => parser.createSourceFile('app.ts', source.text, options, true), runs));
    const analysis = summarize(measure(() => engine.analyze(source, engine.defaultSettings), runs));
    return { parsing, analysis };
  };
  const runs = { warmUps: 30, runs: 100 };
  const { parsing, analysis: whole } = timeOf(1000, runs);
  const typing = summarize(benchTyping(engine, 'handlers', runs));
  const atTheTop = summarize(benchTyping(engine, 'top', runs));
  const ratio = typing.median / parsing.median;
  console.log('Analysis of a 1,000-line Express file, from text to findings, in a warm process:');
  report('after a keystroke in a handler', typing);
  report('after one at the top level', atTheTop);
  report('from nothing', whole);
  report('parse alone', parsing);
  console.log(`  ratio of the first ${ratio.toFixed(2)}; target ${RATIO_TARGET}: ${verdict(ratio, RATIO_TARGET)}`);
  console.log(`  ratio from nothing ${(whole.median / parsing.median).toFixed(2)}`);
  console.log(`  p95 target ${P95_TARGET_MS} ms: ${verdict(typing.p95, P95_TARGET_MS)}`);
  const short = timeOf(500, { warmUps: 20, runs: 40 }).analysis.median / 500;
  const long = timeOf(8000, { warmUps: 3, runs: 10 }).analysis.median / 8000;
  console.log('Growth from 500 to 8,000 lines, from nothing:');
  console.log(
    `  per line ×${(long / short).toFixed(2)}; target ${GROWTH_TARGET}: ${verdict(long / short, GROWTH_TARGET)}`,
  );
  const edit = summarize(benchHelperEdit(engine));
  console.log(`An edit in a helper that ${OPEN_FILES} open files use, until all are checked again:`);
  console.log(
    `  median ${formatTime(edit.median)}; target ${HELPER_TARGET_MS} ms: ${verdict(edit.median, HELPER_TARGET_MS)}`,
  );
}

/** Each run analyses another text than the one before, as an editor does while somebody types. */
function benchTyping({ analyze, createMemory, createProject, defaultSettings, noHost }, where, runs) {
  const project = createProject(noHost);
  const next = typeIn(makeExpressFile(1000), where);
  const memory = createMemory();
  return measure(() => analyze({ path: '/bench/app.ts', text: next() }, defaultSettings, project, memory), runs);
}

function report(name, { median, p95 }) {
  console.log(`  ${name.padEnd(31)} median ${formatTime(median)}, p95 ${formatTime(p95)}`);
}

function benchHelperEdit({ analyze, createProject, defaultSettings, noHost }) {
  const texts = new Map();
  const project = createProject({ ...noHost, readFile: (path) => texts.get(path), isFile: (path) => texts.has(path) });
  const sources = Array.from({ length: OPEN_FILES }, (_, index) => ({
    path: `src/app${index}.ts`,
    text: `import { fail } from './fail';\n${makeExpressFile(60)}\napp.get('/last', (req, res) => fail(res, ${400 + index}));\n`,
  }));
  let edits = 0;
  return measure(
    () => {
      edits++;
      texts.set('src/fail.ts', `export function fail(res, status) { res.status(status).json({ edits: ${edits} }); }`);
      for (const source of sources) analyze(source, defaultSettings, project);
    },
    { warmUps: 10, runs: 20 },
  );
}

function verdict(measured, target) {
  return measured <= target ? 'met' : 'missed';
}
