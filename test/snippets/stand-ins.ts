import { ServerResponse } from 'node:http';
import { transformSync } from 'esbuild';
import { answersOf, skeletonOf } from './all.ts';
import { findUser, listen, type Mount, toHandler } from './mount.ts';

/** What a function gives back to its platform. */
interface Given {
  readonly statusCode?: number;
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body?: string;
  readonly jsonBody?: unknown;
}

/** Answers what is given back as the platform's documentation says that it does. */
const mountFunctions =
  (toFunction: (id: string) => Promise<unknown>): Mount =>
  async (id) => {
    const handlers = new Map(answersOf(id).map(({ code, text }) => [`/${code}`, toHandler(['event'], text)]));
    const find = (await toFunction(id)) as (event: unknown) => Promise<unknown>;
    const ask = async (path: string): Promise<Response> => {
      const params = { id: /^\/users\/(.*)/.exec(path)?.[1] };
      const given = (await (handlers.get(path) ?? find)({ params, pathParameters: params })) as Given;
      const { statusCode, status = statusCode ?? 200, headers, body, jsonBody } = given;
      return new Response(body ?? (jsonBody === undefined ? null : JSON.stringify(jsonBody)), {
        status,
        ...(headers ? { headers } : {}),
      });
    };
    return { ask, stop: async () => {} };
  };

/** API Gateway: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html */
export const mountLambda = mountFunctions(async (id) =>
  toHandler(['findUser'], `${skeletonOf(id, 'handler').replace('export ', '')}\nreturn handler;`)(findUser),
);

/** Azure: https://learn.microsoft.com/azure/azure-functions/functions-reference-node */
export const mountAzure = mountFunctions(async (id) => {
  const kept: unknown[] = [];
  const app = { http: (_name: string, { handler }: { handler: unknown }) => kept.push(handler) };
  await toHandler(['app', 'findUser'], skeletonOf(id, 'handler'))(app, findUser);
  return kept[0];
});

/** The base class of tsoa's controllers: https://tsoa-community.github.io/reference/classes/_tsoa_runtime.Controller-1.html */
class Controller {
  status: number | undefined;
  readonly headers = new Headers();
  readonly users = { find: findUser };
  setStatus(status: number): void {
    this.status = status;
  }
  setHeader(name: string, value: string): void {
    this.headers.set(name, value);
  }
}

export const mountTsoa: Mount = async (id) => {
  const skeleton = skeletonOf(id, 'handler')
    .replace(/^@Get.*\n/, '')
    .replace('@Path() ', '');
  const source = `return class extends Controller {\n${skeleton}\n}`;
  const { code } = transformSync(`function make(Controller) {${source}}`, { loader: 'ts' });
  const Users = new Function('Controller', `${code}\nreturn make(Controller);`)(Controller);
  const methods = new Map(answersOf(id).map((one) => [`/${one.code}`, toHandler([], one.text)]));
  const ask = async (path: string): Promise<Response> => {
    const users = new Users();
    const answer = methods.get(path);
    const body = await (answer ? answer.call(users) : users.findOne(/^\/users\/(.*)/.exec(path)?.[1]));
    const content = body === undefined ? null : JSON.stringify(body);
    return new Response(content, { status: users.status ?? (content === null ? 204 : 200), headers: users.headers });
  };
  return { ask, stop: async () => {} };
};

/** The helpers of Next.js on the response of Node: https://nextjs.org/docs/pages/building-your-application/routing/api-routes */
class ApiResponse extends ServerResponse {
  status(code: number): this {
    this.statusCode = code;
    return this;
  }
  json(body: unknown): void {
    this.setHeader('Content-Type', 'application/json');
    this.end(JSON.stringify(body));
  }
}

export const mountApiRoutes: Mount = async (id) => {
  const handlers = new Map(answersOf(id).map(({ code, text }) => [`/${code}`, toHandler(['req', 'res'], text)]));
  const skeleton = `${skeletonOf(id, 'handler').replace('export default', '')}\nreturn handler(req, res);`;
  const find = toHandler(['findUser', 'req', 'res'], skeleton);
  return listen((request, plain) => {
    const response = Object.setPrototypeOf(plain, ApiResponse.prototype);
    const answer = handlers.get(request.url ?? '');
    const query = { id: /^\/users\/(.*)/.exec(request.url ?? '')?.[1] };
    void (answer ? answer(request, response) : find(findUser, { query }, response));
  });
};

/** The class and the function that frameworks have for the `Response` of the platform. */
export const mountResponses: Mount = async (id) => {
  class NextResponse extends Response {}
  const json = (data: unknown, init?: ResponseInit): Response => Response.json(data, init);
  const given = { NextResponse, json };
  const skeleton = `${skeletonOf(id, 'handler').replace('export ', '')}\nreturn GET(context);`;
  const find = toHandler([...Object.keys(given), 'findUser', 'context'], skeleton);
  const handlers = new Map(
    answersOf(id).map(({ code, text }) => [`/${code}`, toHandler([...Object.keys(given), 'request'], text)]),
  );
  const ask = async (path: string): Promise<Response> => {
    const user = /^\/users\/(.*)/.exec(path)?.[1];
    const request = new Request(`http://shop.example${user === undefined ? path : `/users?id=${user}`}`);
    const answer = handlers.get(path);
    const context = { params: { id: user }, url: request.url };
    const response = answer
      ? await answer(...Object.values(given), request)
      : await find(...Object.values(given), findUser, context);
    return response as Response;
  };
  return { ask, stop: async () => {} };
};
