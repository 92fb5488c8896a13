import type { FrameworkAdapter } from '../adapter.ts';
import { registersNothing } from '../spelling/decorated.ts';

/** Procedures answer through their adapter; what they say of the status are the errors that they throw. */
export const adapter: FrameworkAdapter = {
  id: 'trpc',
  name: 'tRPC',
  packages: ['@trpc/server'],
  defaultStatus: 200,
  handlers: {
    ...registersNothing,
    ownErrors: true,
    onlyWhereImported: true,
  },
  methods: {},
  properties: {},
  spell: () => undefined,
};

/** What running it has shown. */
export const facts: readonly string[] = [
  'An error answers with the status of its code, through the handler of Fetch requests.',
];
