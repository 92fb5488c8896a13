import { dirname } from 'node:path/posix';
import { createDiskHost } from '../../server/src/disk-host.ts';
import type { ProjectHost } from '../../server/src/engine/index.ts';
import type { Platform, PlatformVersion } from './platforms.ts';
import { writeApp } from './write-app.ts';

/** The application of the server, which mounts each file under its name, as a file that the engine can read. */
export function pathOfApp(folder: string): string {
  return `${folder}/served/server.js`;
}

/** The files of a folder, with a package.json of their own that asks for one version of the framework. */
export function createHost({ id, folder, dependency, besides }: Platform, { major }: PlatformVersion): ProjectHost {
  const disk = createDiskHost(process.cwd(), false);
  const own = dependency === undefined ? {} : { [dependency]: `^${major}.0.0` };
  const others = Object.fromEntries(besides.map((name) => [name, '*']));
  const manifest = JSON.stringify({ dependencies: { ...own, ...others, 'http-errors': '^2.0.0' } });
  const isManifest = (path: string): boolean => path === `${dirname(folder)}/package.json`;
  const appPath = pathOfApp(folder);
  const app = writeApp(id, disk.listFiles(folder));
  return {
    ...disk,
    // The repository's own manifest names every framework there is.
    readFile: (path) =>
      path === 'package.json' ? undefined : isManifest(path) ? manifest : path === appPath ? app : disk.readFile(path),
    isFile: (path) => isManifest(path) || path === appPath || disk.isFile(path),
    listFiles: (path) => (path === dirname(appPath) ? ['server.js'] : disk.listFiles(path)),
    findStamp: (path) => (path === appPath ? 'made' : disk.findStamp(path)),
  };
}
