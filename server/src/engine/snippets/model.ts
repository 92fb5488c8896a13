/** A member of a body, or a header field: its value is what a person will want to change. */
export interface SnippetValue {
  readonly name: string;
  readonly value: string | number;
}

/** A whole answer with one code, in no framework's words. */
export interface Answer {
  readonly code: number;
  /** What happened, for the list of snippets. */
  readonly when: string;
  readonly fields: readonly SnippetValue[];
  /** Undefined for a status that carries no content. */
  readonly body: readonly SnippetValue[] | undefined;
}

/** Name and value of a header field as code. */
export interface FieldParts {
  readonly name: string;
  readonly value: string;
}

/** The parts of an answer as code, with the placeholders of a snippet. */
export interface AnswerParts {
  readonly code: number;
  readonly status: string;
  readonly fields: readonly FieldParts[];
  readonly body: string | undefined;
  /** What the body tells of an error, by itself. */
  readonly message: string | undefined;
  /** What the handler calls its response, its reply or its context. */
  readonly response: string;
  /** `;`, or nothing in a file that leaves it out. */
  readonly end: string;
  readonly quote: (text: string) => string;
  /** How a member of the response is reached where the handler may take it apart; undefined if it left it out. */
  readonly reach: (member: string) => string | undefined;
}

/** Names that an answer needs and that come from a module. */
export interface NeededNames {
  readonly module: string;
  readonly names: (code: number) => readonly string[];
  /** True where a file that imports nothing from the module may use its names as globals. */
  readonly mayBeGlobal?: boolean;
}

/** A part of a program that more is written into. */
export interface Skeleton {
  /** The last part of the prefix, such as `handler`. */
  readonly name: string;
  readonly title: string;
  readonly lines: readonly string[];
}

/** How one framework is spoken. */
export interface SnippetWords {
  /** The id of the adapter, and the name of the file. */
  readonly id: string;
  /** As prefixes say it, where the id is more than a word. */
  readonly word?: string;
  /** Other adapters in whose handlers the same words are right. */
  readonly alsoFor?: readonly string[];
  readonly name: string;
  /** What handlers usually call the object through which they answer; empty where there is none. */
  readonly response: string;
  readonly languages: readonly string[];
  /** The statements that answer and leave; undefined for a code that a statement cannot answer with. */
  readonly answer: (parts: AnswerParts) => readonly string[] | undefined;
  /** The call that sets a header field by itself, where there is one. */
  readonly field?: (field: FieldParts, response: string) => string;
  /** Names that the answers need. */
  readonly needs?: NeededNames;
  /** Shows that a file answers in an older way than these words do. */
  readonly unless?: RegExp;
  /** True if an answer is an object that is given back, by which alone a function may be known for a handler. */
  readonly shaped?: boolean;
  /** True if what answers is thrown. */
  readonly throws?: boolean;
  /** What the client is told of an error, where the framework writes the body; absent where the handler does. */
  readonly tells?: 'message' | 'code';
  /** True if the answer is one statement that begins with `return` or `throw`. */
  readonly oneStatement: boolean;
  readonly skeletons: readonly Skeleton[];
}

/** The languages in which snippets without types are offered. */
export const LANGUAGES: readonly string[] = ['javascript', 'javascriptreact', 'typescript', 'typescriptreact'];
