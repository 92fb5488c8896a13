import { readdirSync, readFileSync } from 'node:fs';
import type { SourceText } from '../server/src/engine/index.ts';

/** Every file of code below a folder, with the path that it has there. */
export function listFiles(folder: string): readonly SourceText[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.[mc]?[jt]sx?$/.test(path))
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}
