/** The class of a status code (RFC 9110, section 15): its first digit. */
export type StatusClass = 'informational' | 'success' | 'redirection' | 'client error' | 'server error' | 'unassigned';

/** Where a code is defined. */
export interface Specification {
  /** Such as `RFC 9110`. */
  readonly document: string;
  /** Such as `15.5.10`; empty if the document has no section of its own for it. */
  readonly section: string;
  readonly url: string;
}

/** A code that people take for this one, and how to tell them apart. */
export interface Confusion {
  readonly code: number;
  readonly tell: string;
}

/** A header field that belongs to the response. */
export interface FieldAdvice {
  readonly name: string;
  readonly need: 'must' | 'should' | 'may';
  readonly why: string;
}

/** Everything that Status Lens knows about one status code. All prose is plain Markdown of our own. */
export interface StatusCode {
  readonly code: number;
  /** As the IANA registry has it, or the vendor's. */
  readonly reasonPhrase: string;
  readonly class: StatusClass;
  /** `vendor` codes are not in the registry. */
  readonly registration: 'registered' | 'temporary' | 'deprecated' | 'unused' | 'obsoleted' | 'vendor';
  /** Who uses it, for vendor codes: `nginx`, `Cloudflare`. */
  readonly vendor?: string;
  readonly specification?: Specification;
  /** MDN's page, if there is one. */
  readonly mdn?: string;
  /** One or two sentences: what it tells the client. */
  readonly summary: string;
  readonly useWhen: readonly string[];
  readonly notWhen: readonly string[];
  readonly confusedWith: readonly Confusion[];
  readonly fields: readonly FieldAdvice[];
  readonly retry: string;
  readonly cache: string;
  /** True if the response never carries content (RFC 9110: 1xx, 204, 205, 304). */
  readonly bodyless: boolean;
  /** An example exchange in HTTP/1.1 message syntax, or empty where none is useful. */
  readonly example: string;
}
