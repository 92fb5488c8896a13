import type { DecoratedHandlers, HandlerDeclaration } from '../adapter.ts';

/** The handlers of a framework that nothing registers: decorators or exports tell of them. */
export const registersNothing: HandlerDeclaration = {
  makers: [],
  verbs: {},
  usualNames: /^\b$/,
  responseTypes: [],
  handlerTypes: [],
  telling: [],
  parameters: {},
};

/** The decorators of methods that every such framework has, each with 200 where the framework says nothing else. */
export const verbDecorators: DecoratedHandlers['methods'] = {
  Get: { method: 'GET', status: 200 },
  Post: { method: 'POST', status: 200 },
  Put: { method: 'PUT', status: 200 },
  Patch: { method: 'PATCH', status: 200 },
  Delete: { method: 'DELETE', status: 200 },
  Head: { method: 'HEAD', status: 200 },
};
