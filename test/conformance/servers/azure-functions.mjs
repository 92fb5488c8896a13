import { createServer } from 'node:http';
import Module from 'node:module';

export const takes = 'exports';

const functions = [];
let model;

/** The host's side: it is told which functions there are, and how they are to be called. */
const host = {
  registerFunction: ({ bindings, name }, handler) => functions.push({ name, bindings, handler }),
  registerHook: () => ({ dispose: () => {} }),
  setProgrammingModel: (given) => {
    model = given;
  },
};

/** The package gets its host under a name that only the host's own process knows. */
export function prepare() {
  const load = Module._load;
  Module._load = (name, ...rest) => (name === '@azure/functions-core' ? host : load(name, ...rest));
}

/** Calls functions through the package's own model of an invocation, and sends what it hands to the host. */
export function serve() {
  return createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    try {
      const found = functions.find((one) => answers(one, request.method, pathname));
      if (!found) return response.writeHead(404).end();
      const { http } = await invoke(found, await toInput(request, found, pathname));
      response.writeHead(Number(http.statusCode), http.headers).end(http.body?.bytes);
    } catch (error) {
      if (process.env.SHOW_ERRORS) console.error(error);
      response.writeHead(500).end();
    }
  });
}

function triggerOf({ bindings }) {
  return Object.values(bindings).find(({ type }) => type === 'httpTrigger');
}

function toPattern(route) {
  return new RegExp(`^/${route.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`);
}

function answers(one, method, pathname) {
  const { methods, route } = triggerOf(one);
  return toPattern(route ?? one.name).test(pathname) && (!methods || methods.includes(method));
}

async function toInput(request, found, pathname) {
  const { method, url, headers } = request;
  const { route, name } = triggerOf(found);
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = chunks.length > 0 ? { body: { bytes: Buffer.concat(chunks) } } : {};
  const params = { ...toPattern(route ?? found.name).exec(pathname).groups };
  const query = Object.fromEntries(new URL(url, 'http://localhost').searchParams);
  return { name, data: { http: { method, url: `http://localhost${url}`, headers, query, params, ...body } } };
}

async function invoke({ name, bindings, handler }, input) {
  const context = {
    invocationId: '1',
    metadata: { name, bindings },
    request: { inputData: [input], triggerMetadata: {} },
    log: () => {},
  };
  const invocation = model.getInvocationModel(context);
  const { context: own, inputs } = await invocation.getArguments();
  const result = await invocation.invokeFunction(own, inputs, handler);
  const { returnValue } = await invocation.getResponse(own, result);
  return returnValue;
}
