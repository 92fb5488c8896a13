import type { FrameworkAdapter, FunctionFormat, RouteFile } from '../adapter.ts';
import type { ExtraKnowledge } from '../extra-knowledge.ts';
import type { Handler, Origin } from '../model.ts';
import type { FileView } from '../syntax/file-view.ts';
import {
  type CallExpression,
  type Expression,
  type FunctionLikeDeclaration,
  isCallExpression,
  isIdentifier,
  isParameter,
  isPropertyAccessExpression,
  type Node,
  type ParameterDeclaration,
  SyntaxKind,
} from '../syntax/parser.ts';
import { findDeclaration } from '../syntax/scope.ts';
import { nameOf, unwrap } from '../syntax/tree.ts';
import type { Registration, Returned } from './registration.ts';
import type { ResponseCall } from './response-call.ts';
import type { WrittenStatus } from './state.ts';

/** A parameter, or a property deep in it, as in `({ req, res })`. */
export interface Place {
  readonly parameter: ParameterDeclaration;
  readonly path: readonly string[];
}

/** Which parameters of a function are what. */
export interface Roles {
  readonly response: Place | undefined;
  readonly request: Place | undefined;
  readonly next: Place | undefined;
  readonly error: Place | undefined;
  /** True if the function is given more than a handler is: it answers for others. */
  readonly helper: boolean;
}

/** A function that answers requests, with the parameters that carry them. */
export interface HandlerFunction {
  readonly fn: FunctionLikeDeclaration;
  /** Declares the response object. */
  readonly adapter: FrameworkAdapter;
  /** The framework that calls the function: another one where that stands on top of the first. */
  readonly framework: FrameworkAdapter;
  readonly handler: Handler;
  /** What the settings tell of code that cannot be read. */
  readonly extra?: ExtraKnowledge;
  /** Undefined for a function that answers by throwing alone. */
  readonly response: Place | undefined;
  readonly request: Place | undefined;
  readonly next: Place | undefined;
  readonly error: Place | undefined;
  /** What shows that the function is one. If a call does, the framework itself calls it: nobody catches what it throws. */
  readonly by: Registration['by'];
  /** The files of which the framework calls an export that it is, or that a call around it gives. */
  readonly exportedFrom?: RouteFile | undefined;
  /** How its platform calls it, where that is sure. */
  readonly format?: FunctionFormat | undefined;
  /** The call of this file that registers it. */
  readonly at?: CallExpression | undefined;
  /** What is answered where nothing sets a status. */
  readonly defaultStatus: number;
  /** A status that is in force when the function begins. */
  readonly start?: WrittenStatus | undefined;
  /** True if the methods of the response stand on `this`. */
  readonly answersThroughThis?: boolean;
  /** True if the way of registering it gives it something to call on with, or takes its end for that. */
  readonly goesOn?: boolean;
  /** What it means when the function gives something back; undefined if that means nothing. */
  readonly returned?: Returned | undefined;
  /** Where the values of parameters come from that are neither request nor response. */
  readonly origins?: ReadonlyMap<ParameterDeclaration, Origin>;
  /** True while the function is walked for what it makes of an error that comes out of what it calls. */
  readonly takesAnError?: boolean;
  /** What each call that was looked at does to the response; it is the same on every path. */
  readonly calls: Map<Node, ResponseCall | undefined>;
}

/** True if the expression is the handler's response object: its parameter, under this or another name. */
export function isResponse(expression: Expression, of: HandlerFunction, file: FileView): boolean {
  if (of.answersThroughThis && unwrap(expression).kind === SyntaxKind.ThisKeyword) return true;
  if (isAtPlace(expression, of.response, file)) return true;
  const { response, adapter } = of;
  return (
    adapter.alsoAt?.some(
      (path) => response && isAtPlace(expression, { ...response, path: [...response.path, ...path.split('.')] }, file),
    ) ?? false
  );
}

/** The name under which a place is used, unless it is kept under another one. */
export function nameOfPlace(place: Place | undefined): string | undefined {
  return place && (place.path.at(-1) ?? nameOf(place.parameter.name));
}

/** True if the expression is the request: a parameter, or what a context that is both has under `request`. */
export function isRequest(expression: Expression, of: HandlerFunction, file: FileView): boolean {
  const { request, adapter } = of;
  if (isAtPlace(expression, request, file)) return true;
  return Boolean(
    request && adapter.settles && isAtPlace(expression, { ...request, path: [...request.path, 'request'] }, file),
  );
}

/** True if the expression stands for `place`, directly or through a constant. */
export function isAtPlace(expression: Expression, place: Place | undefined, file: FileView): boolean {
  const found = place && findPlace(expression, file);
  return (
    found !== undefined &&
    found.parameter === place?.parameter &&
    found.path.length === place.path.length &&
    found.path.every((name, index) => name === place.path[index])
  );
}

/** The parameter that an expression stands for, or the property of one. */
export function findPlace(expression: Expression, file: FileView, depth = 0): Place | undefined {
  const inner = unwrap(expression);
  if (depth > 4) return undefined;
  if (isPropertyAccessExpression(inner)) {
    const object = findPlace(inner.expression, file, depth + 1);
    return object && { parameter: object.parameter, path: [...object.path, inner.name.text] };
  }
  if (isCallExpression(inner) && isPropertyAccessExpression(inner.expression)) {
    // `host.switchToHttp().getResponse()`: calls without arguments lead on as properties do.
    const object = inner.arguments.length === 0 ? findPlace(inner.expression.expression, file, depth + 1) : undefined;
    return object && { parameter: object.parameter, path: [...object.path, `${inner.expression.name.text}()`] };
  }
  if (!isIdentifier(inner)) return undefined;
  const declaration = findDeclaration(file.scopes, inner);
  switch (declaration?.kind) {
    case 'parameter':
      return { parameter: declaration.node, path: [] };
    case 'variable':
      return declaration.constant && declaration.node.initializer
        ? findPlace(declaration.node.initializer, file, depth + 1)
        : undefined;
    case 'element': {
      const { root, path } = declaration;
      if (isParameter(root)) return { parameter: root, path };
      const whole = declaration.constant && root.initializer && findPlace(root.initializer, file, depth + 1);
      return whole ? { parameter: whole.parameter, path: [...whole.path, ...path] } : undefined;
    }
    default:
      return undefined;
  }
}
