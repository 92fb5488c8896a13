// npm run new-framework -- <id>: makes the file of an adapter, which the tests then ask to be finished.
import { pathToFileURL } from 'node:url';
import { writeScaffold } from './scaffold/write.mjs';

/**
 * The files of a new adapter, by path from the root, and their texts.
 * @param {string} id the npm package's name, in kebab-case
 */
export function scaffoldFramework(id) {
  return new Map([
    [
      `server/src/engine/frameworks/${id}.ts`,
      `import type { FrameworkAdapter } from '../adapter.ts';

export const adapter: FrameworkAdapter = {
  id: '${id}',
  name: '${id[0].toUpperCase()}${id.slice(1)}',
  packages: ['${id}'],
  defaultStatus: 200,
  notRun: 'TODO: goes once test/conformance runs it.',
  handlers: {
    makers: ['${id}#default'],
    verbs: { get: 'GET', post: 'POST', put: 'PUT', patch: 'PATCH', delete: 'DELETE' },
    // TODO: matches nothing until you know what people call the object that routes are registered on.
    usualNames: /^(?!)/,
    responseTypes: [],
    handlerTypes: [],
    telling: [],
    parameters: { 2: 'qs' },
  },
  // TODO: a method goes in here once a test has run it.
  methods: {},
  properties: {},
  spell: () => undefined,
};

/** What running it has shown. */
export const facts: readonly string[] = [];
`,
    ],
  ]);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  writeScaffold('framework', 'server/src/engine/frameworks', scaffoldFramework);
