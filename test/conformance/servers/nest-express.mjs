import { serveNest } from './nest.mjs';

/** Serves modules of NestJS on Express. */
export function serve(nest, modules, require) {
  const { ExpressAdapter } = require('@nestjs/platform-express');
  return serveNest(nest, modules, require, () => new ExpressAdapter());
}
