import { theOne } from '../known.ts';
import { frameworks } from '../registry.generated.ts';
import type { FileView } from '../syntax/file-view.ts';
import {
  type Expression,
  type FunctionLikeDeclaration,
  isCallExpression,
  isIdentifier,
  isPropertyAccessExpression,
  type Node,
  type ParameterDeclaration,
} from '../syntax/parser.ts';
import { findDeclaration } from '../syntax/scope.ts';
import { findStatementAround, isFunctionLike, unwrap } from '../syntax/tree.ts';
import { findErrorStatus, isErrorOf, isReadToItsBase } from '../values/errors.ts';
import { fillIn, workOut } from '../values/evaluate.ts';
import { toNumber } from '../values/literal.ts';
import { type ErrorAnswer, type ErrorWay, missing, unknownValue, type Value } from '../values/model.ts';
import { ownerOf } from '../values/owners.ts';
import { ownerOfCatch, readValue } from '../values/read.ts';
import { isTrue } from '../values/tests.ts';
import { type Catcher, comesFrom, isCallOf, listFailing } from './catchers.ts';
import { collectDrafts } from './collect.ts';
import type { AllowsTest } from './collected.ts';
import { findDecoratedHandlers } from './decorated-handler.ts';
import type { Draft } from './draft.ts';
import type { HandlerFunction } from './handler-function.ts';
import { readResponseCall } from './interpret.ts';
import { createHandler } from './roles.ts';

const UNREAD: ErrorAnswer = { statuses: [], passedOn: [], silent: true };

/** The arguments of one function, which stand for its parameters while an error is followed. */
interface Given {
  readonly owner: string;
  readonly args: readonly Value[];
}

/** Reads what code that takes an error makes of it: which of its tests the error passes, and what is answered then. */
export function answerTakenError(
  fn: FunctionLikeDeclaration,
  file: FileView,
  error: Value,
  inForce: Value,
  way: ErrorWay,
): ErrorAnswer {
  switch (way.kind) {
    case 'parameter':
      return answerAsErrorHandler(fn, file, error, inForce, way);
    case 'next': {
      const of = claim(fn, file, way.framework, undefined);
      return answerFailing(fn, file, isCallOf(of?.next?.parameter, file), error, inForce, way.framework, []);
    }
    case 'argument': {
      const given = { owner: ownerOf(fn, file), args: way.args };
      const parameter = fn.parameters[way.index];
      const calls = isCallOf(parameter, file);
      const isCalled = file.callsAround(fn).some((call) => fn.pos <= call.pos && call.end <= fn.end && calls(call));
      // Whoever it is handed to may call it and take what it throws.
      if (!isCalled && parameter && isHandedOn(parameter, fn, file, way.framework)) return UNREAD;
      return answerFailing(fn, file, calls, error, inForce, way.framework, [given]);
    }
  }
}

/** True if a parameter, or what is kept in it, is given to a function that may call it. */
function isHandedOn(
  parameter: ParameterDeclaration,
  fn: FunctionLikeDeclaration,
  file: FileView,
  framework: string,
): boolean {
  const handled = frameworks.find(({ id }) => id === framework)?.handlers.rejectionsHandledBy ?? [];
  return file
    .callsAround(fn)
    .some(
      (call) =>
        fn.pos <= call.pos &&
        call.end <= fn.end &&
        call.arguments.some((argument) => comesFrom(argument, parameter, file)) &&
        !leavesErrorsAlone(call.expression, handled, file),
    );
}

/** True for `Object.keys`, which calls nothing, and for the functions of modules that hand errors on to the framework. */
function leavesErrorsAlone(callee: Expression, handled: readonly string[], file: FileView): boolean {
  const inner = unwrap(callee);
  if (isPropertyAccessExpression(inner) && isIdentifier(inner.expression) && inner.expression.text === 'Object')
    return findDeclaration(file.scopes, inner.expression) === undefined;
  const declaration = isIdentifier(inner) ? findDeclaration(file.scopes, inner) : undefined;
  return declaration?.kind === 'import' && handled.includes(declaration.module);
}

function answerAsErrorHandler(
  fn: FunctionLikeDeclaration,
  file: FileView,
  error: Value,
  inForce: Value,
  { framework, letters }: Extract<ErrorWay, { kind: 'parameter' }>,
): ErrorAnswer {
  const of = claim(fn, file, framework, letters);
  if (!of?.error) return UNREAD;
  const args: Value[] = fn.parameters.map(() => unknownValue('parameter'));
  const own = of.error.path.reduceRight<Value>(
    (inner, name) => ({ kind: 'object', open: true, properties: new Map([[name, inner]]) }),
    of.adapter.handlers.errorInRequest ? asResponse(error, of, file) : error,
  );
  const response = of.response?.parameter;
  if (response) args[fn.parameters.indexOf(response)] = respond(inForce);
  args[fn.parameters.indexOf(of.error.parameter)] =
    response === of.error.parameter ? withError(respond(inForce), own, of) : own;
  return answerOf(of, file, inForce, [{ owner: ownerOf(fn, file), args }]);
}

/** What becomes of an error that comes out of calls which a function makes. */
function answerFailing(
  fn: FunctionLikeDeclaration,
  file: FileView,
  fails: Parameters<typeof listFailing>[2],
  error: Value,
  inForce: Value,
  framework: string,
  given: readonly Given[],
): ErrorAnswer {
  const answers = listFailing(fn, file, fails).map(({ catcher, awaited, handedOn }): ErrorAnswer => {
    if (handedOn) return UNREAD;
    if (!catcher) return { statuses: [], passedOn: [error], silent: false };
    if (!awaited) return UNREAD;
    return answerCaught(catcher, fn, file, error, inForce, framework, given);
  });
  if (answers.length === 0) return { statuses: [], passedOn: [error], silent: false };
  return {
    statuses: answers.flatMap(({ statuses }) => statuses),
    passedOn: [...new Set(answers.flatMap(({ passedOn }) => passedOn))],
    silent: answers.some(({ silent }) => silent),
  };
}

function answerCaught(
  catcher: Catcher,
  outer: FunctionLikeDeclaration,
  file: FileView,
  error: Value,
  inForce: Value,
  framework: string,
  given: readonly Given[],
): ErrorAnswer {
  const place = catcher.kind === 'clause' ? catcher.clause : catcher.fn;
  const of = findAround(place.parent, outer, file, framework);
  if (!of) return UNREAD;
  const caught = {
    owner: catcher.kind === 'clause' ? ownerOfCatch(catcher.clause, file) : ownerOf(place, file),
    args: [error],
  };
  if (catcher.kind === 'callback')
    return answerOf({ ...of, fn: catcher.fn, calls: new Map() }, file, inForce, [...given, caught]);
  const name = catcher.clause.variableDeclaration?.name;
  if (name && !isIdentifier(name)) return UNREAD;
  return answerOf(of, file, inForce, [...given, caught], catcher);
}

/** The function around a place that the framework calls as a handler. */
function findAround(
  place: Node,
  outer: FunctionLikeDeclaration,
  file: FileView,
  framework: string,
): HandlerFunction | undefined {
  for (let node: Node | undefined = place; node && outer.pos <= node.pos; node = node.parent) {
    const of = isFunctionLike(node) ? claim(node, file, framework, undefined) : undefined;
    if (of) return of;
    if (node === outer) break;
  }
  return undefined;
}

function claim(
  fn: FunctionLikeDeclaration,
  file: FileView,
  framework: string,
  letters: string | undefined,
): HandlerFunction | undefined {
  const adapter = frameworks.find(({ id }) => id === framework);
  if (!adapter) return undefined;
  if (adapter.decorated) {
    const own = file.narrow([findStatementAround(fn)]);
    return findDecoratedHandlers(own, adapter).find((one) => one.fn === fn);
  }
  const by = (adapter.made || adapter.shaped) && !adapter.handlers.context ? 'make' : 'call';
  const told = letters === undefined ? {} : { parameters: letters };
  return createHandler(fn, { method: undefined, route: undefined, by, ...told }, file, adapter);
}

/** Walks the code that takes an error, as far as what is known of the error lets it come. */
function answerOf(
  of: HandlerFunction,
  file: FileView,
  inForce: Value,
  given: readonly Given[],
  catcher?: Extract<Catcher, { kind: 'clause' }>,
): ErrorAnswer {
  const { world } = file;
  const fill = (value: Value): Value => given.reduce((filled, { owner, args }) => fillIn(filled, owner, args), value);
  const allows: AllowsTest = (test, holds) => {
    const outcome = isTrue(fill(readValue(test, file)), (value) => workOut(value, world));
    return outcome === undefined || outcome === holds;
  };
  const { drafts, passedOn, mayBeLost } = collectDrafts(
    { ...of, takesAnError: true },
    file,
    allows,
    catcher?.statements,
  );
  const answering = drafts.filter(({ sent, via }) => sent && via !== 'next' && via !== 'throw');
  const handedOn = answering.map((draft) => findSentError(draft, of, file, fill));
  const statuses = answering
    .filter((_, index) => handedOn[index] === undefined)
    .map(({ status }) => toNumber(status ? fill(status.symbolic) : valueInForce(inForce), world));
  const thrown = [...passedOn.map(fill), ...handedOn.filter((error) => error !== undefined)];
  return { statuses, passedOn: thrown, silent: mayBeLost || (statuses.length === 0 && thrown.length === 0) };
}

/** An error that is sent as a body, where the framework treats it as if it had been thrown. */
function findSentError(
  { node, via, from }: Draft,
  of: HandlerFunction,
  file: FileView,
  fill: (value: Value) => Value,
): Value | undefined {
  if (!of.adapter.readsErrors || (via !== 'response' && via !== 'return')) return undefined;
  const read = isCallExpression(node) ? readResponseCall(node, of, file) : undefined;
  const sent = typeof read?.method.body === 'number' ? read.args[read.method.body] : from;
  const error = sent && fill(readValue(sent, file));
  const plain = error && workOut(error, file.world);
  return plain?.kind === 'error' || plain?.kind === 'new' ? error : undefined;
}

/** An error as the response that hapi makes of it, with the status that it would be answered with. */
function asResponse(error: Value, { adapter }: HandlerFunction, { world }: FileView): Value {
  const carried = isErrorOf(error, adapter.errorModules ?? [], world) ? findErrorStatus(error, world) : undefined;
  const code = carried ? theOne(carried) : isReadToItsBase(error, world) ? 500 : undefined;
  const statusCode: Value = code === undefined ? unknownValue('parameter') : { kind: 'literal', value: code };
  const output: Value = { kind: 'object', open: true, properties: new Map([['statusCode', statusCode]]) };
  const fields = new Map<string, Value>([
    ['isBoom', { kind: 'literal', value: true }],
    ['output', output],
  ]);
  return { kind: 'extended', base: error, fields };
}

/** A context with its error, and with the response in all places where it stands. */
function withError(response: Value, error: Value, { adapter }: HandlerFunction): Value {
  const properties = new Map<string, Value>((adapter.alsoAt ?? []).map((name) => [name, response]));
  if (error.kind === 'object') for (const [name, value] of error.properties) properties.set(name, value);
  return { kind: 'object', open: true, properties };
}

/** The response as an error handler finds it. */
function respond(inForce: Value): Value {
  const properties = new Map<string, Value>([
    ['statusCode', valueInForce(inForce)],
    ['headersSent', { kind: 'literal', value: false }],
  ]);
  return { kind: 'object', open: true, properties };
}

function valueInForce(inForce: Value): Value {
  return inForce === missing ? { kind: 'literal', value: 200 } : inForce;
}
