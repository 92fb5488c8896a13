import assert from 'node:assert/strict';
import { DidChangeWatchedFilesNotification, FileChangeType } from 'vscode-languageserver-protocol';
import { createMemoryHost } from '../project/memory-host.ts';
import { startInProcess } from './harness/client.ts';
import { draw, withoutDrawing } from './harness/drawing.ts';

const FOLDER = 'file:///shop';
/** A controller whose errors are told in the body of a 200. */
const controller = (name: string, ...lines: readonly string[]): string => `import express from 'express';
export const ${name} = express.Router();
${name}.get('/${name}', (req, res) => {
${lines.join('\n')}
  res.json({ code: 0, data: [] });
});
`;
const BILLS = `  if (!req.query.a) return res.json({ code: 10001, error: 'no a' });
                                                   ^^^^^^^^^^^^^ no-error-body-with-success`;
const USERS = `  if (!req.query.a) return res.json({ code: 10001, error: 'no a' });
  if (!req.query.b) return res.json({ code: 10001, error: 'no b' });
  if (!req.query.c) return res.json({ error: 'no c' });
                                      ^^^^^^^^^^^^^ no-error-body-with-success`;
const FILES = {
  '/shop/package.json': '{"dependencies":{"express":"5"}}',
  '/shop/bills.ts': withoutDrawing(controller('bills', BILLS)),
  '/shop/users.ts': withoutDrawing(controller('users', USERS)),
};
const UNTIL_DONE = 1000;

describe('an editor on a project whose errors are told in the body of a 200', () => {
  async function start() {
    const disk = createMemoryHost(FILES);
    const client = await startInProcess({ folders: [FOLDER], disk });
    const open = (name: string) => client.openPlain(disk.readFile(`/shop/${name}`) ?? '', `${FOLDER}/${name}`);
    const documents = { bills: await open('bills.ts'), users: await open('users.ts') };
    const show = async (name: keyof typeof documents): Promise<string> => {
      const items = await documents[name].diagnostics();
      return draw(
        documents[name].text,
        items.map(({ range, code }) => ({ range, label: String(code) })),
      );
    };
    return { client, disk, documents, show };
  }

  it('shows at once what carries no code, and after the index says the habit once, and takes nothing back', async () => {
    const { client, show } = await start();
    assert.equal(await show('bills'), FILES['/shop/bills.ts']);
    assert.equal(await show('users'), controller('users', USERS));
    client.runtime.advance(UNTIL_DONE);
    await client.refreshes.take();
    assert.equal(await show('bills'), controller('bills', BILLS));
    assert.equal(await show('users'), controller('users', USERS));
    await client.stop();
  });

  it('shows each place once a file that is saved shows that there is no such habit', async () => {
    const { client, disk, documents } = await start();
    client.runtime.advance(UNTIL_DONE);
    await client.refreshes.take();
    assert.equal((await documents.users.diagnostics()).length, 1);
    disk.write(
      '/shop/orders.ts',
      FILES['/shop/users.ts'].replaceAll('res.json({ code: 1', 'res.status(400).json({ code: 1'),
    );
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: `${FOLDER}/orders.ts`, type: FileChangeType.Created }],
    });
    await documents.users.pull();
    client.runtime.advance(UNTIL_DONE);
    await client.refreshes.take();
    assert.equal((await documents.users.diagnostics()).length, 3);
    await client.stop();
  });
});
