import { toBuild } from './react-router.mjs';
import { answerAll } from './web.mjs';

export const takes = 'exports';

/** Serves route modules with the request handler of Remix 2. */
export function serve({ createRequestHandler }, modules) {
  return answerAll(createRequestHandler(toBuild(modules), 'production'));
}
