import type { RouteFile } from '../adapter.ts';
import type { CallExpression } from '../syntax/parser.ts';

/** How a function came to be taken for one that answers. */
export interface Registration {
  readonly method: string | undefined;
  readonly route: string | undefined;
  /** The call that registers it. */
  readonly at?: CallExpression;
  /** The files of which the framework calls an export that the function is, or that a call around it gives. */
  readonly exportedFrom?: RouteFile;
  /** The roles of the function's parameters, where the way of registering it decides them. */
  readonly parameters?: string;
  /** What shows it: the call that registers it, its annotations, or the way in which it uses its response. */
  readonly by: 'decorator' | 'call' | 'wrapped in a call' | 'type' | 'export' | 'use' | 'make' | 'throw';
}
