import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { listZip } from './zip.ts';

type PackageExtension = (options: { outputFolder: string }) => Promise<{ path: string; kilobytes: number }>;

/** Those of the walkthrough, in dark, light and high contrast; the README shows the dark ones. */
const PICTURES = [
  'completion',
  ...['exercise', 'hover', 'look-up', 'quick-fix'].flatMap((name) => ['', '-light', '-hc'].map((kind) => name + kind)),
];

describe('the package', function () {
  this.timeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), 'status-lens-vsix-'));
  let made: { path: string; kilobytes: number };
  before(async () => {
    const script: { packageExtension: PackageExtension } = await import(
      pathToFileURL(resolve('scripts/package.mjs')).href
    );
    // It throws upon any warning.
    made = await script.packageExtension({ outputFolder: folder });
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('is at most 900 KB', () => {
    assert.ok(made.kilobytes <= 900, `${made.kilobytes} KB`);
  });

  it('holds the bundles, the pages of the rules and what a user is owed, and nothing else', () => {
    const rules = readdirSync('docs/rules').map((name) => `extension/docs/rules/${name}`);
    const bundles = ['cli', 'client.browser', 'client', 'engine', 'exercise', 'server.browser', 'server'];
    // The packager renames these three.
    const texts = ['LICENSE.txt', 'changelog.md', 'readme.md', 'THIRD-PARTY-NOTICES.md', 'package.json'];
    const expected = [
      '[Content_Types].xml',
      'extension.vsixmanifest',
      'extension/media/icon.png',
      ...PICTURES.map((name) => `extension/media/${name}.webp`),
      ...texts.map((name) => `extension/${name}`),
      'extension/dist/exercise.css',
      ...bundles.map((name) => `extension/dist/${name}.js`),
      ...readdirSync('syntaxes').map((name) => `extension/syntaxes/${name}`),
      ...rules,
      ...readdirSync('snippets').map((name) => `extension/snippets/${name}`),
    ];
    assert.deepEqual(listZip(readFileSync(made.path)).sort(), expected.sort());
  });
});
