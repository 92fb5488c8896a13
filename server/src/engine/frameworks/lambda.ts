import type { FrameworkAdapter } from '../adapter.ts';
import { createShapedSpelling } from '../spelling/shaped.ts';

/** Functions behind API Gateway and their kin, which give their answer back as `{ statusCode, body }`. */
export const adapter: FrameworkAdapter = {
  id: 'lambda',
  name: 'AWS Lambda',
  packages: [
    'aws-lambda',
    '@types/aws-lambda',
    '@middy/core',
    'middy',
    'serverless',
    'serverless-offline',
    '@serverless/typescript',
    '@netlify/functions',
    'sst',
  ],
  defaultStatus: 200,
  shaped: { status: 'statusCode', body: ['body'], headers: 'headers' },
  handlers: {
    makers: [],
    verbs: {},
    usualNames: /^$/,
    responseTypes: [],
    handlerTypes: [
      'aws-lambda#APIGatewayProxyHandler',
      'aws-lambda#APIGatewayProxyHandlerV2',
      'aws-lambda#ProxyHandler',
      'aws-lambda#ALBHandler',
      '@netlify/functions#Handler',
    ],
    telling: [],
    parameters: { 1: 'q', 2: 'q-', 3: 'q--' },
    exports: /^(?:handler|main)$/,
    asksErrorsWith: [
      '@middy/http-error-handler',
      'middy-middleware-json-error-handler',
      '@schibsted/middy-error-handler',
    ],
    formats: [
      {
        types: [
          'aws-lambda#APIGatewayProxyHandler',
          'aws-lambda#APIGatewayProxyEvent',
          'aws-lambda#APIGatewayEvent',
          'aws-lambda#APIGatewayProxyResult',
        ],
        others: { value: 502, nothing: 502 },
        errors: 502,
      },
      { types: ['aws-lambda#APIGatewayProxyHandlerV2', 'aws-lambda#APIGatewayProxyEventV2'], others: { value: 200 } },
    ],
  },
  methods: {},
  properties: {},
  spell: createShapedSpelling(['body']),
};

/** What running it has shown. */
export const facts: readonly string[] = [
  'API Gateway cannot be run here. The tests call functions with events of both formats and map the results as its documentation tells: what is thrown, and a result without `statusCode` in format 1.0, is a 502; in format 2.0 such a result is the body of a 200.',
  "middy's error handler answers errors with the status that they carry. Without it nobody asks them: what is thrown is a 502 in format 1.0, an error of http-errors too.",
  'In format 2.0 it is not told what an error comes to: HTTP APIs and function URLs differ.',
];
