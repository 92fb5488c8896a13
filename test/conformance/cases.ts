import { readdirSync, readFileSync } from 'node:fs';

export const HANDLERS = 'test/conformance/handlers';

/** A request to one handler, and the line of the source that should answer it. */
export interface Case {
  /** The file and the name that its comment gives, as in `redirects/temporary`. */
  readonly name: string;
  readonly path: string;
  readonly method: string;
  /** Where the request goes, with the file's prefix. */
  readonly url: string;
  /** JSON, if the request has a body. */
  readonly body: string | undefined;
  /** Where it is answered, or where the handler is that never answers; lines are counted from 0. */
  readonly mark: (express: 4 | 5) => Mark;
}

export interface Mark {
  readonly line: number;
  readonly answers: boolean;
}

/**
 * Reads the cases from the comments of the handlers: `case <name>: <METHOD> <path> [<body>]` above a route, and
 * `answers <name>` or `never answers <name>`, perhaps with `in Express 4`, on the line that does it.
 * @throws if a case has no mark for one of the versions, or a mark no case
 */
export function readCases(): readonly Case[] {
  return readdirSync(HANDLERS, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap(({ name }) => readFile(`${HANDLERS}/${name}`, name.replace(/\.[jt]s$/, '')));
}

function readFile(path: string, prefix: string): readonly Case[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  const marks = new Map(lines.flatMap(readMarks));
  const used = new Set<string>();
  const cases = lines.flatMap((line): Case[] => {
    const [, name, method, url, body] = /\/\/ case ([\w-]+): ([A-Z]+) (\S+)(?: (.+))?$/.exec(line) ?? [];
    if (name === undefined || method === undefined || url === undefined) return [];
    for (const express of [4, 5]) used.add(`${name} ${express}`);
    const mark = (express: 4 | 5): Mark => {
      const found = marks.get(`${name} ${express}`);
      if (!found) throw new Error(`${path}: nothing is marked as what answers ${name} in Express ${express}`);
      return found;
    };
    return [{ name: `${prefix}/${name}`, path, method, url: `/${prefix}${url}`, body, mark }];
  });
  const stray = [...marks.keys()].filter((key) => !used.has(key));
  if (stray.length > 0) throw new Error(`${path}: there is no case for the marks ${stray.join(', ')}`);
  return cases;
}

/** The marks of one line by the name of the case and the version. */
function readMarks(text: string, line: number): readonly (readonly [string, Mark])[] {
  return [...text.matchAll(/\/\/ (never )?answers ([\w-]+(?:, [\w-]+)*)(?: in Express ([45]))?/g)].flatMap(
    ([, never, names = '', version]) =>
      names
        .split(', ')
        .flatMap((name) =>
          (version === undefined ? ['4', '5'] : [version]).map(
            (express) => [`${name} ${express}`, { line, answers: never === undefined }] as const,
          ),
        ),
  );
}
