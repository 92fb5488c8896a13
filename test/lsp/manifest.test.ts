import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { getSelector } from '../../client/src/selector.ts';

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly contributes: { readonly commands: readonly { readonly command: string; readonly category: string }[] };
}

const manifest: Manifest = JSON.parse(readFileSync('package.json', 'utf8'));

describe('the manifest and the client', () => {
  it('name the same commands, each in the file that is called after it', () => {
    const ids = readdirSync('client/src/commands').map((file) => {
      const name = file.replace('.ts', '').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
      const id = `statusLens.${name}`;
      assert.ok(readFileSync(`client/src/commands/${file}`, 'utf8').includes(`'${id}'`), `${file} registers ${id}`);
      return id;
    });
    assert.deepEqual(manifest.contributes.commands.map(({ command }) => command).sort(), ids.sort());
  });

  it('put every command under one name in the palette', () => {
    assert.deepEqual(
      manifest.contributes.commands.filter(({ category }) => category !== 'Status Lens'),
      [],
    );
  });

  it('wake the extension for the languages that the server is told of', () => {
    const languages = new Set(getSelector([]).map(({ language }) => language));
    assert.deepEqual(
      [...languages].map((language) => `onLanguage:${language}`),
      manifest.activationEvents.filter((event) => event.startsWith('onLanguage:')),
    );
  });
});

describe('the documents that the server is told of', () => {
  const hasScheme = (scheme: string, workspaceSchemes: readonly string[] = []) =>
    getSelector(workspaceSchemes).some((filter) => filter.scheme === scheme);

  it('are files, unsaved ones and those of virtual workspaces', () => {
    assert.ok(['file', 'untitled', 'vscode-vfs', 'vscode-remote'].every((scheme) => hasScheme(scheme)));
  });

  it('are those of the open workspace, whatever its scheme is', () => {
    assert.equal(hasScheme('memfs'), false);
    assert.equal(hasScheme('memfs', ['memfs']), true);
  });

  it('are never old versions or logs, in which nothing can be repaired', () => {
    assert.deepEqual(
      ['git', 'output'].filter((scheme) => hasScheme(scheme)),
      [],
    );
  });
});
