import assert from 'node:assert/strict';
import { toPath } from '../../server/src/lsp/from-lsp.ts';

describe('the path of a document', () => {
  const cases: readonly (readonly [uri: string, languageId: string, path: string, why: string])[] = [
    ['file:///project/app.ts', 'typescript', '/project/app.ts', 'a file'],
    ['file:///c%3A/my%20project/app.mjs', 'javascript', 'c:/my project/app.mjs', 'a file on Windows'],
    ['untitled:Untitled-1', 'typescript', 'Untitled-1.ts', 'an unsaved document has no ending'],
    ['untitled:Untitled-1', 'typescriptreact', 'Untitled-1.tsx', 'an unsaved document of TSX'],
    ['vscode-vfs://github/owner/app.js', 'javascript', '/owner/app.js', 'a file of a virtual workspace'],
    ['file:///app.js', 'typescriptreact', '/app.js.tsx', 'the language of the editor wins over the ending'],
    ['file:///a%ZZ.ts', 'typescript', 'file:///a%ZZ.ts', 'a URI that cannot be decoded'],
    ['nonsense', 'javascript', 'nonsense.js', 'no URI at all'],
  ];
  for (const [uri, languageId, path, why] of cases) {
    it(`is ${path} for ${uri}: ${why}`, () => assert.equal(toPath(uri, languageId), path));
  }
});
