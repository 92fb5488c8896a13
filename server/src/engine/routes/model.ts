import type { FrameworkAdapter } from '../adapter.ts';
import type { ErrorWay, Value } from '../values/model.ts';

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

/** A call that is given a function, and whose result stands for it: `asyncHandler(show)`. */
export interface Wrapper {
  readonly callee: Value;
  readonly args: readonly Value[];
  /** Which argument the function is. */
  readonly index: number;
}

/** A function that was registered. */
export interface RegisteredFunction {
  readonly kind: 'function';
  readonly owner: string;
  readonly parameters: number;
  /** The functions that it is given to, whose result is registered; the inner one first. */
  readonly wrappers: readonly Wrapper[];
  readonly value: Value;
}

/** Code of the project that an error of a handler comes to. */
export interface ErrorTaker {
  readonly owner: string;
  /** The function; unknown where one may take the error that could not be read. */
  readonly value: Value;
  readonly way: ErrorWay;
  /** The classes of errors that it takes; absent for all. */
  readonly only?: readonly Value[];
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
  /** True for a plug-in that registers on the one that it is mounted on, as if it stood there. */
  readonly open?: boolean;
}

/** What a package made, which may do anything. */
export interface RegisteredPackage {
  readonly kind: 'package';
  /** As it is imported: `koa-json-error#default`. */
  readonly name: string;
}

/** What a library made, such as `express.json()`: it may answer before the handlers behind it. */
export interface RegisteredLibrary {
  readonly kind: 'library';
  readonly value: Value;
}

/** What an entry registers. */
export type Registered = RegisteredFunction | RegisteredName | RegisteredLibrary | MountedRouter | RegisteredPackage;

/** An entry whose names were followed. */
export interface Entry {
  /** Tells the application or router from all others. */
  readonly registrar: string;
  readonly verb: string;
  /** The path as written; undefined for none; `null` for one that could not be read. */
  readonly path: string | undefined | null;
  /** The HTTP method, where the entry says it itself; else the verb does. */
  readonly method?: string | undefined;
  /** True if it only gives its path to all routes of the registrar. */
  readonly prefixes?: boolean;
  /** The error handlers of the routes alone that it registers, with the option that names them. */
  readonly takers?: readonly RegisteredFunction[];
  /** True for an error handler that may serve what else is registered where the registrar is mounted. */
  readonly leaks?: boolean;
  readonly registered: readonly Registered[];
}

/** A method that middleware hangs on the response of each request: `ctx.fail = (code) => …`. */
export interface HungMethod {
  readonly name: string;
  readonly value: Value;
}

/** What holds for all handlers that decorators register. */
export interface GlobalParts {
  /** What takes their errors: in each place that registers some, the first one first. */
  readonly filters: readonly (readonly Value[])[];
  /** The prefixes of all their routes; `null` for one that could not be read. */
  readonly prefixes: readonly (string | null)[];
  /** How versions stand in their paths, for each place that switches them on; `null` where they do not, or cannot be read. */
  readonly versions: readonly (VersionsInPath | null)[];
}

/** What stands before the versions in paths, and the version of what names none. */
export interface VersionsInPath {
  readonly prefix: string;
  readonly usual: string | undefined;
}

/** What is registered by one file, with names followed. */
export interface ResolvedRoutes extends RegisteredByStatement {
  readonly global: GlobalParts;
}

/** The part of it that each statement has for itself. */
export interface RegisteredByStatement {
  readonly entries: readonly Entry[];
  readonly hung: readonly HungMethod[];
  /** Applications and routers that the entries name, by key, with what made them. */
  readonly made: ReadonlyMap<string, Maker>;
}

/** What a file registers that registers nothing. */
export const noRoutes: ResolvedRoutes = {
  entries: [],
  made: new Map(),
  hung: [],
  global: { filters: [], prefixes: [], versions: [] },
};

/** What makes an application or a router. */
export interface Maker {
  readonly adapter: FrameworkAdapter;
  /** True for an application: what nobody else answers, the framework answers itself. */
  readonly application: boolean;
  /** The path under which a router puts its own routes. */
  readonly prefix?: string | undefined | null;
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
  /** What takes its errors, the first one first. */
  readonly errorTakers: readonly ErrorTaker[];
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
  readonly global: GlobalParts;
  /** The method of that name that middleware hangs on responses, if there is but one in the project. */
  readonly findHung: (name: string) => Value | undefined;
  /** The names of all such methods. */
  readonly hungNames: ReadonlySet<string>;
  /** True if methods of that name are registered of objects that could not be read, and none of them is wrapped. */
  readonly registersBare: (name: string) => boolean;
  /** The error handlers that all handlers of the project share, where they do: they answer what a service throws. */
  readonly shared: Chain | undefined;
}
