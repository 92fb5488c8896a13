import { dirname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

const engineFacade = join(root, 'server/src/engine/index.ts');
const syntaxFolder = join(root, 'server/src/engine/syntax') + sep;

/**
 * Gives the engine the cut-down parser for `typescript`. Others, such as tests that compare the two, get the real one.
 * @param {string} parserPath what buildParser gave
 * @returns {import('esbuild').Plugin}
 */
export function useCutParser(parserPath) {
  return {
    name: 'cut-down parser',
    setup({ onResolve }) {
      onResolve({ filter: /^typescript$/ }, ({ importer }) =>
        importer.startsWith(syntaxFolder) ? { path: parserPath, sideEffects: false } : undefined,
      );
    },
  };
}

/**
 * Leaves the engine to be required from `./engine.js`, so that the server and the CLI share one copy of it.
 * @returns {import('esbuild').Plugin}
 */
export function shareEngine() {
  return {
    name: 'shared engine',
    setup({ onResolve }) {
      onResolve({ filter: /\/index\.ts$/ }, ({ path, resolveDir }) =>
        resolve(resolveDir, path) === engineFacade ? { path: './engine.js', external: true } : undefined,
      );
    },
  };
}

/**
 * Refuses imports of the engine that go around its façade: they would put a second copy of it into a bundle.
 * @returns {import('esbuild').Plugin}
 */
export function guardEngine() {
  const engineFolder = dirname(engineFacade) + sep;
  return {
    name: 'engine behind its façade',
    setup({ onResolve }) {
      onResolve({ filter: /^\.\.?\// }, ({ path, resolveDir, importer, kind }) => {
        const target = resolve(resolveDir, path);
        const isFromOutside = kind !== 'entry-point' && !importer.startsWith(engineFolder);
        if (!isFromOutside || !target.startsWith(engineFolder) || target === engineFacade) return undefined;
        return { errors: [{ text: `import it from engine/index.ts: ${path} is inside the engine` }] };
      });
    },
  };
}
