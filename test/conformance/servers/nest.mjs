/** Serves modules of NestJS on the platform that `adapt` makes. */
export async function serveNest(nest, modules, require, adapt, prepare = () => {}) {
  const { NestFactory, RouterModule } = require('@nestjs/core');
  const routes = [...modules].map(([path, parts]) => {
    class Part {}
    nest.Module(parts)(Part);
    return { path, module: Part };
  });
  class App {}
  nest.Module({ imports: [...routes.map(({ module }) => module), RouterModule.register(routes)] })(App);
  const app = await NestFactory.create(App, adapt(), { logger: false });
  prepare(app);
  await app.listen(0, '127.0.0.1');
  return app.getHttpServer();
}
