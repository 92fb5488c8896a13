// npm run try -- file…: prints all that the engine reads in a file, and why it does not know what it does not know.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled, root } from './setup.mjs';

ensureInstalled();
const paths = process.argv.slice(2);
if (paths.length === 0) stop('Usage: npm run try -- file…');
const absent = paths.filter((path) => !existsSync(path));
if (absent.length > 0) stop(`There is no ${absent.join(', ')}`);
const engine = await loadEngine();
const project = engine.createProject(engine.createDiskHost(process.cwd()));
for (const path of paths) show(path);

function show(path) {
  const text = readFileSync(path, 'utf8');
  const name = relative(process.cwd(), resolve(path)).replaceAll('\\', '/');
  const analysis = engine.analyze({ path: name, text }, engine.defaultSettings, project);
  const lineStarts = engine.getLineStarts(text);
  const at = ({ start }) => {
    const { line, character } = engine.toPosition(lineStarts, start);
    return `${line + 1}:${character + 1}`;
  };
  const shorten = ({ start, end }) => text.slice(start, end).replace(/\s+/g, ' ').slice(0, 90);
  console.log(`${name}: ${analysis.handlers.length} handlers, ${analysis.responses.length} responses`);
  for (const handler of analysis.handlers) {
    console.log(`\n${at(handler.span)} ${describeHandler(handler)}`);
    const own = analysis.responses.filter((response) => response.handler === handler);
    for (const response of own) showResponse(response);
    if (own.length === 0) console.log('  no response was read');
  }
  console.log(`\n${analysis.findings.length} findings`);
  for (const { span, severity, confidence, rule, message } of analysis.findings)
    console.log(`  ${at(span)} ${severity}, ${confidence}, ${rule}: ${message}`);
  for (const { where, error } of analysis.problems) console.log(`  internal problem in ${where}: ${error}`);

  function showResponse(response) {
    console.log(`  ${at(response.span)} ${shorten(response.span)}`);
    console.log(`    status    ${describeStatus(response.status)}${response.implicit ? ', not written' : ''}`);
    console.log(`    body      ${describeBody(response.body, shorten)}`);
    const headers = response.headers.map((header) => header.name).join(', ');
    if (headers) console.log(`    headers   ${headers}`);
    const ways = [response.state, `by ${response.via}`, ...(response.inCatch ? ['in a catch clause'] : [])];
    console.log(`    answered  ${ways.join(', ')}${response.decidedHere ? '' : ', decided elsewhere'}`);
    for (const condition of response.conditions) showCondition(condition);
    const inferred = engine.inferScenario(response);
    if (inferred) console.log(`    scenario  ${inferred.scenario.title}, as ${inferred.because}`);
  }
}

/** The engine of the sources as they stand, with the scenarios, which its façade keeps to itself. */
async function loadEngine() {
  const { build } = await import('esbuild');
  const { buildParser } = await import('./build/cut-typescript.mjs');
  const { useCutParser } = await import('./build/plugins.mjs');
  const parts = [
    `export * from './engine/index.ts';`,
    `export { inferScenario } from './engine/scenarios/infer.ts';`,
    `export { createDiskHost } from './disk-host.ts';`,
  ];
  const outfile = join(root, 'out', `try-${process.pid}.mjs`);
  await build({
    stdin: { contents: parts.join('\n'), resolveDir: join(root, 'server/src'), loader: 'ts' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    outfile,
    logLevel: 'error',
    plugins: [useCutParser(await buildParser())],
  });
  try {
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(outfile, { force: true });
  }
}

function describeHandler({ name, framework, method, route, handlesErrors, middleware, helper }) {
  const roles = [handlesErrors && 'handles errors', middleware && 'middleware', helper && 'helper'].filter(Boolean);
  const what = [framework, method ?? 'any method', route ?? 'unknown route', name].filter(Boolean).join(' ');
  return roles.length > 0 ? `${what} (${roles.join(', ')})` : what;
}

function describeStatus(status) {
  const values = engine.valuesOf(status);
  if (values) return values.join(' or ');
  return `unknown: ${status.why}${status.fallback === undefined ? '' : `, else ${status.fallback}`}`;
}

function describeBody(body, shorten) {
  return body.span ? `${body.kind}  ${shorten(body.span)}` : body.kind;
}

function showCondition({ holds, text, tests }) {
  const facts = tests.map(({ subject, origin, outcome, literal }) =>
    [subject, `(${origin})`, outcome, literal].filter(Boolean).join(' '),
  );
  console.log(`    ${holds ? 'if      ' : 'unless  '}  ${text.replace(/\s+/g, ' ')}`);
  for (const fact of facts) console.log(`              ${fact}`);
}

function stop(message) {
  console.error(message);
  process.exit(2);
}
