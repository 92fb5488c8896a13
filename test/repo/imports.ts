import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import ts from 'typescript';

/** An import of one source file, as written and where it leads. */
export interface Import {
  /** The importing file, from the repository's root with forward slashes. */
  readonly from: string;
  readonly specifier: string;
  /** The imported file from the repository's root, or undefined for a package. */
  readonly to: string | undefined;
}

/** All TypeScript files below a folder, from the repository's root with forward slashes. */
export function listSources(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.ts') && !path.includes('/node_modules/'))
    .sort();
}

/** What the files below a folder import or re-export, type imports included. */
export function listImports(folder: string): readonly Import[] {
  return listSources(folder).flatMap((from) =>
    ts.preProcessFile(readFileSync(from, 'utf8')).importedFiles.map(({ fileName: specifier }) => ({
      from,
      specifier,
      to: specifier.startsWith('.') ? join(dirname(from), specifier) : undefined,
    })),
  );
}
