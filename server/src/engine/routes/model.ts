import type { FrameworkAdapter } from '../adapter.ts';
import type { Value } from '../values/model.ts';

/** One call that registers something, as a file has it: `router.get('/x', check, show)`, `app.use('/api', router)`. */
export interface WrittenEntry {
  readonly kind: 'entry';
  /** What is registered on: an application, a router, or a parameter that stands for one. */
  readonly registrar: Value;
  /** The method that registers, such as `get`. */
  readonly verb: string;
  readonly path: Value | undefined;
  readonly handlers: readonly Value[];
  /** The callbacks around it that run once for each element of a list. */
  readonly repeated: readonly Repetition[];
}

/** `list.forEach((element) => …)`: the parameters of `owner` stand for each element of `list` in turn. */
export interface Repetition {
  readonly owner: string;
  readonly list: Value;
}

/** A call that may hand an application or a router to a function which registers on it. */
export interface WrittenCall {
  readonly kind: 'call';
  readonly callee: Value;
  readonly args: readonly Value[];
}

/** What a file registers, in the order of its text. */
export type FileRoutes = readonly (WrittenEntry | WrittenCall)[];

/** A function that was registered. */
export interface RegisteredFunction {
  readonly kind: 'function';
  readonly owner: string;
  readonly parameters: number;
  /** True if it is given to another function, whose result is registered. */
  readonly wrapped: boolean;
  readonly value: Value;
}

/** A method that was registered of an object which could not be read. */
export interface RegisteredName {
  readonly kind: 'name';
  readonly name: string;
  readonly wrapped: boolean;
}

/** A router that was registered on another. */
export interface MountedRouter {
  readonly kind: 'router';
  readonly key: string;
}

/** What a library made, such as `express.json()`: it may answer before the handlers behind it. */
export interface RegisteredLibrary {
  readonly kind: 'library';
  readonly value: Value;
}

/** What an entry registers. */
export type Registered = RegisteredFunction | RegisteredName | RegisteredLibrary | MountedRouter;

/** An entry whose names were followed. */
export interface Entry {
  /** Tells the application or router from all others. */
  readonly registrar: string;
  readonly verb: string;
  /** The path as written; undefined for none; `null` for one that could not be read. */
  readonly path: string | undefined | null;
  readonly registered: readonly Registered[];
}

/** What is registered by one file, with names followed. */
export interface ResolvedRoutes {
  readonly entries: readonly Entry[];
  /** Applications and routers that the entries name, by key, with what made them. */
  readonly made: ReadonlyMap<string, Maker>;
}

/** What makes an application or a router. */
export interface Maker {
  readonly adapter: FrameworkAdapter;
  /** True for an application: what nobody else answers, the framework answers itself. */
  readonly application: boolean;
}

/** How a request comes to a handler, and what becomes of an error that it throws. */
export interface Chain {
  /** Upper-case, or undefined for any. */
  readonly method: string | undefined;
  /** The whole route with its prefixes; undefined if a part of it could not be read. */
  readonly route: string | undefined;
  /** True if no function of the same registration comes after it: those that come before are middleware. */
  readonly last: boolean;
  /** True if the handler was given to another function, and what that gave was registered. */
  readonly wrapped: boolean;
  /** Functions that run before the handler, the first one first. */
  readonly before: readonly RegisteredFunction[];
  /** What libraries made and that a request surely passes before the handler, the first one first. */
  readonly libraries: readonly Value[];
  /** Error handlers that come after it, the first one first. */
  readonly errorHandlers: readonly RegisteredFunction[];
  /** True if the chain was followed up to the application, so that nothing else can answer. */
  readonly whole: boolean;
  readonly adapter: FrameworkAdapter;
}

/** What files that import a handler know of it. */
export interface RouteMap {
  /** The ways to a function; empty if nobody registers it, as far as is known. */
  readonly find: (owner: string) => readonly Chain[];
  /** Every function that is registered, by what tells it from all others. */
  readonly functions: ReadonlyMap<string, RegisteredFunction>;
  /** True if methods of that name are registered of objects that could not be read, and none of them is wrapped. */
  readonly registersBare: (name: string) => boolean;
  /** The error handlers that all handlers of the project share, where they do: they answer what a service throws. */
  readonly shared: Chain | undefined;
}
