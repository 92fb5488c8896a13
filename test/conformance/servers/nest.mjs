/** Serves modules of NestJS on the platform that `adapt` makes. */
export async function serveNest(nest, modules, require, adapt) {
  const { NestFactory, RouterModule } = require('@nestjs/core');
  class Alive {
    alive() {
      return 'alive';
    }
  }
  const method = Object.getOwnPropertyDescriptor(Alive.prototype, 'alive');
  nest.Get('alive')(Alive.prototype, 'alive', method);
  nest.Controller()(Alive);
  const routes = [...modules].map(([path, parts]) => {
    class Part {}
    nest.Module(parts)(Part);
    return { path, module: Part };
  });
  class App {}
  nest.Module({
    controllers: [Alive],
    imports: [...routes.map(({ module }) => module), RouterModule.register(routes)],
  })(App);
  const app = await NestFactory.create(App, adapt(), { logger: false });
  await app.listen(0, '127.0.0.1');
  return app.getHttpServer();
}
