import type { FrameworkAdapter } from '../adapter.ts';
import { registersNothing, verbDecorators } from '../spelling/decorated.ts';

export const adapter: FrameworkAdapter = {
  id: 'routing-controllers',
  name: 'routing-controllers',
  packages: ['routing-controllers'],
  defaultStatus: 200,
  decorated: {
    modules: ['routing-controllers'],
    classes: ['Controller', 'JsonController'],
    methods: {
      ...verbDecorators,
      All: { method: undefined, status: 200 },
    },
    statuses: { HttpCode: { argument: 0 } },
    redirects: [],
    parameters: {
      Req: 'request',
      Res: 'response',
      Param: 'path parameter',
      Params: 'path parameter',
      Body: 'body',
      BodyParam: 'body',
      QueryParam: 'query',
      QueryParams: 'query',
      HeaderParam: 'header',
      HeaderParams: 'header',
      CookieParam: 'header',
      Session: 'session or user',
      CurrentUser: 'session or user',
      UploadedFile: 'body',
      UploadedFiles: 'body',
    },
    // Measured: a method that gives nothing back is taken for one that found nothing.
    nothing: 404,
    null: 204,
    otherClasses: [],
    otherMethods: [],
    hosted: {},
  },
  platforms: { express: ['express'], koa: ['koa'] },
  handlers: {
    ...registersNothing,
    ownErrors: true,
  },
  methods: {},
  properties: {},
  spell: () => undefined,
};

/** What running it has shown. */
export const facts: readonly string[] = [
  'A method that gives back nothing is answered with 404, and one that gives back `null` with 204.',
];
