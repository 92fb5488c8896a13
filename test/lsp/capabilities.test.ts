import assert from 'node:assert/strict';
import { LIKE_A_SMALL_EDITOR, startInProcess } from './harness/client.ts';

describe('what the server says it can do', () => {
  it('offers pull diagnostics to a client that pulls', async () => {
    const client = await startInProcess();
    assert.deepEqual(client.server.capabilities, {
      positionEncoding: 'utf-16',
      textDocumentSync: { openClose: true, change: 2 },
      hoverProvider: true,
      definitionProvider: true,
      documentHighlightProvider: true,
      workspaceSymbolProvider: true,
      completionProvider: { triggerCharacters: ['(', '1', '2', '3', '4', '5'], resolveProvider: true },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      codeActionProvider: { codeActionKinds: ['quickfix', 'source.fixAll.statusLens'] },
      diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: false },
    });
    await client.stop();
  });

  it('offers no pull diagnostics to a client that cannot pull', async () => {
    const client = await startInProcess({ capabilities: LIKE_A_SMALL_EDITOR });
    assert.equal(client.server.capabilities.diagnosticProvider, undefined);
    await client.stop();
  });

  it('offers no code actions to a client that takes commands alone', async () => {
    const client = await startInProcess({ capabilities: {} });
    assert.equal(client.server.capabilities.codeActionProvider, undefined);
    await client.stop();
  });
});
