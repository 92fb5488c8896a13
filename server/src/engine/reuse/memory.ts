import type { HandlerFlow } from '../handler-flow.ts';
import type { Finding, SourceText } from '../model.ts';
import type { Project, ReadFiles } from '../project/project.ts';
import type { Chain } from '../routes/model.ts';
import type { Envelope } from '../scenarios/envelope.ts';
import type { Settings } from '../settings.ts';
import type { StatementFacts } from './statement-facts.ts';

/**
 * What one version of a document leaves for the next. Whoever analyses a document again and again keeps one for it, and
 * gives it to each analysis. It holds facts, no trees.
 */
export interface Memory {
  last: Remembered | undefined;
}

/** Makes the memory of a document that was not analysed yet. */
export function createMemory(): Memory {
  return { last: undefined };
}

/** All that an analysis knew. */
export interface Remembered extends Leavings {
  readonly project: Project;
  /** What the project knew of routes and of where imports lead. */
  readonly knowledge: string;
  /** The other files that it rests on. */
  readonly files: ReadFiles;
}

/** What an analysis knew of the file itself. */
export interface Leavings {
  readonly source: SourceText;
  readonly settings: Settings;
  /** What the text as a whole tells. */
  readonly textFacts: string;
  readonly isModule: boolean;
  readonly statements: readonly RememberedStatement[];
  /** The ways to each function of the file that is registered anywhere, by what tells it from all others. */
  readonly ways: ReadonlyMap<string, readonly Way[]>;
  /** The methods that middleware of the project hangs on responses. */
  readonly hung: ReadonlySet<string>;
  /** Where other files know what this one makes: if that moves, it is no more what they know. */
  readonly knownPlaces: ReadonlySet<number>;
  /** What stands behind the last statement. */
  readonly tail: string;
  readonly envelope: Envelope;
}

/** One statement of the file, with what its handlers gave. */
export interface RememberedStatement {
  readonly pos: number;
  readonly end: number;
  readonly kind: number;
  /** True if the parser complained about it: then its tree may depend on what comes after it. */
  readonly broken: boolean;
  readonly facts: StatementFacts;
  /** What it registers, with the places of this version. */
  readonly registers: string;
  /** The functions of other statements that it makes handlers. */
  readonly across: readonly Across[];
  readonly handlers: readonly RememberedHandler[];
  /** The last place that is told of in what its handlers gave. */
  readonly reach: number;
}

/** A function that a registration in another statement makes a handler. */
export interface Across {
  readonly name: string | undefined;
  /** Where the function begins. */
  readonly place: number;
  /** The registration, without the bodies of the functions in it. */
  readonly how: string;
}

/** How a request comes to a function, but for what the functions do that run before and behind it. */
export interface Way extends Omit<Chain, 'before' | 'errorTakers' | 'libraries'> {
  /** True if there are such functions. */
  readonly hasBefore: boolean;
  readonly hasErrorTakers: boolean;
  /** The route of the function as far as its file tells it. */
  readonly ownRoute: string | undefined;
}

/** What a handler gave. */
export interface ReadHandler {
  readonly flow: HandlerFlow;
  readonly findings: readonly Finding[];
}

/** What a handler gave, without the fixes of its findings. */
export interface RememberedHandler extends ReadHandler {
  /** True for each finding that has any. */
  readonly hasFixes: readonly boolean[];
}
