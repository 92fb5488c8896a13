import type { Span } from './body-model.ts';

/** A change that a rule asks for, at an answer, at a handler or anywhere in the file. */
export type FixIntent = ResponseIntent | HandlerIntent | FileIntent;

/** A change of an answer; an adapter spells it in its framework's words and the file's style. */
export type ResponseIntent =
  | { readonly kind: 'removeBody' }
  /** `body` is code that takes the place of the present body. */
  | { readonly kind: 'setStatus'; readonly status: number; readonly body?: string }
  /** Makes a part of the body, at the span of a value, tell of a status. */
  | { readonly kind: 'tellStatus'; readonly status: number; readonly place: Span }
  /** `status` takes the place of the present one. */
  | { readonly kind: 'insertReturn'; readonly status?: number }
  /** Sends a status that was only set, without a body. */
  | { readonly kind: 'send' }
  | { readonly kind: 'throwInstead' }
  /** Adds a status to what the route declares. */
  | { readonly kind: 'declareStatus'; readonly status: number }
  | { readonly kind: 'modernise' }
  /**
   * Sends a text of the program's own in the place of a caught error, which is logged; `status` takes the place of the
   * present one.
   */
  | { readonly kind: 'hideError'; readonly status?: number }
  /** Moves what sets a status before what sends. */
  | { readonly kind: 'setStatusFirst' }
  | { readonly kind: 'addHeader'; readonly name: string; readonly value: string };

/** A change of a handler at a place that is no answer. */
export type HandlerIntent =
  /** Answers at the end of a silent path, which is known by its span. */
  | { readonly kind: 'answerPath'; readonly path: Span; readonly status: number }
  /** Hands the request on at the end of a silent path, with the error that was caught there. */
  | { readonly kind: 'handOn'; readonly path: Span }
  /** Takes a status out of what the route declares. */
  | { readonly kind: 'undeclareStatus'; readonly status: number }
  /** Lets somebody handle what an async handler throws. */
  | { readonly kind: 'catchRejections'; readonly how: 'wrapper' | 'try' };

/** A change of a place that belongs to no handler. */
export type FileIntent =
  /** Writes a status as a number. */
  | { readonly kind: 'writeStatus'; readonly place: Span; readonly status: number }
  /** Writes a status as a constant of a table that the file uses or imports. */
  | { readonly kind: 'nameStatus'; readonly place: Span; readonly status: number }
  /** Gives a constant its other name. */
  | { readonly kind: 'rename'; readonly place: Span; readonly name: string };
