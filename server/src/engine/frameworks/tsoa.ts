import type { FrameworkAdapter } from '../adapter.ts';
import { registersNothing, verbDecorators } from '../spelling/decorated.ts';

export const adapter: FrameworkAdapter = {
  id: 'tsoa',
  name: 'tsoa',
  packages: ['tsoa', '@tsoa/runtime'],
  defaultStatus: 200,
  declares: { modules: ['tsoa', '@tsoa/runtime'] },
  decorated: {
    modules: ['tsoa', '@tsoa/runtime'],
    classes: ['Route'],
    methods: {
      ...verbDecorators,
      Options: { method: 'OPTIONS', status: 200 },
    },
    statuses: { SuccessResponse: { argument: 0, inText: true } },
    redirects: [],
    parameters: {
      Request: 'request',
      Path: 'path parameter',
      Body: 'body',
      BodyProp: 'body',
      Query: 'query',
      Queries: 'query',
      Header: 'header',
    },
    emptyUnlessSet: 204,
    answersThroughThis: true,
    otherClasses: [],
    otherMethods: [],
    hosted: {},
  },
  handlers: {
    ...registersNothing,
  },
  methods: {
    setStatus: { role: 'status', status: { argument: 0 } },
    setHeader: { role: 'header', header: 0 },
  },
  properties: {},
  spell: () => undefined,
};

/** What running it has shown. */
export const facts: readonly string[] = [
  "`@SuccessResponse('201')` is the status of a method that sets none itself.",
  'A method that gives back nothing or `null` is answered with 204, unless a status was set.',
];
