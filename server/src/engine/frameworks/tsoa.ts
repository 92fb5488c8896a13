import type { FrameworkAdapter } from '../adapter.ts';

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
      Get: { method: 'GET', status: 200 },
      Post: { method: 'POST', status: 200 },
      Put: { method: 'PUT', status: 200 },
      Patch: { method: 'PATCH', status: 200 },
      Delete: { method: 'DELETE', status: 200 },
      Head: { method: 'HEAD', status: 200 },
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
    makers: [],
    verbs: {},
    usualNames: /^\b$/,
    responseTypes: [],
    handlerTypes: [],
    telling: [],
    parameters: {},
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
