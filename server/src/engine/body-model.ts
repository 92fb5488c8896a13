/** A half-open range of the text of one file, in UTF-16 code units from its start. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A literal value found in code. */
export type Literal = string | number | boolean | null;

/** One property of a body that is written as an object literal. */
export interface BodyProperty {
  readonly name: string;
  /** The property as written, name and value. */
  readonly span: Span;
  readonly valueSpan: Span;
  readonly value: BodyValue;
}

/** What is known of a value inside a body. Nesting is read to depth 2. */
export type BodyValue =
  | { readonly kind: 'literal'; readonly value: Literal }
  | { readonly kind: 'text' }
  | { readonly kind: 'object'; readonly properties: readonly BodyProperty[]; readonly open: boolean }
  | { readonly kind: 'array'; readonly elements: readonly BodyValue[] }
  | { readonly kind: 'name'; readonly text: string }
  | { readonly kind: 'opaque' };

/**
 * The representation that a response carries. `open` bodies have spread or computed properties besides those listed.
 * `empty` is an explicit empty one (`send()`, `send('')`); `none` means that the answering call takes no body.
 */
export type Body =
  | { readonly kind: 'none' }
  | { readonly kind: 'empty'; readonly span?: Span }
  | {
      readonly kind: 'object';
      readonly span: Span;
      readonly properties: readonly BodyProperty[];
      readonly open: boolean;
    }
  | { readonly kind: 'text'; readonly span: Span; readonly text: string | undefined }
  | { readonly kind: 'literal'; readonly span: Span; readonly value: Literal }
  | {
      readonly kind: 'opaque';
      readonly span: Span;
      readonly name?: string;
      /** True if it may well be nothing, as what a method that only does something gives back. */
      readonly mayBeEmpty?: boolean;
    };
