import { readdirSync, readFileSync } from 'node:fs';
import type { Platform } from './platforms.ts';

/** A request to one handler, and the line of the source that should answer it. */
export interface Case {
  /** The file and the name that its comment gives, as in `redirects/temporary`. */
  readonly name: string;
  readonly path: string;
  readonly method: string;
  /** Where the request goes: under the file's name, or as it is written where the place of the file is its route. */
  readonly url: string;
  /** JSON or fields of a form, if the request has a body. */
  readonly body: string | undefined;
  /** Where it is answered, or where the handler is that never answers; lines are counted from 0. */
  readonly mark: (version: number) => Mark;
}

export interface Mark {
  /** The file in which it stands: that of the case, or one that several share. */
  readonly path: string;
  readonly line: number;
  readonly answers: boolean;
}

/**
 * Reads the cases from the comments of the handlers: `case <name>: <METHOD> <path> [<body>]` above a route, and
 * `answers <name>` or `never answers <name>`, perhaps with `in Express 4`, on the line that does it. Where that stands in
 * a file that several share, the mark there tells whose case it is: `answers <name> of <file>`.
 * @throws if a case has no mark for one of the versions, or a mark no case
 */
export function readCases({ folder, name: framework, versions }: Platform): readonly Case[] {
  const majors = versions.map(({ major }) => major);
  const shared = listFiles(folder)
    .filter(isShared)
    .flatMap((name) => readMarksOf(`${folder}/${name}`, framework, majors));
  const files = listHandlerFiles(folder);
  const astray = shared.find(({ of }) => of !== undefined && !files.some((name) => withoutExtension(name) === of));
  if (astray) throw new Error(`${astray.mark.path}: there is no file ${astray.of}`);
  return files.flatMap((name) => {
    const prefix = withoutExtension(name);
    const own = shared.filter(({ of }) => of === prefix);
    return readFile(`${folder}/${name}`, prefix, framework, majors, own);
  });
}

/** The files with handlers below a folder, by their path from it. What they share is in folders called `shared`. */
export function listHandlerFiles(folder: string): readonly string[] {
  return listFiles(folder).filter((path) => !isShared(path));
}

function listFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.[cm]?[jt]s$/.test(path))
    .sort();
}

function isShared(path: string): boolean {
  return /(?:^|\/)shared\//.test(path);
}

function withoutExtension(name: string): string {
  return name.replace(/\.[cm]?[jt]s$/, '');
}

function readFile(
  path: string,
  prefix: string,
  framework: string,
  majors: readonly number[],
  shared: readonly FoundMark[],
): readonly Case[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  const found = [...shared, ...readMarksOf(path, framework, majors).filter(({ of }) => of === undefined)];
  const marks = new Map(found.map(({ name, version, mark }) => [`${name} ${version}`, mark]));
  const used = new Set<string>();
  const cases = lines.flatMap((line): Case[] => {
    const [, name, method, url, body] = /\/\/ case ([\w-]+): ([A-Z]+) (\S+)(?: (.+))?$/.exec(line) ?? [];
    if (name === undefined || method === undefined || url === undefined) return [];
    for (const major of majors) used.add(`${name} ${major}`);
    const mark = (version: number): Mark => {
      const found = marks.get(`${name} ${version}`);
      if (!found) throw new Error(`${path}: nothing is marked as what answers ${name} in ${framework} ${version}`);
      return found;
    };
    const whole = prefix.includes('/') ? url : `/${prefix}${url}`;
    return [{ name: `${prefix}/${name}`, path, method, url: whole, body, mark }];
  });
  const stray = [...marks.keys()].filter((key) => !used.has(key));
  if (stray.length > 0) throw new Error(`${path}: there is no case for the marks ${stray.join(', ')}`);
  return cases;
}

/** A mark with the case that it is about. */
interface FoundMark {
  readonly name: string;
  readonly version: number;
  /** The file of the case, where the mark tells it. */
  readonly of: string | undefined;
  readonly mark: Mark;
}

function readMarksOf(path: string, framework: string, majors: readonly number[]): readonly FoundMark[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((text, at) => readMarks(text, at, path, framework, majors));
}

/** The marks of one line. A line that is nothing but a mark is about the one before. */
function readMarks(
  text: string,
  at: number,
  path: string,
  framework: string,
  majors: readonly number[],
): readonly FoundMark[] {
  const line = /^\s*\/\//.test(text) ? at - 1 : at;
  const pattern = new RegExp(
    `// (never )?answers ([\\w-]+(?:, [\\w-]+)*)(?: of (\\S+))?(?: in ${framework} (\\d+))?`,
    'g',
  );
  return [...text.matchAll(pattern)].flatMap(([, never, names = '', of, version]) =>
    names
      .split(', ')
      .flatMap((name) =>
        (version === undefined ? majors : [Number(version)]).map(
          (major): FoundMark => ({ name, version: major, of, mark: { path, line, answers: never === undefined } }),
        ),
      ),
  );
}
