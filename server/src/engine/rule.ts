import type { FileFacts } from './file-facts.ts';
import type { HandlerFlow } from './handler-flow.ts';
import type { Confidence, FixIntent, RelatedPlace, Response, Severity, Span } from './model.ts';

import type { Policy } from './policy.ts';
import type { Envelope } from './scenarios/envelope.ts';

/** A place in a specification that a rule rests on. */
export interface SpecificationLink {
  readonly title: string;
  readonly url: string;
}

/**
 * A repair that a rule asks for. Intents about an answer are spelled by its adapter, those about a handler at the place
 * that they name; so a report about a response and one about a handler may ask for either.
 */
export interface ProposedFix {
  readonly title: string;
  readonly intent: FixIntent;
  readonly safe: boolean;
  /** True for the one that a person would nearly always take. */
  readonly preferred?: boolean;
  /** The answer that is changed, where it is not the one that was checked. */
  readonly response?: Response;
}

/** What a rule says about a response, or about a handler. */
export interface Report {
  readonly span: Span;
  readonly message: string;
  readonly confidence: Confidence;
  /** True where the program breaks: such a finding is one step more severe than the rule is. */
  readonly breaks?: boolean;
  readonly related?: readonly RelatedPlace[];
  /** In order of fit; those that cannot be spelled are left out. */
  readonly fixes?: readonly ProposedFix[];
  readonly tags?: readonly 'unnecessary'[];
}

/** What a rule knows of the team and of the file. */
export interface FileContext {
  /** What the team has decided where more than one code is right. */
  readonly policy: Policy;
  /** Whether errors are told in the body of a 200 on purpose. */
  readonly envelope: Envelope;
}

/** What a rule knows besides the response. */
export interface RuleContext extends FileContext {
  /** The framework's name as users write it. */
  readonly framework: string;
  /** True if a second answer to a request is dropped with a warning; else it fails. */
  readonly dropsSecondAnswer: boolean;
  /** True if a handler such as this one is given, or could be given, a way to hand the request on. */
  readonly mayHandOn: boolean;
}

/**
 * One rule: what it finds, why that is wrong, and how sure it can be at best. It checks each response, or each handler as
 * a whole where what is wrong is no answer's fault, such as a path without one.
 */
export interface Rule {
  /** Equal to the file's name. */
  readonly id: string;
  readonly summary: string;
  readonly why: string;
  /** Who is better off without the rule. */
  readonly whenNot?: string;
  readonly specs: readonly SpecificationLink[];
  /** The default severity of a finding of the confidence `sure`; one step less sure is one step lower. */
  readonly severity: Severity | 'off';
  readonly sure: Confidence;
  readonly fix: 'safe' | 'suggestion' | 'none';
  readonly check?: (response: Response, context: RuleContext) => Report | undefined;
  /** Reports about a whole handler. */
  readonly checkHandler?: (flow: HandlerFlow, context: RuleContext) => readonly Report[];
  /** Reports about what stands in no handler. */
  readonly checkFile?: (facts: FileFacts, context: FileContext) => readonly Report[];
}

/** A wrong piece of code. Lines of `^` draw the span under the code, with the message behind them. */
export interface BadExample {
  readonly title: string;
  readonly code: string;
  /** The code after the first fix, or undefined if the rule has none there. */
  readonly fixed: string | undefined;
}

/** A right piece of code that looks wrong; the title says why it is fine. */
export interface GoodExample {
  readonly title: string;
  readonly code: string;
}

const STEPS: readonly Confidence[] = ['certain', 'likely', 'advice'];
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** The severity of a finding: the rule's own at its highest confidence, one step lower for each step less sure. */
export function lowerSeverity(
  highest: Severity,
  sure: Confidence,
  { confidence, breaks }: Pick<Report, 'confidence' | 'breaks'>,
): Severity {
  const steps = Math.max(0, STEPS.indexOf(confidence) - STEPS.indexOf(sure)) - (breaks ? 1 : 0);
  return SEVERITIES[Math.max(0, Math.min(SEVERITIES.indexOf(highest) + steps, SEVERITIES.length - 1))] ?? 'hint';
}
