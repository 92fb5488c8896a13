import { createProject, noHost, type Project } from '../../server/src/engine/index.ts';

/** The project of an example: a comment such as `// Runs with express@5` stands for its package.json. */
export function projectOf(code: string): Project {
  const [, name = '', version = ''] = /^\/\/ Runs with (.+)@([\d.]+)$/m.exec(code) ?? [];
  const manifest = JSON.stringify({ dependencies: { [name]: version } });
  return createProject({ ...noHost, readFile: (path) => (path.endsWith('package.json') ? manifest : undefined) });
}
