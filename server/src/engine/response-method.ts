/** What a method of the response object does, or a call that makes a response. Indexes count arguments from 0. */
export interface ResponseMethod {
  /** `make`: gives a response as a value. `throw`: throws one by itself, and never returns. */
  readonly role: 'status' | 'send' | 'header' | 'stream' | 'make' | 'throw';
  /** Where the status comes from. */
  readonly status?: StatusSource;
  /** Why no test has run it: what rests on this declaration is no more than a hint. */
  readonly notRun?: string;
  /** True for a spelling that a newer version takes for something else. */
  readonly legacy?: boolean;
  /** What the method did in versions of the framework before the major version `before`. */
  readonly older?: { readonly before: number; readonly method: ResponseMethod };
  /** Where the body stands: an argument, the reason phrase of the status, or something that is made elsewhere. */
  readonly body?: number | 'reason phrase' | 'made elsewhere';
  /** The header field that the method sets, or the argument that names it. */
  readonly header?: string | number;
  /** The argument that must be truthy for a method that throws not to do it. */
  readonly unless?: number;
  /** Arguments that may be objects of header fields. */
  readonly fields?: readonly number[];
  /** Which bodies make the call throw where the status takes none; absent where the body is only dropped. */
  readonly refuses?: 'any body' | 'all but null' | 'on some platforms';
  /** The argument that may be an object with `status` and `headers`. */
  readonly init?: number;
  /** True for a function that makes a response of what was set on the context that it is given. */
  readonly ofContext?: boolean;
}

/** Which argument is the status, and what it is when that is not given; or the status that the method always gives. */
export type StatusSource =
  | { readonly argument: number; readonly otherwise?: number }
  | { readonly always: number }
  /** The status that is given unless one was set before. */
  | { readonly unlessSet: number }
  /** The status of an error that is an argument. */
  | { readonly carriedBy: number };

/** What can be told of an argument without knowing its value. */
export type ArgumentShape = 'number' | 'text' | 'other';

/** A method whose meaning depends on its arguments, such as `redirect(url)` and `redirect(status, url)`. */
export type Overload = (shapes: readonly ArgumentShape[]) => ResponseMethod;

/** What an assignment to a property of the response object does. */
export interface ResponseProperty {
  readonly role: 'status' | 'reason phrase' | 'body';
  /** True if what is assigned is taken as the argument of a method would be: `set.status = 'Not Found'`. */
  readonly likeArgument?: boolean;
}
