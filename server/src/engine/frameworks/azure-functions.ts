import type { FrameworkAdapter } from '../adapter.ts';
import { registersNothing } from '../spelling/decorated.ts';
import { createShapedSpelling } from '../spelling/shaped.ts';

/** Functions with an HTTP trigger, which give their answer back as `{ status, jsonBody }` or keep it in `context.res`. */
export const adapter: FrameworkAdapter = {
  id: 'azure-functions',
  name: 'Azure Functions',
  packages: ['@azure/functions'],
  defaultStatus: 200,
  shaped: {
    status: 'status',
    body: ['jsonBody', 'body'],
    headers: 'headers',
    alone: ['jsonBody'],
    keptIn: ['res'],
  },
  handlers: {
    ...registersNothing,
    handlerTypes: ['@azure/functions#HttpHandler', '@azure/functions#AzureFunction'],
    parameters: { 1: 'q', 2: 'q-' },
  },
  methods: {},
  properties: {},
  spell: createShapedSpelling(['jsonBody', 'body']),
};

/** What running it has shown. */
export const facts: readonly string[] = [
  'An object without `status` is answered with 200.',
  'A body with 204 is dropped.',
  "What is thrown is answered with 500 by the host. The tests stand in for the host: they call the package's own model of an invocation.",
];
