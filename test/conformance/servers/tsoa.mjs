import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';

export const takes = 'path';

/** Serves controllers through the routes that tsoa's own generator writes for them, on Express. */
export async function serve(_nothing, files, require) {
  const folder = mkdtempSync(join(tmpdir(), 'status-lens-tsoa-'));
  try {
    await generate([...files.values()], folder, require);
    const outfile = join(folder, 'routes.cjs');
    const modules = join(dirname(require.resolve('@tsoa/runtime/package.json')), '../..');
    await build({
      entryPoints: [join(folder, 'routes.ts')],
      outfile,
      bundle: true,
      platform: 'node',
      nodePaths: [modules],
      logLevel: 'error',
      tsconfigRaw: { compilerOptions: { experimentalDecorators: true } },
    });
    const { RegisterRoutes } = createRequire(outfile)(outfile);
    const express = require('express');
    const app = express();
    app.set('env', 'test');
    app.use(express.json());
    RegisterRoutes(app);
    return createServer(app);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The generator reads `tsoa` as any project has it: from the packages of the project. */
async function generate(controllers, routesDir, require) {
  const { generateRoutes } = require('@tsoa/cli');
  const modules = join(dirname(require.resolve('@tsoa/runtime/package.json')), '../..');
  await generateRoutes(
    {
      entryFile: controllers[0],
      controllerPathGlobs: controllers,
      routesDir,
      bodyCoercion: true,
      noImplicitAdditionalProperties: 'ignore',
      middleware: 'express',
    },
    {
      experimentalDecorators: true,
      baseUrl: modules,
      paths: { '*': ['*'] },
      moduleResolution: 100,
      module: 99,
      skipLibCheck: true,
      types: [],
    },
  );
}
