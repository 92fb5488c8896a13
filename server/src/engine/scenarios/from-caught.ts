import type { Condition, ConditionTest } from '../model.ts';
import { findScenarioOfError, findScenarioOfMessage } from './errors.ts';
import type { Told } from './evidence.ts';
import { listScenariosOf } from './table.ts';

/** Calls that fail only because of what the client sent. */
const PARSES =
  /^(?:JSON\.parse|\w*[sS]chema\w*\.(?:parse|parseAsync|validate|validateAsync)|newURL|new URL|z\..*parse|.*\.constructEvent|(?:.*\.)?verify\w*Webhook\w*|(?:.*\.)?\w*RawBody|(?:\w+\.)?req(?:uest)?\.(?:json|formData|parseBody)|parse\w*(?:Json|JSON|Body)\w*|(?:.*\.)?(?:transform(?:Sync)?|transpile\w*))$/;
const VERIFIES = /(?:^|\.)(?:verify|verify\w*(?:Token|Jwt|JWT|Async)|\w*[jJ]wtVerify|decodeToken)$/;
/** Calls that do nothing which could fail by itself. */
const HARMLESS =
  /(?:^|\.)(?:split|trim|replace|toString|log|error|warn|info|debug|next|String|Number|get|header|startsWith|slice|promisify|set|has|uptime|memoryUsage|now|getTime|random|floor|round|toISOString|toFixed)$|^new (?:\w*(?:Error|Exception)|Date|Map|Set)$/;

/** A call of a method of the error itself, or of a part of it. */
const ASKS_ERROR = /^(?:e|er|err|error|ex|exception)\b/;

/** The reason for a failure of a block, from the calls inside it. */
export function fromTriedCalls(calls: readonly string[]): Told {
  const telling = calls.filter((call) => !HARMLESS.test(call));
  if (telling.length > 0 && telling.every((call) => PARSES.test(call))) return { id: 'invalid-input' };
  if (telling.length > 0 && telling.every(isVerifying)) return { id: 'not-authenticated' };
  return { id: 'unexpected-failure', weak: telling.length === 0 && calls.length > 0 };
}

/** True for a call that checks a token. */
export function isVerifying(call: string): boolean {
  return VERIFIES.test(call);
}

/** The reason that a test of a caught error tells. */
export function fromError(test: ConditionTest): Told | undefined {
  if (test.errorStatus !== undefined) {
    const [usual] = listScenariosOf(test.errorStatus);
    return usual && { id: usual.id };
  }
  if (test.outcome === 'equal' || test.outcome === 'instance') {
    const id = findScenarioOfError(test.literal ?? '') ?? fromMessage(test.property, test.literal);
    return id && { id };
  }
  if (test.outcome !== 'truthy') return undefined;
  const asked = /\.(?:message|msg|detail)\.(?:includes|startsWith|match|indexOf)\((.*)\)$/.exec(test.subject)?.[1];
  const id = asked === undefined ? findScenarioOfError(test.property ?? '') : findScenarioOfMessage(asked);
  if (id) return { id };
  if (/[.(]/.test(test.subject)) return undefined;
  // What was looked for in an error narrows it down to a kind that its name does not tell.
  if (test.call !== undefined && ASKS_ERROR.test(test.call)) return undefined;
  return test.call === undefined ? { id: 'unexpected-failure' } : fromTriedCalls([test.call]);
}

function fromMessage(property: string | undefined, literal: string | undefined): Told['id'] | undefined {
  return property === 'message' && literal?.startsWith('"') ? findScenarioOfMessage(literal) : undefined;
}

/** True if all that is known of an error is that it is one, or that it is none of those that were asked for. */
export function leavesOpen({ tests, alternatives }: Condition): boolean {
  const all = [...tests, ...alternatives];
  if (all.length === 0 || !all.every(({ origin }) => origin === 'caught error')) return false;
  return all.every(
    ({ outcome, literal }) =>
      outcome === 'falsy' ||
      outcome === 'different' ||
      outcome === 'other instance' ||
      (outcome === 'instance' && literal === 'Error'),
  );
}

/** Errors of which others of the same kind are left when they have been asked for. */
const ONE_OF_SEVERAL = /^"?(?:TokenExpiredError|NotBeforeError|ERR_JWT_EXPIRED|jwt expired)"?$/;

/** True if the errors that the project expects have been asked for before: what is left comes as a surprise. */
export function excludesOwn({ tests, alternatives }: Condition): boolean {
  return [...tests, ...alternatives].some(
    ({ outcome, literal }) =>
      (outcome === 'other instance' || outcome === 'different') &&
      literal !== undefined &&
      literal !== 'Error' &&
      !ONE_OF_SEVERAL.test(literal.replace(/^.*\./, '')),
  );
}
