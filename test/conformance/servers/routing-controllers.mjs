import { createServer } from 'node:http';

/** Serves controllers on Express. */
export function serve({ useExpressServer }, modules, require) {
  const express = require('express4');
  const app = express();
  for (const [routePrefix, controllers] of modules)
    useExpressServer(app, { controllers, routePrefix, defaultErrorHandler: true, validation: false });
  return createServer(app);
}
