import { serveNest } from './nest.mjs';

/** Serves modules of NestJS on Fastify. */
export function serve(nest, modules, require) {
  const { FastifyAdapter } = require('@nestjs/platform-fastify');
  return serveNest(nest, modules, require, () => new FastifyAdapter());
}
