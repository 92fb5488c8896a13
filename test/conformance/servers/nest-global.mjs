import { serveNest } from './nest.mjs';

/** Serves modules of NestJS on Express, in an application that their files prepare. */
export function serve(nest, modules, require) {
  const { ExpressAdapter } = require('@nestjs/platform-express');
  const preparing = [...modules.values()].flatMap(({ prepare }) => prepare ?? []);
  const parts = new Map([...modules].filter(([, { prepare }]) => !prepare));
  const prepare = (app) => {
    for (const each of preparing) each(app);
  };
  return serveNest(nest, parts, require, () => new ExpressAdapter(), prepare);
}
