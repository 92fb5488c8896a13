import assert from 'node:assert/strict';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type FileEvent,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver-protocol';
import { hashOf } from '../../server/src/engine/project/saved-index.ts';
import { type RunningServer, startServerIn } from './harness/server-process.ts';

const FILE = 'workspace-index.json';
const SERVER = `import express from 'express';
import { users } from './users';
const app = express();
app.use('/api', users);
`;

/** A router with one route of this name, of the same length for names of the same length. */
const routerWith = (name: string): string =>
  `import { Router } from 'express';\nexport const users = Router();\nusers.get('/${name}', (req, res) => res.json({}));\n`;

describe('the index of a workspace on the disk', function () {
  this.timeout(60_000);
  let root: string;
  let folder: string;
  let storage: string;
  let running: RunningServer | undefined;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'status-lens-index-'));
    folder = join(root, 'shop');
    storage = join(root, 'storage');
    mkdirSync(folder);
    write('package.json', '{"dependencies":{"express":"5"}}');
    write('server.ts', SERVER);
    write('users.ts', routerWith('users'));
  });
  afterEach(async () => {
    await running?.stop();
    running = undefined;
    rmSync(root, { recursive: true, force: true });
  });

  function write(path: string, text: string): void {
    writeFileSync(join(folder, path), text);
  }

  /** Gives a file a time, whatever time it is. */
  function setClock(path: string, time = new Date('2026-01-01')): void {
    utimesSync(join(folder, path), time, time);
  }

  /** Starts a server on the folder, and waits until it has read all of it. */
  async function start(kept = storage): Promise<RunningServer> {
    running = await startServerIn(folder, kept);
    await running.client.refreshes.take();
    return running;
  }

  async function stop(): Promise<void> {
    await running?.stop();
    running = undefined;
  }

  async function listRoutes({ client }: RunningServer): Promise<readonly string[]> {
    const found = (await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query: '' })) ?? [];
    return found.map(({ name }) => name).sort();
  }

  /** Tells the server what happened to files, and waits until it has read on. */
  async function tell({ client }: RunningServer, type: FileChangeType, paths: readonly string[]): Promise<void> {
    const changes = paths.map((path) => ({ uri: pathToFileURL(join(folder, path)).href, type }));
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes });
    await client.refreshes.take();
  }

  function assertNoErrors({ client }: RunningServer): void {
    assert.deepEqual(client.shown.takeAll(), []);
    assert.deepEqual(
      client.logged
        .takeAll()
        .filter(({ type }) => type === 1)
        .map(({ message }) => message),
      [],
    );
  }

  it('sees a change between two sessions although the clock was set back to the time of the old file', async () => {
    setClock('server.ts');
    await start();
    await stop();
    write('server.ts', SERVER.replace("'/api'", "'/app'"));
    setClock('server.ts');
    const server = await start();
    assert.deepEqual(await listRoutes(server), ['GET /app/users']);
    assertNoErrors(server);
  });

  it('sees a file begin to register although size and time stayed as they were', async () => {
    const padded = `export const nothing = 1;`.padEnd(routerWith('users').length);
    write('users.ts', padded);
    setClock('users.ts');
    await start();
    await stop();
    write('users.ts', routerWith('users'));
    setClock('users.ts');
    const server = await start();
    assert.deepEqual(await listRoutes(server), ['GET /api/users']);
    assertNoErrors(server);
  });

  for (const [name, time] of [
    ['the future', new Date('2199-01-01')],
    ['the beginning of time', new Date(0)],
  ] as const)
    it(`takes files whose clock stands in ${name} as they are`, async () => {
      for (const file of ['server.ts', 'users.ts']) setClock(file, time);
      await start();
      await stop();
      const server = await start();
      assert.deepEqual(await listRoutes(server), ['GET /api/users']);
      assertNoErrors(server);
      await stop();
      write('users.ts', routerWith('wares'));
      setClock('users.ts', time);
      const next = await start();
      assert.deepEqual(await listRoutes(next), ['GET /api/wares']);
      assertNoErrors(next);
    });

  it('reads a folder that was moved at its new place', async () => {
    await start();
    await stop();
    const moved = join(root, 'moved');
    renameSync(folder, moved);
    folder = moved;
    const server = await start();
    assert.deepEqual(await listRoutes(server), ['GET /api/users']);
    assertNoErrors(server);
    await stop();
    assert.ok(!readFileSync(join(storage, FILE), 'utf8').includes('/shop/'));
  });

  it('follows a folder inside of it that is moved while it runs', async () => {
    mkdirSync(join(folder, 'old'));
    write('server.ts', SERVER.replace('./users', './new/users'));
    renameSync(join(folder, 'users.ts'), join(folder, 'old/users.ts'));
    const server = await start();
    assert.deepEqual(await listRoutes(server), ['GET /users']);
    renameSync(join(folder, 'old'), join(folder, 'new'));
    // An editor tells of the folders alone.
    const changes: FileEvent[] = [
      { uri: pathToFileURL(join(folder, 'old')).href, type: FileChangeType.Deleted },
      { uri: pathToFileURL(join(folder, 'new')).href, type: FileChangeType.Created },
    ];
    await server.client.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes });
    await server.client.refreshes.take();
    assert.deepEqual(await listRoutes(server), ['GET /api/users']);
    assertNoErrors(server);
  });

  describe('when a branch is switched that changes 1,000 files', () => {
    const names = Array.from({ length: 1000 }, (_, index) => `router${index}.ts`);
    const switchTo = (branch: string): void => {
      for (const [index, name] of names.entries()) write(name, routerWith(`${branch}${index}`));
      const imports = names.map((_, index) => `import { users as r${index} } from './router${index}';`);
      const uses = names.map((_, index) => `app.use('/${branch}', r${index});`);
      write('server.ts', [`import express from 'express';`, ...imports, 'const app = express();', ...uses].join('\n'));
    };
    const whole = (routes: readonly string[], branch: string): void => {
      assert.equal(routes.length, 300);
      for (const route of routes) assert.match(route, new RegExp(`^GET /${branch}/${branch}\\d+$`));
    };

    beforeEach(() => {
      rmSync(join(folder, 'users.ts'));
      switchTo('main');
    });

    it('follows while it runs', async () => {
      const server = await start();
      whole(await listRoutes(server), 'main');
      switchTo('work');
      await tell(server, FileChangeType.Changed, ['server.ts', ...names]);
      whole(await listRoutes(server), 'work');
      assertNoErrors(server);
    });

    it('follows when it is started again', async () => {
      await start();
      await stop();
      switchTo('work');
      const server = await start();
      whole(await listRoutes(server), 'work');
      assertNoErrors(server);
    });

    /** Every file registers what another one did, and has the size and the time that it had. */
    const swapAll = (): void => {
      const texts = names.map((name) => readFileSync(join(folder, name), 'utf8'));
      for (const [index, name] of names.entries()) write(name, texts[texts.length - 1 - index] ?? '');
      for (const name of names) setClock(name);
    };
    /** Routes of which name and place tell the number of a file. */
    const writeNumbered = (): void => {
      for (const [index, name] of names.entries()) write(name, routerWith(String(1000 + index)));
      const imports = names.map((_, index) => `import { users as r${index} } from './router${index}';`);
      const uses = names.map((_, index) => `app.use('/${1000 + index}', r${index});`);
      write('server.ts', [`import express from 'express';`, ...imports, 'const app = express();', ...uses].join('\n'));
      for (const name of names) setClock(name);
    };
    const swapped = (routes: readonly string[]): void => {
      assert.equal(routes.length, 300);
      for (const route of routes) {
        const [, place = '', name = ''] = /^GET \/(\d+)\/(\d+)$/.exec(route) ?? [];
        assert.equal(Number(place) + Number(name), 2999, route);
      }
    };

    it('follows registrations that move to other files while it runs', async () => {
      writeNumbered();
      const server = await start();
      swapAll();
      await tell(server, FileChangeType.Changed, names);
      swapped(await listRoutes(server));
      assertNoErrors(server);
    });

    it('follows registrations that moved to other files before it is started again', async () => {
      writeNumbered();
      await start();
      await stop();
      swapAll();
      const server = await start();
      swapped(await listRoutes(server));
      assertNoErrors(server);
    });

    it('follows a folder of them that gets another name', async () => {
      mkdirSync(join(folder, 'old'));
      for (const name of names) renameSync(join(folder, name), join(folder, 'old', name));
      const text = readFileSync(join(folder, 'server.ts'), 'utf8').replaceAll("'./router", "'./old/router");
      write('server.ts', text);
      const server = await start();
      whole(await listRoutes(server), 'main');
      renameSync(join(folder, 'old'), join(folder, 'new'));
      write('server.ts', text.replaceAll('./old/', './new/').replaceAll("'/main'", "'/work'"));
      await tell(server, FileChangeType.Deleted, ['old']);
      await tell(server, FileChangeType.Created, ['new', 'server.ts']);
      const routes = await listRoutes(server);
      assert.equal(routes.length, 300);
      for (const route of routes) assert.match(route, /^GET \/work\/main\d+$/);
      assertNoErrors(server);
    });
  });

  it('works without a word where the storage is a file', async () => {
    const kept = join(root, 'no-folder');
    writeFileSync(kept, '');
    const server = await start(kept);
    assert.deepEqual(await listRoutes(server), ['GET /api/users']);
    assertNoErrors(server);
  });

  it('works without a word where the storage may not be written', async () => {
    mkdirSync(storage, { mode: 0o500 });
    const server = await start(join(storage, 'inner'));
    assert.deepEqual(await listRoutes(server), ['GET /api/users']);
    assertNoErrors(server);
    chmodSync(storage, 0o700);
  });

  for (const [what, garbage] of [
    ['nothing', ''],
    ['half a file', '{"format":1,"files":{"/shop/ser'],
    ['binary data', '\0\u0001\ufffd\ud800'],
    ['another format', '{"format":999,"files":{"a":["1",1,true]}}'],
    ['other types', '{"format":1,"files":[1,null,{"a":7}]}'],
    ['odd names', '{"format":1,"files":{"__proto__":["1",1,true],"constructor":["1",1,true],"":["1",1,true]}}'],
  ] as const)
    it(`starts anew where the storage holds ${what}`, async () => {
      mkdirSync(storage);
      writeFileSync(join(storage, FILE), garbage);
      const server = await start();
      assert.deepEqual(await listRoutes(server), ['GET /api/users']);
      assertNoErrors(server);
      await stop();
      assert.notEqual(readFileSync(join(storage, FILE), 'utf8'), garbage);
    });

  describe('starts anew from what an earlier session kept', () => {
    let kept: string;
    beforeEach(async () => {
      await start();
      await stop();
      kept = readFileSync(join(storage, FILE), 'utf8');
      assert.match(kept, /"\/users"/);
    });

    /** What was kept with another content that is vouched for as the first one was. */
    const vouchFor = (text: string): string =>
      `${kept.slice(0, kept.indexOf('\n')).replace(/hash \d+/, `hash ${hashOf(text)}`)}\n${text}`;
    const lie = (): string => vouchFor(kept.slice(kept.indexOf('\n') + 1).replaceAll('"/users"', '"/lies"'));

    async function startFrom(text: string): Promise<RunningServer> {
      writeFileSync(join(storage, FILE), text);
      return start();
    }

    it('which is believed where it is whole', async () => {
      assert.deepEqual(await listRoutes(await startFrom(lie())), ['GET /api/lies']);
    });

    for (const [what, damage] of [
      ['and that another edition wrote', () => lie().replace(/engine [^\n]*/, 'engine 1 2')],
      ['in another format', () => lie().replace(/format \d+/, 'format 999')],
      ['and that was cut off', () => lie().slice(0, -200)],
      ['of which one letter has changed', () => kept.replaceAll('"/users"', '"/userz"')],
      ['that is written twice', () => kept + kept],
      ['of other types', () => vouchFor('[]')],
      ['that is null', () => vouchFor('null')],
      ['that has no files', () => vouchFor('{}')],
      ['whose files are numbers', () => vouchFor('{"files":[1,2],"readings":[],"others":[],"configuration":[]}')],
      [
        'whose readings are numbers',
        () =>
          vouchFor(
            kept.slice(kept.indexOf('\n') + 1).replace(/"readings":.*(?=,"others")/, `"readings":${numbersFor()}`),
          ),
      ],
    ] as const)
      it(`${what}`, async () => {
        const server = await startFrom(damage());
        assert.deepEqual(await listRoutes(server), ['GET /api/users']);
        assertNoErrors(server);
      });

    /** A reading for each file that is none. */
    const numbersFor = (): string =>
      JSON.stringify(['server.ts', 'users.ts'].map((name) => [join(folder, name), 7, [0]]));
  });

  it('starts anew where a folder has the name of what is kept', async () => {
    mkdirSync(join(storage, FILE), { recursive: true });
    const server = await start();
    assert.deepEqual(await listRoutes(server), ['GET /api/users']);
    assertNoErrors(server);
    await stop();
    assert.ok(existsSync(join(storage, FILE)));
  });
});
