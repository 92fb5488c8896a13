import type { Known } from './known.ts';
import type { Literal, Origin, Response, ResponseIntent, TextEdit } from './model.ts';
import type { Overload, ResponseMethod, ResponseProperty } from './response-method.ts';

export type { ArgumentShape, Overload, ResponseMethod, ResponseProperty, StatusSource } from './response-method.ts';

/**
 * How a framework answers, declared as data: which methods of its response object set a status, carry a body or end
 * the response, and at which argument. The flow over a handler reads these declarations; an adapter has no walk.
 */
export interface FrameworkAdapter {
  /** File name and id, such as `express`. */
  readonly id: string;
  /** As users write it. */
  readonly name: string;
  /** Packages that show that a file belongs to this framework. */
  readonly packages: readonly string[];
  /** The status that is sent when none was set. */
  readonly defaultStatus: number;
  readonly handlers: HandlerDeclaration;
  /** Handlers that are methods of classes and are registered by decorators. */
  readonly decorated?: DecoratedHandlers;
  /** Adapters whose response objects its handlers are given, by id, with the packages that tell which; the first is usual. */
  readonly platforms?: Readonly<Record<string, readonly string[]>>;
  /** Why no test has run it: what rests on its declarations is no more than a hint. */
  readonly notRun?: string;
  /** Platforms on which an error that a handler gives back is answered as if it had been thrown. */
  readonly answersReturnedErrors?: readonly string[];
  /** Methods of the response object. A method that is not listed leaves the response as it is. */
  readonly methods: Readonly<Record<string, ResponseMethod | Overload>>;
  /** Functions that are given the response first, by the names that the framework's modules or its globals give them. */
  readonly functions?: Readonly<Record<string, ResponseMethod | Overload>>;
  /** Functions that read a part of the request that they are given. */
  readonly readers?: Readonly<Record<string, Origin>>;
  /** The status of a `null` that a handler returns, where that is not sent as a body. */
  readonly statusOfNull?: number;
  /** Properties of the response object that can be assigned. */
  readonly properties: Readonly<Record<string, ResponseProperty>>;
  /**
   * Calls and constructors that make a response as a value, which answers once it is returned or thrown. By
   * `module#name`; `#Response` is a global name, `next/server#NextResponse.json` a property of an export.
   */
  readonly made?: Readonly<Record<string, ResponseMethod | Overload>>;
  /** How a route declares the statuses that it answers. */
  readonly declares?: DeclaredResponses;
  /** Objects that are responses by their properties, once they are given back. */
  readonly shaped?: ShapedResponse;
  /** True if the response is a context that keeps what was set, in whatever order, until the handlers have ended. */
  readonly settles?: boolean;
  /** True if what a handler returns is sent as the body, with the status that was set before. */
  readonly sendsReturned?: boolean;
  /** True if a body that is an error is answered with the status that the error carries, unless one was set before. */
  readonly readsErrors?: boolean;
  /** Where in the response parameter the same response stands once more, as in Fastify's `reply.raw`. */
  readonly alsoAt?: readonly string[];
  /** Methods and functions of streams that send into the response which they are given, as `pipe` does. */
  readonly sinks?: readonly string[];
  /** Methods of the response object that neither answer nor give it away. */
  readonly harmless?: readonly string[];
  /** Modules whose errors, and those derived from them, it answers with the status that they carry. Absent: it asks the fields of any error. */
  readonly errorModules?: readonly string[];
  /** True if a response that is thrown is its answer. */
  readonly answersThrownResponses?: boolean;
  /** What the client gets where a handler makes no response. */
  readonly unanswered?: number;
  /** True if its responses are made in files that name no package of it, as those of the platform itself are. */
  readonly everywhere?: boolean;
  /**
   * Spells a fix in the framework's words; undefined where it has no safe spelling. What reads alike in every framework
   * is spelled in `fixes/` before this is asked: a written status that is replaced, an answer that is given through a
   * call, a `return`. `spelling/` has the words that several frameworks share.
   */
  readonly spell: (intent: ResponseIntent, response: Response, spelling: Spelling) => readonly TextEdit[] | undefined;
  /** True where what a handler returns is its answer, so that `return` can only stand before it. */
  readonly answersByReturning?: boolean;
}

/** Where handlers stand and what their parameters are. */
export interface HandlerDeclaration {
  /** Functions that make an object on which routes are registered, by `module#name`; `default` for the default export. */
  readonly makers: readonly string[];
  /** Methods that register a handler for one HTTP method or for all. */
  readonly verbs: Readonly<Record<string, string | undefined>>;
  /** Names that a registering object usually has where it comes from elsewhere. */
  readonly usualNames: RegExp;
  /** Types of the response parameter, by `module#name`. */
  readonly responseTypes: readonly string[];
  /** Types of whole handlers, by `module#name`. */
  readonly handlerTypes: readonly string[];
  /** Methods that, called with an argument, only a response of this framework has. */
  readonly telling: readonly string[];
  /** The codes that the framework takes as they are. Absent: 100 to 999, as Node does. */
  readonly range?: readonly [lowest: number, highest: number];
  /** What is answered when a value that is known is given as the status; undefined stands for no value, or no answer. */
  readonly answerTo?: (written: Literal | undefined, version: number | undefined) => number | undefined;
  /** True if the framework answers its own error classes by itself, wherever they are made and thrown. */
  readonly ownErrors?: boolean;
  /** True if it answers no errors but those of files that import it. */
  readonly onlyWhereImported?: boolean;
  /**
   * What the framework itself answers to an error that no error handler takes. `fields` are the error's `status` and
   * `statusCode`, undefined where it surely has no such number; `inForce` is the status that was set before. Absent where
   * that was not measured.
   */
  readonly answersErrors?: (fields: readonly (Known<number> | undefined)[], inForce: Known<number>) => Known<number>;
  /** How code of the project takes errors. Absent: by handlers that begin with the error and come after, as in Express. */
  readonly takesErrors?: ErrorTaking;
  /** Methods that are given plug-ins. */
  readonly plugIns?: Readonly<Record<string, PlugIn>>;
  /** Methods that hang another one on each response: they are given its name, and a function whose `this` is the response. */
  readonly hangers?: readonly string[];
  /** Methods that are given whole routes as objects. */
  readonly routeObjects?: Readonly<Record<string, RouteObject>>;
  /** Methods that are given a path and a router, besides `use`. */
  readonly mounts?: readonly string[];
  /** Other methods that give back the object on which routes are registered. */
  readonly chained?: readonly string[];
  /** What gives a prefix to all routes of a router: an option of what makes it, and methods. */
  readonly prefixes?: { readonly option?: string; readonly verbs?: readonly string[] };
  /** The major version since which a rejected promise of a handler is answered. Absent: always. */
  readonly awaitsHandlersSince?: number;
  /** Packages that look after rejected promises of handlers in versions that do not. */
  readonly rejectionsHandledBy?: readonly string[];
  /** True if a second answer to a request is dropped with a warning in the log, where others fail. */
  readonly dropsSecondAnswer?: boolean;
  /**
   * True if a request stays open when its handler neither answers nor hands on. `unless returned`: what the handler gives
   * back is waited for and sent, and be it the promise of an async function.
   */
  readonly hangsUnanswered?: boolean | 'unless returned';
  /** The major version since which the end of an async function that gives nothing is answered, with an empty body. */
  readonly answersAsyncEndsSince?: number;
  /**
   * Parameters by their count, in order: `e` error, `q` request, `s` response, `n` next, `-` something else. A context
   * that carries both request and response is `s`, with `context`.
   */
  readonly parameters: Readonly<Record<number, string>>;
  /** The event, by the verb, to which a handler listens: `on: 'request'`. */
  readonly events?: Readonly<Record<string, string>>;
  /**
   * Parameters of the functions that a verb registers, where they are not the usual ones: `setErrorHandler: 'eqs'`. `c` is a
   * context that holds the error too, `r` a request that does, at `errorInRequest`. A verb that is given the name of an
   * option first, as in `addHook('onSend', …)`, registers what that option holds.
   */
  readonly parametersOf?: Readonly<Record<string, string>>;
  readonly errorInRequest?: readonly string[];
  /** Properties of a registration's argument that hold functions, and the parameters of these; `''` for the usual ones. */
  readonly options?: Readonly<Record<string, string>>;
  /** How people call the response parameter. Absent: `res`, `response`. */
  readonly responseNames?: RegExp;
  /** Types of the object on which routes are registered, by `module#name`. */
  readonly registrarTypes?: readonly string[];
  /** Functions that are given a handler, by `module#name`. */
  readonly takers?: readonly string[];
  /** Present where the response parameter is a context: where in it the request stands. */
  readonly context?: ContextParts;
  /** What the platform makes of what its functions give back and throw, by their types. */
  readonly formats?: readonly FunctionFormat[];
  /** Packages without which nobody asks an error of a handler for its status. */
  readonly asksErrorsWith?: readonly string[];
  /** Names of exports that show a handler where no package does. */
  readonly exports?: RegExp;
  /** Files whose exports answer requests. */
  readonly routeFiles?: readonly RouteFile[];
}

/** Where things stand in a parameter that is a context. */
export interface ContextParts {
  readonly request: readonly string[];
  /** The error, in those that error handlers are given. */
  readonly error?: readonly string[];
}

/** How code of the project comes to take the errors of handlers. */
export interface ErrorTaking {
  /**
   * Methods that register the one error handler of all that is registered on the same object, wherever that stands. What
   * it throws itself goes to the one of the object around.
   */
  readonly verbs?: readonly string[];
  /** What these methods are told to listen to, and the parameters of what then takes an error. */
  readonly event?: string;
  readonly letters?: string;
  /**
   * True if all that were registered before a route are asked, those of the objects around first, until one answers. They
   * begin with the status that the framework itself would answer with.
   */
  readonly inOrder?: boolean;
  /** The major version before which an error handler begins with the status of the error that it is given. */
  readonly begunBefore?: number;
  /** The option of a route that is its own error handler. */
  readonly option?: string;
  /** True if functions that run before a handler stand around it: `try { await next() } catch (error) { … }`. */
  readonly around?: boolean;
}

/** A method that is given a function which registers on its first parameter, as Fastify's `register` is. */
export interface PlugIn {
  /** The option that is the prefix of what it registers, as in `routes.prefix`. */
  readonly prefix: string;
  /** The property of the plug-in that is the function, where the plug-in is an object; it registers on the object itself. */
  readonly within?: string;
  /** Functions that make it register on the object itself instead of on one of its own, by `module#name`. */
  readonly open: readonly string[];
}

/** A method that is given a whole route as one object: where in it the parts stand. */
export interface RouteObject {
  readonly method: string;
  readonly path: readonly string[];
  readonly handler: string;
}

/** Where a route's own declaration lists its statuses. Comments with `@openapi` are read in every framework. */
export interface DeclaredResponses {
  /** The table by status in an argument of the registration, as in `['schema', 'response']`. */
  readonly path?: readonly string[];
  /** Functions that are given that argument, by `module#name`. */
  readonly makers?: readonly string[];
  /** Where decorators that declare a status come from. */
  readonly modules?: readonly string[];
}

/** The properties by which an object is a response. */
export interface ShapedResponse {
  readonly status: string;
  /** Where the body stands, the first that is there. */
  readonly body: readonly string[];
  readonly headers: string;
  /** Properties that make an object a response even without a status. */
  readonly alone?: readonly string[];
  /** Properties of other objects in which a response is kept until the function has ended, as in `context.res`. */
  readonly keptIn?: readonly string[];
}

/** Files that are known by their path, with the exports that the framework calls and the methods that these answer. */
export interface RouteFile {
  readonly path: RegExp;
  /** `default.fetch` is a property of the default export, `actions.*` any property of an export. */
  readonly exports: Readonly<Record<string, string | undefined>>;
  /**
   * The route that a file answers, if its path tells it.
   * @param path below the folder of the nearest package.json
   * @param read reads another file of that folder
   */
  readonly route?: (path: string, read: (path: string) => string | undefined) => string | undefined;
  /** True if nothing but the framework gets what they throw, or what stands `around` them. */
  readonly whole?: boolean;
  /** The function of another file that stands around them: what its path has in front of what `below` matches leads to `module`. */
  readonly around?: { readonly below: RegExp; readonly module: string; readonly name: string };
  /** The property beside a handler that takes its errors, as in `export default { fetch, error }`. */
  readonly errorsTo?: string;
  /** What the client gets where an export gives back something else than a response. Absent: that was not measured. */
  readonly others?: OtherValues;
}

/** How a platform calls functions of certain types. */
export interface FunctionFormat {
  /** Types of the function, of its first parameter or of what it gives back, by `module#name`. */
  readonly types: readonly string[];
  readonly others: OtherValues;
  /** What the client gets where the function fails. Absent: that differs, or was not measured. */
  readonly errors?: number;
}

/** What a framework answers where it expects a response and gets another value. */
export interface OtherValues {
  /** For a value that surely is none, such as an object literal. */
  readonly value: number;
  /** For nothing at all, in a file without a default export. */
  readonly nothing?: number;
}

/** What decorators of a framework mean, by the names that its modules export. */
export interface DecoratedHandlers {
  /** Where the decorators come from. */
  readonly modules: readonly string[];
  /** Decorators of a class whose methods may be handlers; their argument is the prefix of the routes. */
  readonly classes: readonly string[];
  /** Decorators that make a method a handler: its HTTP method, and what is answered where nothing sets a status. */
  readonly methods: Readonly<Record<string, { readonly method: string | undefined; readonly status: number }>>;
  /** Decorators of a method that set the status before it runs. */
  readonly statuses: Readonly<Record<string, DeclaredStatus>>;
  /** Decorators that answer with a redirection, whatever the method gives back. */
  readonly redirects: readonly string[];
  /** Decorators of parameters, and what the parameter then is. */
  readonly parameters: Readonly<Record<string, 'request' | 'response' | 'next' | Origin>>;
  /** The option with which the framework answers although the method has the response. Absent: it always does. */
  readonly passthrough?: string;
  /** What is answered when a method comes to its end, and when it gives back `null`; absent: as with any body. */
  readonly nothing?: number;
  readonly null?: number;
  /** What is answered when a method gives back nothing or `null` and nothing sets a status. */
  readonly emptyUnlessSet?: number;
  /** True if the methods of the response stand on the controller itself: `this.setStatus(404)`. */
  readonly answersThroughThis?: boolean;
  /** How classes of a project take what handlers throw. */
  readonly filters?: Filters;
  /** The method that gives all routes a prefix. */
  readonly globalPrefix?: string;
  /** How versions come into the routes of methods. */
  readonly versions?: Versions;
  /** Classes whose methods serve something else than HTTP, by their decorators. */
  readonly otherClasses: readonly string[];
  /** Methods that serve something else than HTTP, by their decorators. */
  readonly otherMethods: readonly string[];
  /** Methods of other objects that send with the response that they are given, as `httpAdapter.reply(response, body, 404)`. */
  readonly repliers?: Readonly<Record<string, ResponseMethod>>;
  /** Methods by their names that are given request and response inside a host object. */
  readonly hosted: Readonly<Record<string, HostedMethod>>;
}

/** Where a decorator has its status: the argument, and what stands in for an absent one. */
export interface DeclaredStatus {
  readonly argument: number;
  readonly otherwise?: number;
  /** True if it may be a number in a text. */
  readonly inText?: boolean;
}

/** Classes that take what handlers throw: where they are named, and what they take. */
export interface Filters {
  /** The decorator of methods and classes that names some. */
  readonly use: string;
  /** The decorator of such a class that lists the classes of errors which it takes; none for all. */
  readonly takes: string;
  /** Its method that is given the error. */
  readonly method: string;
  /** The method of the application that is given some for all handlers, and the token by which a module provides one. */
  readonly global: { readonly verb: string; readonly provider: string };
}

/** How an application puts versions into its routes. */
export interface Versions {
  /** The method of the application that switches them on; by default they stand in the path. */
  readonly verb: string;
  /** The value of its option `type` that says so too, by `module#name`. */
  readonly inPath: string;
  /** Its option for what stands before the version, what does where it is left out, and its option for the usual version. */
  readonly prefix: string;
  readonly usualPrefix: string;
  readonly usual: string;
  /** The decorator of a method that names a version, and the option of the decorator of its class that does. */
  readonly decorator: string;
  readonly option: string;
  /** What stands for no version, by `module#name`. */
  readonly none: string;
}

/** A method such as `catch(exception, host)`. Indexes count its parameters from 0. */
export interface HostedMethod {
  readonly host: number;
  /** The parameter that holds what was thrown. */
  readonly error?: number;
  /** What is answered when the method gives back `false`. */
  readonly refusal?: number;
}

/** What an adapter needs in order to write code as the file itself does. */
export interface Spelling {
  readonly text: string;
  /**
   * A status as the handler and its file write them: a number, or the constant of the same table. If the constant has to
   * be imported first, the edit for that is added to those of the fix.
   */
  readonly status: (code: number) => string;
  /** A text in the quotes that the file uses. */
  readonly string: (text: string) => string;
  /** `;`, or nothing in a file that leaves it out. */
  readonly semicolon: string;
  /** The response object as the handler calls it; undefined where it has no name. */
  readonly receiver: string | undefined;
}
