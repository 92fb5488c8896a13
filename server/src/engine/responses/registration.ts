import type { RouteFile } from '../adapter.ts';
import type { CallExpression } from '../syntax/parser.ts';

/** What it means when a handler gives something back. */
export type Returned =
  /** It is the body; the status is the one in force. */
  | { readonly kind: 'body'; readonly nothing?: number; readonly null?: number; readonly emptyUnlessSet?: number }
  /** The same, but nothing is answered for want of it; an error is answered with its own status. */
  | { readonly kind: 'value' }
  /** Something that is no response is answered by the framework. */
  | { readonly kind: 'response'; readonly other: number; readonly nothing: number | undefined }
  /** The framework redirects, whatever it is. */
  | { readonly kind: 'redirection' }
  /** `false` refuses the request with this status, everything else lets it pass. */
  | { readonly kind: 'permission'; readonly refusal: number };

/** How a function came to be taken for one that answers. */
export interface Registration {
  readonly method: string | undefined;
  readonly route: string | undefined;
  /** The call that registers it. */
  readonly at?: CallExpression;
  /** The files of which the framework calls an export that the function is, or that a call around it gives. */
  readonly exportedFrom?: RouteFile;
  /** What it means when the function gives something back, where the way of registering it decides that. */
  readonly returned?: Returned;
  /** The roles of the function's parameters, where the way of registering it decides them. */
  readonly parameters?: string;
  /** What shows it: the call that registers it, its annotations, or the way in which it uses its response. */
  readonly by: 'decorator' | 'call' | 'wrapped in a call' | 'type' | 'export' | 'use' | 'make' | 'throw';
}
