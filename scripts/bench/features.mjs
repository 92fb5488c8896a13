import { makeExpressFile } from './sample.mjs';
import { startServer } from './server-process.mjs';
import { formatTime, summarize } from './statistics.mjs';

const URI = 'file:///bench/app.ts';
const WARM_UPS = 40;
const RUNS = 150;
const TARGETS_MS = { hover: 10, completion: 20 };
const CAPABILITIES = {
  textDocument: {
    diagnostic: {},
    hover: { contentFormat: ['markdown'] },
    completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
  },
};

/**
 * Times hover and completion in a 1,000-line file, from the request to the answer, in a server that is warm. What the
 * messages themselves take is in it: it is told beside, as the time of a hover where there is nothing to show.
 * @param {string} serverPath
 */
export async function benchFeatures(serverPath) {
  const { request, notify, stop } = startServer(serverPath);
  await request('initialize', { processId: process.pid, rootUri: null, capabilities: CAPABILITIES });
  notify('initialized', {});
  let text = makeExpressFile(1000);
  let version = 1;
  const textDocument = { uri: URI };
  notify('textDocument/didOpen', { textDocument: { ...textDocument, languageId: 'typescript', version, text } });
  await request('textDocument/diagnostic', { textDocument });

  const statuses = [...text.matchAll(/status\((\d{3})\)/g)].map(({ index }) => positionAt(text, index + 8));
  const hover = await time((run) =>
    request('textDocument/hover', { textDocument, position: statuses[run % statuses.length] }),
  );
  const nothing = await time(() =>
    request('textDocument/hover', { textDocument, position: { line: 2, character: 0 } }),
  );

  const typed = '  return res.status(4';
  const place = text.indexOf('\n    return res.status(404)') + 1;
  const line = positionAt(text, place).line;
  text = `${text.slice(0, place)}${typed}\n${text.slice(place)}`;
  notify('textDocument/didChange', {
    textDocument: { ...textDocument, version: ++version },
    contentChanges: [{ text }],
  });
  const context = { triggerKind: 2, triggerCharacter: '4' };
  const completion = await time(async () => {
    // Each list is wanted right after a keystroke.
    const range = { start: { line, character: typed.length - 1 }, end: { line, character: typed.length } };
    const contentChanges = [{ range, text: '4' }];
    notify('textDocument/didChange', { textDocument: { ...textDocument, version: ++version }, contentChanges });
    const position = { line, character: typed.length };
    return request('textDocument/completion', { textDocument, position, context });
  });
  await stop();

  console.log(`Answers of a warm server about a 1,000-line Express file, ${RUNS} runs, messages included:`);
  report('hover', hover);
  report('completion', completion);
  const floor = summarize(nothing.times);
  console.log(`  nothing     median ${formatTime(floor.median)}, p95 ${formatTime(floor.p95)}`);
}

function report(name, { times, last }) {
  const { median, p95 } = summarize(times);
  const verdict = p95 <= TARGETS_MS[name] ? 'met' : 'missed';
  const size = `${Math.ceil(JSON.stringify(last).length / 1024)} KB`;
  console.log(
    `  ${name.padEnd(11)} median ${formatTime(median)}, p95 ${formatTime(p95)}; target ${TARGETS_MS[name]} ms p95: ${verdict}; ${size}`,
  );
}

async function time(ask) {
  const times = [];
  let last;
  for (let run = 0; run < WARM_UPS + RUNS; run++) {
    const start = performance.now();
    last = await ask(run);
    if (run >= WARM_UPS) times.push(performance.now() - start);
    if (last === undefined) throw new Error('There was no answer');
  }
  return { times, last };
}

function positionAt(text, offset) {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length - 1, character: lines.at(-1).length };
}
