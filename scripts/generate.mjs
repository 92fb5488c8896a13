// Writes what follows from the engine: registries, settings, README tables, the pages of rules and of status codes.
//   npm run generate              writes
//   npm run generate -- --check   names what is out of date and exits 1
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './build/plugins.mjs';
import { frameworkPage } from './generate/framework-page.mjs';
import { libraryPage } from './generate/library-page.mjs';
import { ruleIndex, rulePage, ruleTable, settingsTable, suppressionPage } from './generate/pages.mjs';
import { registry, testExamples } from './generate/registries.mjs';
import { ruleSettings, teamSettings } from './generate/settings.mjs';
import { snippetFiles } from './generate/snippets.mjs';
import { statusPages } from './generate/status-pages.mjs';
import { ensureInstalled } from './setup.mjs';

/** The files that `npm run generate` owns, by path from the root, with the text that each should have. */
export async function generateAll() {
  const { loadRules } = await import('./generate/load-rules.mjs');
  const { rules } = await loadRules();
  const files = new Map();
  files.set(
    'server/src/engine/registry.generated.ts',
    registry(idsIn('frameworks'), idsIn('rules'), idsIn('snippets/words')),
  );
  files.set('test/rule-examples.generated.ts', testExamples(idsIn('rules')));
  files.set('docs/frameworks.md', await frameworkPage(idsIn('frameworks')));
  for (const [path, page] of await statusPages()) files.set(path, page);
  files.set('docs/libraries.md', await libraryPage());
  const snippets = await snippetFiles();
  for (const [path, text] of snippets.files) files.set(path, text);
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const { properties } = manifest.contributes.configuration;
  properties['statusLens.rules'] = ruleSettings(rules.map(({ rule }) => rule));
  const team = await teamSettings();
  // A policy that is gone leaves nothing behind.
  for (const name of Object.keys(properties))
    if (name.startsWith('statusLens.policy.') && !(name in team)) delete properties[name];
  Object.assign(properties, team);
  manifest.contributes.snippets = snippets.contributed;
  for (const rule of rules)
    files.set(`docs/rules/${rule.rule.id}.md`, rulePage(rule, checkOf(rule.rule.id), properties));
  files.set('docs/rules/README.md', ruleIndex(rules.map(({ rule }) => rule)));
  files.set('docs/rules/unused-suppression.md', suppressionPage());
  files.set('package.json', `${JSON.stringify(manifest, null, 2)}\n`);
  let readme = readFileSync(join(root, 'README.md'), 'utf8');
  readme = fill(readme, 'rules', ruleTable(rules.map(({ rule }) => rule)));
  readme = fill(readme, 'settings', settingsTable(manifest.contributes.configuration.properties));
  readme = fill(readme, 'snippets', snippets.excerpt);
  files.set('README.md', readme);
  return files;
}

/** The text of a rule's file up to its examples. */
function checkOf(id) {
  const [text] = readFileSync(join(root, 'server/src/engine/rules', `${id}.ts`), 'utf8').split('export const bad', 1);
  return text;
}

function idsIn(folder) {
  return readdirSync(join(root, 'server/src/engine', folder))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.slice(0, -3))
    .sort();
}

/** Replaces what stands between the markers of `name`. */
function fill(text, name, table) {
  const opening = `<!-- generated: ${name} -->`;
  const closing = '<!-- /generated -->';
  const start = text.indexOf(opening);
  const end = text.indexOf(closing, start);
  if (start < 0 || end < 0) throw new Error(`README.md has no markers for the table "${name}"`);
  return `${text.slice(0, start + opening.length)}\n${table}\n${text.slice(end)}`;
}

function stalePages(files) {
  return ['docs/rules', 'docs/status-codes', 'snippets']
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`))
    .filter((path) => !files.has(path));
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  ensureInstalled();
  const check = process.argv.includes('--check');
  // The registry comes first: without it a new rule cannot be loaded by whoever imports the engine.
  const files = await generateAll();
  const different = [...files]
    .filter(([path, text]) => !existsSync(join(root, path)) || readFileSync(join(root, path), 'utf8') !== text)
    .map(([path]) => path);
  const stale = stalePages(files);
  if (check) {
    for (const path of different) console.error(`${path} is out of date: run \`npm run generate\``);
    for (const path of stale) console.error(`${path} belongs to nothing any more: run \`npm run generate\``);
    process.exitCode = different.length + stale.length > 0 ? 1 : 0;
  } else {
    for (const path of different) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), files.get(path));
      console.log(`wrote ${path}`);
    }
    for (const path of stale) {
      rmSync(join(root, path));
      console.log(`removed ${path}`);
    }
  }
}
