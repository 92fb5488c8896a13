/** The folder of a path with forward slashes; `.` for a bare name. */
export function dirname(path: string): string {
  const end = path.lastIndexOf('/');
  if (end < 0) return '.';
  return end === 0 ? '/' : path.slice(0, end);
}

/** Joins paths and takes `.` and `..` out. A path that leads above its start keeps its `..`. */
export function joinPath(folder: string, relative: string): string {
  const absolute = /^(?:\/|[A-Za-z]:\/)/.test(relative);
  const whole = absolute ? relative : `${folder}/${relative}`;
  const steps: string[] = [];
  for (const step of whole.split('/')) {
    if (step === '' && steps.length > 0) continue;
    if (step === '.') continue;
    const last = steps.at(-1);
    if (step === '..' && last !== undefined && last !== '..' && last !== '') steps.pop();
    else steps.push(step);
  }
  return steps.join('/') || '.';
}

/** How a file in `folder` names a path: `./users`, `../lib/users`. */
export function relativePath(folder: string, path: string): string {
  const [from, to] = [folder, path].map((one) => one.split('/').filter((step) => step !== '' && step !== '.')) as [
    string[],
    string[],
  ];
  let common = 0;
  while (common < from.length && common < to.length - 1 && from[common] === to[common]) common++;
  const up = '../'.repeat(from.length - common);
  return `${up === '' ? './' : up}${to.slice(common).join('/')}`;
}

/** The folders of a path from the innermost out. */
export function foldersAbove(path: string): readonly string[] {
  const folders: string[] = [];
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    folders.push(folder);
    if (folder === '.' || folder === '/' || dirname(folder) === folder) return folders;
  }
}
