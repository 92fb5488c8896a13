// Usage: node scripts/build/notices.mjs [--check]. Writes THIRD-PARTY-NOTICES.md from what the bundles contain.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from '../../esbuild.mjs';
import { root } from './plugins.mjs';

const path = join(root, 'THIRD-PARTY-NOTICES.md');

const INTRODUCTION = `# Third-party notices

Status Lens is published under the MIT licence (see LICENSE). Its bundles contain the packages below, each under its own
licence. This file is generated from the bundles: \`node scripts/build/notices.mjs\`.
`;

/** What was done to a package besides bundling it. */
const CHANGES = {
  typescript:
    'The files were changed: the build cuts `lib/typescript.js` down to its parser, leaves out what the parser does not use and gives identifiers the property `text`.',
};

/**
 * The text of THIRD-PARTY-NOTICES.md for the bundles as they are now.
 * @returns {Promise<string>}
 * @throws {Error} if a bundled package has no licence file
 */
export async function makeNotices() {
  const folder = mkdtempSync(join(tmpdir(), 'status-lens-notices-'));
  try {
    const metafiles = await build({ production: true, outputFolder: folder });
    const names = findPackages(Object.values(metafiles).flatMap(({ inputs }) => Object.keys(inputs)));
    return [INTRODUCTION, ...names.map(makeSection)].join('\n');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The packages that files belong to, sorted; a cached parser belongs to TypeScript. */
function findPackages(files) {
  const names = files.map((file) => {
    if (/node_modules\/\.cache\/status-lens\/typescript-[^/]+$/.test(file)) return 'typescript';
    return /^.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1];
  });
  return [...new Set(names.filter((name) => name !== undefined))].sort();
}

function makeSection(name) {
  const folder = join(root, 'node_modules', name);
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const licenceFile = readdirSync(folder).find((file) => /^licen[cs]e(\.|$)/i.test(file));
  if (!licenceFile) throw new Error(`${name} is bundled, and its package has no licence file`);
  const texts = [readFileSync(join(folder, licenceFile), 'utf8')];
  if (name === 'typescript')
    texts.push(findUnicodeNotice(readFileSync(join(folder, 'ThirdPartyNoticeText.txt'), 'utf8')));
  const changes = CHANGES[name] ? `\n${CHANGES[name]}\n` : '';
  const blocks = texts.map((text) => `\n\`\`\`text\n${normalize(text)}\n\`\`\`\n`);
  return `## ${name} ${version} (${license})\n${changes}${blocks.join('')}`;
}

/** Of what TypeScript takes from others, the scanner's tables of identifier characters are in the parser. */
function findUnicodeNotice(text) {
  const notice = /-+ Unicode -+\r?\n([\s\S]*?)\n-{20,}/.exec(text)?.[1];
  if (!notice)
    throw new Error("TypeScript's notices have no section on Unicode any more; look which of them the parser needs");
  return notice;
}

/** Licence texts have the line ends and trailing white space of their authors' editors. */
function normalize(text) {
  return text
    .split(/\r?\n/)
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const notices = await makeNotices();
  if (!process.argv.includes('--check')) {
    writeFileSync(path, notices);
  } else if (readFileSync(path, 'utf8').replaceAll('\r\n', '\n') !== notices) {
    console.error('THIRD-PARTY-NOTICES.md does not fit the bundles: run `node scripts/build/notices.mjs`.');
    process.exitCode = 1;
  }
}
