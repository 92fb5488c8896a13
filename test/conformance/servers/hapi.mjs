/** Serves plugins. */
export async function serve(hapi, modules) {
  const server = hapi.server({ host: '127.0.0.1', port: 0, debug: false });
  for (const [prefix, plugin] of modules) await server.register(plugin, { routes: { prefix } });
  await server.start();
  return server.listener;
}
