/** How the server of a platform makes its application, and how it mounts what a file exports under the file's name. */
interface AppText {
  readonly make: string;
  readonly mount: (exported: string, prefix: string) => string;
}

const APPS: Readonly<Record<string, AppText>> = {
  express: {
    make: "const express = require('express');\nconst app = express();\n",
    mount: (exported, prefix) => `app.use('${prefix}', ${exported});\n`,
  },
  koa: {
    make: "const Koa = require('koa');\nconst app = new Koa();\n",
    mount: (exported, prefix) => `app.use(${exported}.prefix('${prefix}').routes());\n`,
  },
  hapi: {
    make: "const hapi = require('@hapi/hapi');\nconst server = hapi.server();\n",
    mount: (exported, prefix) => `server.register(${exported}, { routes: { prefix: '${prefix}' } });\n`,
  },
  elysia: {
    make: "const { Elysia } = require('elysia');\nconst app = new Elysia();\n",
    mount: (exported, prefix) => `app.use(new Elysia({ prefix: '${prefix}' }).use(${exported}));\n`,
  },
  fastify: {
    make: "const Fastify = require('fastify');\nconst app = Fastify();\n",
    mount: (exported, prefix) => `app.register(${exported}, { prefix: '${prefix}' });\n`,
  },
};

/** The application of a server of `servers/` as a file that the engine can read; empty where each file is one by itself. */
export function writeApp(platform: string, files: readonly string[]): string {
  const app = Object.hasOwn(APPS, platform) ? APPS[platform] : undefined;
  if (!app) return '';
  const mounts = files.map((name) => {
    const module = name.replace(/\.[jt]s$/, '');
    return app.mount(`require('../${module}')${name.endsWith('.ts') ? '.default' : ''}`, `/${module}`);
  });
  return `${app.make}${mounts.join('')}app.listen(0);\n`;
}
