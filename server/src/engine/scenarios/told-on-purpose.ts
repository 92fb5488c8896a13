import type { Response } from '../model.ts';

/**
 * The sender retries whatever is not a 2xx, so that a webhook confirms even what it cannot use; and a chat shows what
 * its bot was answered with, if it was answered with 200.
 */
const ALWAYS_CONFIRMED =
  /web-?hook|callback|notify|notification|jsonrpc|graphql|slack|telegram|discord|twilio|whatsapp|\bbot\b|ussd|\bivr\b/i;
/** Where a service sends people back to who changed their mind, or whose payment was declined. */
const SENT_BACK = /cancel|fail|declin|abort|reject/i;
/** Whose job it is to try something and tell how that went. */
const TRIES =
  /(?:^|[/_-])(?:test|check|probe|ping|preview|dry-?run|lint|simulate)|^(?:test|check|probe|ping|preview|simulate)[A-Z]/;

/** True where a failure is told as a success on purpose: it is not the failure of this request. */
export function isToldOnPurpose(response: Response): boolean {
  const { ownRoute: route = '', name = '' } = response.handler;
  if (ALWAYS_CONFIRMED.test(`${route} ${name}`) || isVerdict(response)) return true;
  if (response.inCatch !== undefined && (TRIES.test(route) || TRIES.test(name))) return true;
  return isSentBack(response) || isStateOfFound(response);
}

/** `if (job.status === 'failed')`: that the job failed is what was asked for, and it was found. */
function isStateOfFound({ conditions, handler }: Response): boolean {
  // Who wants to change what is in the way of it is refused.
  if (handler.method !== 'GET') return false;
  const last = conditions.at(-1);
  return Boolean(
    last?.inside &&
      last.tests.some(
        ({ origin, outcome, literal, property }) =>
          origin === 'look-up' && outcome === 'equal' && literal?.startsWith('"') && STATES.test(property ?? ''),
      ),
  );
}

const STATES = /^(?:status|state|phase|stage|result|outcome)$/i;

/** The news of what happened elsewhere: the payment was called off, or the provider came back with an error of its own. */
function isSentBack({ handler, conditions, inCatch }: Response): boolean {
  const { ownRoute: route = '', name = '' } = handler;
  if (conditions.length === 0 && !inCatch) return SENT_BACK.test(`${route} ${name}`);
  const last = conditions.at(-1);
  return Boolean(
    last?.tests.some(
      ({ origin, subject, outcome }) => origin === 'query' && outcome === 'truthy' && ERRORS.test(subject),
    ),
  );
}

const ERRORS = /(?:^|\.)error(?:_?\w+)?$/i;

/** What changes something: where a handler does nothing of the kind, it only tells how things are. */
const CHANGES = /^(?:create|insert|save|add|update|upsert|delete|remove|destroy|push|set|send|replace|register|new )/i;

/** True for a bare flag at the end of a handler that only looks: "is it liked?" is answered with no. */
function isVerdict({ body, conditions, inCatch, work }: Response): boolean {
  if (body.kind !== 'object' || inCatch || work.some((call) => CHANGES.test(call))) return false;
  const isBare = body.properties.every(({ value }) => value.kind === 'literal' && typeof value.value === 'boolean');
  return isBare && !conditions.at(-1)?.inside;
}
