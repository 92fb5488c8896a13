import type { Body, Literal, Span } from './body-model.ts';
import type { Condition, Origin } from './condition-model.ts';
import type { Known } from './known.ts';
import type { OutsideReason } from './libraries/model.ts';

export type { Body, BodyProperty, BodyValue, Literal, Span } from './body-model.ts';
export type { Condition, ConditionTest, Origin } from './condition-model.ts';
export type { FileIntent, FixIntent, HandlerIntent, ResponseIntent } from './fix-intents.ts';

/** A file handed to the engine. `path` has forward slashes; it decides the language and is never opened. */
export interface SourceText {
  readonly path: string;
  readonly text: string;
}

/** The LSP's four severities by name; `off` silences a rule. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/**
 * How sure a finding is: `certain` is provable from the code that was read, `likely` is what a reviewer
 * would nearly always agree with, `advice` is good practice about which teams differ.
 */
export type Confidence = 'certain' | 'likely' | 'advice';

/** A value that is given as a status and is none. */
export interface InvalidStatus {
  /** As written; undefined where there is no value. */
  readonly written: Literal | undefined;
  readonly span: Span;
  /** False if it is one of several that the expression may have. */
  readonly always: boolean;
  /** What the framework answers instead; undefined if that is not known. */
  readonly answers: number | undefined;
}

/** A header field that is set on the path of a response; one named `*` stands for fields that could not be read. */
export interface HeaderField {
  readonly name: string;
  readonly span: Span;
}

/** The statuses that a route declares for its documentation and its clients. */
export interface DeclaredStatuses {
  readonly statuses: readonly number[];
  /** Where they are declared. */
  readonly span: Span;
}

/** An answer that a route gives although its handler does not: a library before it does, or the framework around it. */
export interface OutsideAnswer {
  readonly status: number;
  readonly reason: OutsideReason;
  /** The package that answers. */
  readonly from: string;
  /** The header fields that tell more of it. */
  readonly fields: readonly string[];
  /** True if `test/conformance` has run it. */
  readonly ran: boolean;
}

/** The part of the program that answers requests of one route. */
export interface Handler {
  readonly name: string | undefined;
  readonly span: Span;
  /** The adapter's id, such as `express`. */
  readonly framework: string;
  /** The framework's major version, as far as package.json tells. */
  readonly version: number | undefined;
  /** Upper-case method, or undefined if it is not known or any. */
  readonly method: string | undefined;
  /** The whole route, with its prefixes as far as they are known. */
  readonly route: string | undefined;
  /**
   * The route as far as the file of the handler tells it, behind the file's own name. What is made of the words in it
   * stays as it is when other files are read.
   */
  readonly ownRoute: string | undefined;
  /** True while files that have not been read yet may tell its method. */
  readonly awaited: boolean;
  /** The statuses that its own declaration lists; undefined without one, and where a part of it could not be read. */
  readonly declared: DeclaredStatuses | undefined;
  /** True for `(err, req, res, next)`. */
  readonly handlesErrors: boolean;
  /** True for a function that may hand the request on to the next one. */
  readonly middleware: boolean;
  /** True for a function that answers for the handlers which call it. */
  readonly helper: boolean;
}

/** One call or assignment of the spelling of a response, as the adapter saw it, so that it can be edited. */
export interface ResponsePart {
  /** What the part does: set the status, send, set a header. One part may do several. */
  readonly role: 'status' | 'send' | 'header';
  /** The method or property name as written. */
  readonly name: string;
  readonly nameSpan: Span;
  /** The whole call or assignment, including the receiver. */
  readonly span: Span;
  readonly argumentSpans: readonly Span[];
  /** True if the call is spelled in a way that a newer version of the framework takes for something else. */
  readonly legacy: boolean;
}

/** How the answering expression stands in its statement. */
export interface Placement {
  /** The statement that holds the answer, or undefined where it is only an expression, as in `x => res.send()`. */
  readonly statement: Span | undefined;
  readonly returned: boolean;
  /** True if the expression makes a response as a value, and nobody returns, keeps or hands on that value. */
  readonly discarded: boolean;
}

/** A place that answers a request, with everything that could be read about it. */
export interface Response {
  /** The answering expression: a call chain or an assignment. */
  readonly span: Span;
  readonly status: Known<number>;
  /** Each place that writes the status; empty for an implicit one. */
  readonly statusSpans: readonly Span[];
  readonly implicit: boolean;
  readonly body: Body;
  readonly headers: readonly HeaderField[];
  /** False if fields may have been set that could not be read. */
  readonly headersKnown: boolean;
  /** What is given as the status although it is none. */
  readonly invalid: readonly InvalidStatus[];
  /** `prepared`: a status was set, and nothing in this expression sends it. */
  readonly state: 'sent' | 'prepared';
  readonly handler: Handler;
  readonly conditions: readonly Condition[];
  /** The catch clause in which it stands: the variable's name, if there is one. */
  readonly inCatch: CatchPlace | undefined;
  /** What is sent after it on some path. */
  readonly later: Span | undefined;
  /** Everything of the caught error that it sends, the worst first. */
  readonly sentError: readonly SentErrorPart[];
  /** What was looked up and is sent as it is, by an answer that no test stands before. */
  readonly shown: Shown | undefined;
  /** The texts of the answering expression. They may support evidence, and never are any. */
  readonly wording: readonly string[];
  /** What was sent before it on some path. */
  readonly earlier: Span | undefined;
  /** The status with which that was sent. */
  readonly earlierStatus: Known<number> | undefined;
  /** A status that is set once it was sent, and comes too late. */
  readonly statusAfter: Span | undefined;
  /** Where a path ends on which its status was set, and nothing was sent nor handed on. */
  readonly unsentAt: Span | undefined;
  /**
   * Work that goes on after it although it refuses the request: a call that accepted requests come to as well; or `next(error)`,
   * which lets somebody else answer. `straight` is true where nothing decides whether it is reached.
   */
  readonly goesOnTo:
    | { readonly span: Span; readonly call: string; readonly handsOnError: boolean; readonly straight: boolean }
    | undefined;
  /** What its function calls, by name: `findById`, `new User`. Not what it calls on the response, nor past a bound. */
  readonly work: readonly string[];
  /** A status that is written here and has no effect. */
  readonly ignored: IgnoredStatus | undefined;
  /** What the catch clause of the same function answers in its place, where that asks nothing of the error. */
  readonly caughtAs: readonly number[] | undefined;
  /** The errors of the same function that come to the catch clause in which it stands. */
  readonly takesOver: TakenOver | undefined;
  /**
   * How the answer is given: by the response itself, by what the handler gives back, through code that does it, or by the
   * framework in place of one.
   */
  readonly via: 'response' | 'return' | 'helper' | 'throw' | 'next' | 'framework';
  /** The function or class of the project through which it is given. */
  readonly helper: AnsweringCode | undefined;
  /** False if the status is written in a helper of this very file, or in one that could not be read, or is the framework's. */
  readonly decidedHere: boolean;
  /** True for an error of which it is known that the project's error handlers, or the framework, get and answer it. */
  readonly surelyTaken: boolean;
  /** True if making it throws, once its status is one that takes no body. */
  readonly refused: boolean | 'on some platforms';
  /** What the client gets where no response is made; undefined if it waits in vain. */
  readonly unanswered: number | undefined;
  /** False if what is answered rests on a declaration that no test has run. */
  readonly proven: boolean;
  /** What the spelling is made of, in the order of execution. */
  readonly parts: readonly ResponsePart[];
  readonly placement: Placement;
}

/** A function or an error class of the project that gives the answer for those who use it. */
export interface AnsweringCode {
  readonly kind: 'function' | 'class';
  readonly name: string | undefined;
  readonly path: string;
  readonly span: Span;
}

/** Something that a look-up gave, and that may be nothing. */
export interface Shown {
  /** The call that looked it up, as written. */
  readonly call: string;
  /** The look-up in a function that the call leads to, as written there. */
  readonly through: string | undefined;
  readonly span: Span;
  /** What it was looked up by, and under which field. */
  readonly by: Origin;
  readonly key: string | undefined;
}

/** A part of a caught error that an answer sends to the client. */
export interface SentErrorPart {
  readonly part: 'stack' | 'raw' | 'message';
  readonly span: Span;
  /** Where the answer itself takes it up: the same place, or the name of what holds it; undefined where no text fits. */
  readonly place: Span | undefined;
}

/** A status that code writes for an answer and that no client receives. */
export interface IgnoredStatus {
  /**
   * An error was given back instead of thrown, here or by what is called, or has no status; a catch clause of the same
   * function answers for it; or every path sets another status before it sends.
   */
  readonly why: 'given back' | 'given back by a call' | 'no status' | 'caught' | 'overwritten';
  /** The status that was meant. */
  readonly status: Known<number>;
  /** What is answered or set in its place. */
  readonly instead: Span | undefined;
}

/** Errors that a function throws, with statuses of their own, into a catch clause of the same function. */
export interface TakenOver {
  readonly statuses: readonly number[];
  /** True if the clause asks nothing of them, so that its answer takes the place of theirs. */
  readonly replaced: boolean;
}

/** The catch clause, the error handler or the error callback in which an answer stands. */
export interface CatchPlace {
  /** The name of what was caught. */
  readonly variable: string | undefined;
  readonly span: Span;
  /** The calls that may have failed, as written: `User.findById`, `jwt.verify`. Those on the response are left out. */
  readonly calls: readonly string[];
  /** Those of them that are waited for: they reach out of the program. */
  readonly awaited: readonly string[];
  /** True if something is read or decoded there that the program itself had kept: it is no input. */
  readonly readsOwn: boolean;
}

/** A place of a file that explains a finding. */
export interface RelatedPlace {
  readonly span: Span;
  readonly message: string;
}

/** One replacement in the text of the analysed file. */
export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

/** A repair. `safe` ones keep the behaviour of correct requests and may be applied in bulk. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  readonly safe: boolean;
  readonly preferred: boolean;
}

/** Something that is wrong, why, and what can be done. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly span: Span;
  readonly message: string;
  readonly related: readonly RelatedPlace[];
  readonly fixes: readonly Fix[];
  /** `unnecessary` fades the code, as an editor does with code that never runs. */
  readonly tags: readonly 'unnecessary'[];
}

/** A suppressing comment, and whether it silenced anything. */
export interface Suppression {
  readonly span: Span;
  /** Empty: every rule. */
  readonly rules: readonly string[];
  readonly used: boolean;
}

/** Something that went wrong inside the engine: it is logged, never shown over code. */
export interface EngineProblem {
  readonly where: string;
  readonly error: string;
}

/** All that one file gave. */
export interface Analysis {
  readonly source: SourceText;
  readonly handlers: readonly Handler[];
  readonly responses: readonly Response[];
  /** Where paths through handlers end without an answer, and what the framework sends in its place, if it does. */
  readonly silentEnds: readonly { readonly span: Span; readonly answered: number | undefined }[];
  /** Awaits and throws whose failure nobody hears of. */
  readonly unguarded: readonly Span[];
  readonly findings: readonly Finding[];
  readonly suppressions: readonly Suppression[];
  readonly problems: readonly EngineProblem[];
}

/** What a hover shows, for the span of the status under the cursor. Both texts are Markdown. */
export interface Hover {
  readonly span: Span;
  /** What the status means, and what the code around it tells. */
  readonly head: string;
  /** The rest, for those who read on; it may be empty. */
  readonly page: string;
  readonly actions: readonly HoverAction[];
}

/** What can be done from a hover. */
export type HoverAction =
  | { readonly kind: 'answer'; readonly title: string; readonly edits: readonly TextEdit[] }
  | { readonly kind: 'rule'; readonly title: string; readonly rule: string }
  | { readonly kind: 'page'; readonly title: string; readonly code: number };

/** A repair, a suppression or the page of a rule, offered at a place. */
export interface CodeAction {
  readonly title: string;
  readonly kind: 'quickfix' | 'suppress' | 'explain';
  /** The finding that it belongs to. */
  readonly finding: Finding;
  readonly edits: readonly TextEdit[];
  readonly preferred: boolean;
}

/** One entry of a list that completes what is being typed. */
export interface Completion {
  readonly kind: 'status' | 'answer';
  readonly code: number;
  readonly label: string;
  readonly detail: string;
  /** Markdown, if it is at hand; that of a status is written once it is wanted. */
  readonly documentation?: string;
  /** The words by which it is found. */
  readonly filter: string;
  /** Its place in the list, from 0. */
  readonly order: number;
  /** What is inserted; an `answer` has the placeholders of a snippet. */
  readonly text: string;
  /** What has to be changed elsewhere, such as an import. */
  readonly edits: readonly TextEdit[];
  /** True for the one that is most likely meant. */
  readonly preferred: boolean;
}

/** What completes the text at a place. */
export interface CompletionList {
  /** What an entry takes the place of; it holds the cursor. */
  readonly replaced: Span;
  readonly items: readonly Completion[];
  /** Characters that take the chosen entry when they are typed. */
  readonly commitCharacters: readonly string[];
}
