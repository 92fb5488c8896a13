import { answerAll } from './web.mjs';

/** Serves plug-ins, each under its prefix. */
export function serve({ Elysia }, modules) {
  const app = new Elysia();
  for (const [prefix, plugin] of modules) app.use(new Elysia({ prefix }).use(plugin));
  return answerAll((request) => app.handle(request));
}
