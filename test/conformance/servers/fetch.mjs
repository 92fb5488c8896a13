import { answerWith } from './web.mjs';

/** Serves objects with a `fetch` method, as Workers, Deno and Bun do. */
export function serve(_node, modules) {
  return answerWith((request, prefix) => modules.get(prefix).fetch(request, {}), modules);
}
