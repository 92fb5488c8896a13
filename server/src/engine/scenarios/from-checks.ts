import type { ConditionTest } from '../model.ts';
import { isAbsent, SENT, type Told } from './evidence.ts';

const CHECKS_PASSWORD = /compare|password|match|verify(?:Hash)?$|argon|bcrypt|\.authenticate$/i;

/** The reason that a check of a password or a token tells. */
export function fromVerification(test: ConditionTest): Told | undefined {
  if (/\.(?:startsWith|includes|endsWith|match)\(/.test(test.subject)) return undefined;
  // What a token holds is another matter than whether it is right.
  if (
    test.call === undefined ||
    (test.property !== undefined && !/^(?:valid|is_?valid|success|ok|verified|payload|data|user)$/i.test(test.property))
  )
    return undefined;
  // A request that another site may have forged comes from whoever is logged in all the same.
  if (/csrf|xsrf/i.test(`${test.call} ${test.subject}`)) return undefined;
  if (!isAbsent(test) && !(test.outcome === 'different' && test.literal === 'true')) return undefined;
  const checksPassword = CHECKS_PASSWORD.test(test.call ?? test.subject) && !/jwt|token/i.test(test.call ?? '');
  return { id: checksPassword ? 'bad-credentials' : 'not-authenticated' };
}

const FAILED = /(?:^|[._(])err|Err(?:or|s|$)|[iI]nvalid|isNaN|[fF]ail|[iI]ssue|[pP]roblem|!/;
/** Questions about what somebody may do, which the form of a check only looks like. */
const RIGHTS = /[rR]ole|[aA]uthor|[oO]wner|[aA]dmin|[pP]ermi|[aA]llowed|[mM]ember|[aA]ccess|[aA]uthenti/;
/** What proves who somebody is: if it is wrong, the input is well formed all the same. */
const PROOFS = /token|api_?key|signature|secret|session|csrf|[2m]fa|t?otp(?![a-z])|passcode|credential/i;
/** Checks of what the program was set up with. */
const CONFIGURES = /[cC]onfig|[sS]etting|[sS]etup|[eE]nv(?![a-z])|[eE]nvironment/;
const PASSED = /valid|success|isEmpty|test\(|match|is[A-Z]|check|includes|parse/;

/** What gathers the mistakes of a whole form. */
const COLLECTS = /validationResult|errors/i;

/** The reason that a check of what the client sent tells. */
export function fromValidation(test: ConditionTest): Told | undefined {
  // What is checked must have come from the client: an id out of a token is another matter.
  const weak = (!SENT.has(test.by) || test.scoped) && !COLLECTS.test(`${test.call ?? ''} ${test.subject}`);
  if (RIGHTS.test(test.call ?? test.subject) || test.by === 'header' || test.by === 'look-up') return undefined;
  if (test.proves || PROOFS.test(test.call ?? '')) return undefined;
  // What the program itself has made is checked before it is sent: if that fails, the client has done nothing wrong.
  if (test.by === 'other call') return undefined;
  // A question about whoever is logged in, `isPremium(req.user)`, looks at nothing that was sent.
  if (test.by === 'session or user' && !COLLECTS.test(`${test.call ?? ''} ${test.subject}`)) return undefined;
  if (CONFIGURES.test(test.call ?? '') && !SENT.has(test.by)) return undefined;
  const told = judge(test);
  return told && weak ? { ...told, weak } : told;
}

function judge(test: ConditionTest): Told | undefined {
  const subject = test.property === undefined ? test.subject : `${test.subject}.${test.property}`;
  const negative = FAILED.test(subject.replace(/isEmpty/g, '')) && !/isEmpty\(\)$|\.success$|isValid/.test(subject);
  if (negative)
    return test.outcome === 'truthy' || test.outcome === 'compared' || test.outcome === 'different'
      ? { id: 'invalid-input' }
      : undefined;
  if (test.outcome === 'falsy' || (test.outcome === 'equal' && test.literal === 'false'))
    return PASSED.test(subject) ? { id: 'invalid-input' } : undefined;
  return test.outcome === 'compared' ? { id: 'invalid-input', weak: true } : undefined;
}
