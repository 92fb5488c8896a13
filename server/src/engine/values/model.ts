import type { Known, UnknownReason } from '../known.ts';
import type { Literal, Span } from '../model.ts';

/**
 * What an expression stands for, as plain data that no longer needs the tree it was read from. Names of other files stay
 * references (`import`), parameters stay places to fill in: a value is evaluated where it is used.
 */
export type Value =
  | { readonly kind: 'literal'; readonly value: Literal }
  /** Text of which parts are not known. */
  | { readonly kind: 'text' }
  /** An argument that was not given, a property that is not there. */
  | { readonly kind: 'missing' }
  /** `name` is that of a global, which nothing in the project declares. */
  | { readonly kind: 'unknown'; readonly why: UnknownReason; readonly name?: string }
  /** The argument of the function that is being summarised, or a property deep in it. */
  | { readonly kind: 'parameter'; readonly owner: string; readonly index: number; readonly path: readonly string[] }
  | { readonly kind: 'object'; readonly properties: ReadonlyMap<string, Value>; readonly open: boolean }
  | { readonly kind: 'array'; readonly elements: readonly Value[] }
  | { readonly kind: 'some'; readonly options: readonly Value[] }
  /** `first ?? second`, a parameter with a default, or with `or` `first || second`. */
  | { readonly kind: 'fallback'; readonly first: Value; readonly second: Value; readonly or?: boolean }
  | { readonly kind: 'sum'; readonly first: Value; readonly second: Value }
  /** An export of `module`, as the file `from` names it. */
  | { readonly kind: 'import'; readonly module: string; readonly name: string; readonly from: string }
  /** A value some of whose fields were assigned after it was made: `error.status = 404`. */
  | { readonly kind: 'extended'; readonly base: Value; readonly fields: ReadonlyMap<string, Value> }
  | { readonly kind: 'member'; readonly object: Value; readonly name: string }
  /** `table[key]` */
  | { readonly kind: 'computed'; readonly object: Value; readonly key: Value }
  /** `at` tells what one call made from what others made; it is the same however often the code is read. */
  | { readonly kind: 'call'; readonly callee: Value; readonly args: readonly Value[]; readonly at?: string }
  | { readonly kind: 'new'; readonly callee: Value; readonly args: readonly Value[]; readonly at?: string }
  /** `owner` tells the function from all others of the project. */
  | {
      readonly kind: 'function';
      readonly owner: string;
      readonly parameters: number;
      readonly path: string;
      readonly span: Span;
      readonly summary: FunctionSummary;
    }
  /** `test ? first : second`; worked out, it is one of them if the test can be decided, else either. */
  | { readonly kind: 'choice'; readonly test: Value; readonly first: Value; readonly second: Value }
  | { readonly kind: 'test'; readonly test: Test }
  /** `place` is where a class of the project stands. */
  | {
      readonly kind: 'class';
      readonly summary: ClassSummary;
      readonly place?: { readonly path: string; readonly span: Span };
    }
  /** `this` inside a class: an instance, which is told where one of its methods is called. */
  | { readonly kind: 'self'; readonly type: Value }
  /** An error that a library makes and that carries its status. */
  | { readonly kind: 'error'; readonly status: Value; readonly module?: string; readonly name?: string };

/** What can be asked of values without running the program. */
export type Test =
  | { readonly kind: 'not'; readonly of: Value }
  | { readonly kind: 'equal'; readonly first: Value; readonly second: Value }
  | { readonly kind: 'instance'; readonly object: Value; readonly type: Value };

/** Which argument is the response, or where in it the response stands. */
export interface AnsweredPlace {
  /** -1 for a response that the function does not take as an argument, but from a function around it. */
  readonly index: number;
  readonly path: readonly string[];
  /** The owner of that function, and which of its arguments the response is. */
  readonly captured?: string;
  readonly at?: number;
}

/** A way in which a function answers through a response that it is given. */
export interface Answer {
  /** Which argument is the response, or where in it the response stands. */
  readonly response: AnsweredPlace;
  readonly status: Value;
  /** True if the function sets no status itself. */
  readonly implicit: boolean;
  readonly body: Value;
  /** False if it only sets the status. */
  readonly sent: boolean;
  readonly headers: readonly string[];
}

/**
 * How an error comes to a function of the framework with that id: as the parameter of an error handler, out of what it
 * calls with `next()`, or out of a function that it is given as an argument, which it calls in the function that it gives
 * back.
 */
export type ErrorWay =
  | { readonly kind: 'parameter'; readonly framework: string; readonly letters: string | undefined }
  | { readonly kind: 'next'; readonly framework: string }
  | { readonly kind: 'argument'; readonly framework: string; readonly index: number; readonly args: readonly Value[] };

/** How an error handler deals with one error. */
export interface ErrorAnswer {
  /** The statuses that it may answer with. */
  readonly statuses: readonly Known<number>[];
  /** What it hands on to the next error handler. */
  readonly passedOn: readonly Value[];
  /** True if some way through it neither answers nor hands the error on. */
  readonly silent: boolean;
}

/** An error that a function throws if an argument counts as true, or as false. */
export interface PossibleThrow {
  readonly error: Value;
  /** Undefined where something else decides. */
  readonly test: { readonly index: number; readonly holds: boolean } | undefined;
}

/** What matters of a function to those who call it. Values are in terms of its parameters. */
export interface FunctionSummary {
  /** Tells its parameters from those of other functions. */
  readonly owner: string;
  readonly name: string | undefined;
  readonly path: string;
  readonly span: Span;
  readonly answers: readonly Answer[];
  /** True if some way through it answers nothing. */
  readonly mayStaySilent: boolean;
  /** True if it sets a status on every way through it. */
  readonly setsStatus: boolean;
  readonly returns: Value;
  /** True if what it throws only rejects the promise that it gives. */
  readonly async: boolean;
  /** What it throws, if it never returns. */
  readonly throws: Value | undefined;
  /** What it throws on some way, where that depends on what it is given. */
  readonly mayThrow: readonly PossibleThrow[];
  /** The look-up whose result it hands on as it is, if it does nothing else. */
  readonly lookUp: () => PlainLookUp | undefined;
  /** True if it catches what fails in what it calls with `next()`. */
  readonly catchesNext: () => boolean;
  /** What it answers to an error that comes to it. `inForce` is the status that was set on the response before. */
  readonly answerError: (error: Value, inForce: Value, way: ErrorWay) => ErrorAnswer;
}

/** A call that looks something up: as written, without white space, and what it calls. */
export interface PlainLookUp {
  readonly name: string;
  readonly callee: Value;
  /** What it is given of what the function around it is given. */
  readonly asked: readonly AskedFor[];
}

/** A parameter by whose value something is looked up. */
export interface AskedFor {
  /** Its place among the parameters of the function around. */
  readonly parameter: number;
  /** The place of the argument that holds it. */
  readonly argument: number;
  /** The field that is asked for it, such as `_id`; undefined if it is the argument itself and no name tells the field. */
  readonly key: string | undefined;
}

/** What matters of a class: how its instances' fields follow from the arguments of its constructor. */
export interface ClassSummary {
  /** Tells the parameters of its constructor from those of other functions. */
  readonly owner: string;
  readonly name: string | undefined;
  readonly path: string;
  readonly span: Span;
  readonly base: Value | undefined;
  /** Arguments of `super(…)`; undefined if the constructor is inherited. */
  readonly superArguments: readonly Value[] | undefined;
  readonly fields: ReadonlyMap<string, Value>;
  readonly statics: ReadonlyMap<string, Value>;
  readonly methods: ReadonlyMap<string, Value>;
  /** The classes that its fields are annotated with where they are what the constructor is given, or are put in later. */
  readonly injected: ReadonlyMap<string, Value>;
  readonly decorators: readonly ReadDecorator[];
}

/** A decorator of a class, by the name that its module exports it by. */
export interface ReadDecorator {
  readonly name: string;
  readonly module: string | undefined;
  readonly args: readonly Value[];
}

/** The rest of the project, as far as one file can see it. */
export interface World {
  /** What `module` exports as `name` (`*` for the whole of it), seen from `from`; undefined if it cannot be read. */
  readonly lookUp: (from: string, module: string, name: string) => Value | undefined;
  /** The major version of the first of `packages` that the nearest package.json names; undefined if it tells none. */
  readonly findMajorVersion: (from: string, packages: readonly string[]) => number | undefined;
  /** True if the oldest version of a package that package.json allows is this one or a newer one. */
  readonly isAtLeast: (from: string, name: string, major: number, minor: number) => boolean;
  /** True if a package.json at or above the file names one of `packages`: the nearest, or `any` of them, as usual. */
  readonly dependsOn: (from: string, packages: readonly string[], which?: 'nearest' | 'any') => boolean;
  /** How many more steps may be taken to work one value out, while one is. */
  readonly effort: { left: number | undefined };
}

export const missing: Value = { kind: 'missing' };

/** A value of which nothing is known. */
export function unknownValue(why: UnknownReason): Value {
  return { kind: 'unknown', why };
}

/** A value without the fields that were assigned to it later. */
export function withoutFields(value: Value): Value {
  return value.kind === 'extended' ? withoutFields(value.base) : value;
}

/** One of several values. */
export function someOf(options: readonly Value[]): Value {
  const flat = options.flatMap((option) => (option.kind === 'some' ? option.options : [option]));
  const [first] = flat;
  if (!first) return unknownValue('not written here');
  return flat.length === 1 ? first : { kind: 'some', options: flat };
}
