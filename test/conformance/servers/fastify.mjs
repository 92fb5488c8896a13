/** Serves plugins. */
export async function serve(fastify, modules) {
  const app = (fastify.default ?? fastify)();
  for (const [prefix, plugin] of modules) app.register(plugin, { prefix });
  await app.listen({ port: 0, host: '127.0.0.1' });
  return app.server;
}
