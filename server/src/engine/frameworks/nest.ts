import type { DecoratedHandlers, FrameworkAdapter } from '../adapter.ts';
import { registersNothing, verbDecorators } from '../spelling/decorated.ts';

const decorated: DecoratedHandlers = {
  modules: ['@nestjs/common'],
  classes: ['Controller'],
  methods: {
    ...verbDecorators,
    Post: { method: 'POST', status: 201 },
    Options: { method: 'OPTIONS', status: 200 },
    Search: { method: 'SEARCH', status: 200 },
    All: { method: undefined, status: 200 },
    Sse: { method: 'GET', status: 200 },
  },
  statuses: { HttpCode: { argument: 0 }, Redirect: { argument: 1, otherwise: 302 } },
  redirects: ['Redirect'],
  parameters: {
    Req: 'request',
    Request: 'request',
    Res: 'response',
    Response: 'response',
    Next: 'next',
    Param: 'path parameter',
    Body: 'body',
    Query: 'query',
    Headers: 'header',
    Session: 'session or user',
    UploadedFile: 'body',
    UploadedFiles: 'body',
  },
  passthrough: 'passthrough',
  filters: {
    use: 'UseFilters',
    takes: 'Catch',
    method: 'catch',
    global: { verb: 'useGlobalFilters', provider: 'APP_FILTER' },
  },
  globalPrefix: 'setGlobalPrefix',
  versions: {
    verb: 'enableVersioning',
    inPath: '@nestjs/common#VersioningType.URI',
    prefix: 'prefix',
    usualPrefix: 'v',
    usual: 'defaultVersion',
    decorator: 'Version',
    option: 'version',
    none: '@nestjs/common#VERSION_NEUTRAL',
  },
  otherClasses: ['Resolver', 'WebSocketGateway', 'Processor', 'Command', 'Subcommand'],
  otherMethods: [
    'MessagePattern',
    'EventPattern',
    'GrpcMethod',
    'GrpcStreamMethod',
    'SubscribeMessage',
    'ResolveField',
    'Process',
    'Cron',
    'Interval',
    'Timeout',
    'OnEvent',
  ],
  repliers: { reply: { role: 'send', body: 1, status: { argument: 2 } } },
  hosted: {
    catch: { host: 1, error: 0 },
    intercept: { host: 0 },
    canActivate: { host: 0, refusal: 403 },
  },
};

export const adapter: FrameworkAdapter = {
  id: 'nest',
  name: 'NestJS',
  packages: ['@nestjs/common', '@nestjs/core'],
  defaultStatus: 200,
  decorated,
  declares: { modules: ['@nestjs/swagger'] },
  platforms: {
    express: ['@nestjs/platform-express'],
    fastify: ['@nestjs/platform-fastify'],
  },
  answersReturnedErrors: ['fastify'],
  // Others are answered by filters of the project, or with 500; NestJS 10 and 11 ask for their `statusCode`.
  errorModules: ['@nestjs/common'],
  handlers: {
    ...registersNothing,
    ownErrors: true,
  },
  methods: {},
  properties: {},
  spell: (intent, response, spelling) => {
    const [written, ...more] = response.statusSpans;
    if (intent.kind !== 'setStatus' || !written || more.length > 0) return undefined;
    return [{ span: written, text: spelling.status(intent.status) }];
  },
};

/** What running it has shown. */
export const facts: readonly string[] = [
  '`@Post()` answers 201 and the other verbs 200, on both platforms, in NestJS 10, 11 and 12.',
  '`@HttpCode` counts with a raw `@Res()` too, until the handler sets a status itself.',
  'An exception that is returned, not thrown, is answered with the status in force on Express and with its own on Fastify.',
  'An error that is no exception of NestJS is answered with its `statusCode` in NestJS 10 and 11, and with 500 in 12; its `status` is asked by none.',
];
