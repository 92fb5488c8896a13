// docs/frameworks.md: which frameworks are read, what was run of them, and what that showed.
import { loadEngine } from './load-engine.mjs';

const INTRODUCTION = `# Frameworks

What Status Lens knows of a framework is declared in one file of
[\`server/src/engine/frameworks\`](../server/src/engine/frameworks). Each declaration is held against the framework itself:
[\`test/conformance\`](../test/conformance) runs handlers of the real packages over a socket, and compares each status
that arrives with the one that the engine foretold. What no test has run is listed as such, and a finding that rests on
it is never more than a hint.
`;

/** @param {readonly string[]} ids of the adapters */
export async function frameworkPage(ids) {
  const sources = ids.map((id, index) => `export * as at${index} from './frameworks/${id}.ts';`);
  const { platforms, ...loaded } = await loadEngine(
    [...sources, "export { platforms } from '../../../test/conformance/platforms.ts';"].join('\n'),
  );
  const all = ids.map((_, index) => loaded[`at${index}`]);
  const rows = all.map(({ adapter }) => {
    const own = platforms.filter((one) => one.adapter === adapter.id);
    return `| ${adapter.name} | ${own.map(nameOf).join(', ')} |`;
  });
  const table = ['| framework | run as |', '| --- | --- |', ...rows].join('\n');
  return `${INTRODUCTION}\n${table}\n${all.map(sectionOf).join('')}`;
}

function nameOf({ name, versions }) {
  const majors = versions.map(({ major }) => major).filter((major) => major > 0);
  return majors.length === 0 ? name : `${name} ${majors.join(', ')}`;
}

function sectionOf({ adapter, facts }) {
  const told = facts.map((fact) => `- ${fact}\n`).join('');
  const unrun = listUnrun(adapter).map(([name, why]) => `- \`${name}\`: ${why}\n`);
  return `\n## ${adapter.name}\n\n${told}${unrun.length > 0 ? `\nNot run:\n\n${unrun.join('')}` : ''}`;
}

function listUnrun({ id, notRun, methods, made = {}, functions = {} }) {
  const parts = Object.entries({ ...methods, ...made, ...functions }).flatMap(([key, one]) =>
    one.notRun === undefined ? [] : [[key, one.notRun]],
  );
  return notRun === undefined ? parts : [[id, notRun], ...parts];
}
