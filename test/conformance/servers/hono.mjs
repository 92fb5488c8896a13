import { answerWith } from './web.mjs';

/** Serves applications, each under its prefix. */
export function serve(_hono, modules) {
  return answerWith((request, prefix) => modules.get(prefix).fetch(request), modules);
}
