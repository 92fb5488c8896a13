import { join, type Known, one, unknown } from '../known.ts';
import { workOut } from '../values/evaluate.ts';
import { toNumber } from '../values/literal.ts';
import { someOf, type Value, type World } from '../values/model.ts';
import type { Chain } from './model.ts';

const NOT_FOLLOWED = unknown<number>('answered by an error handler that was not found');

/**
 * The status with which an error is answered after all: by the error handlers behind the handler, in their order, and in
 * the end by the framework itself.
 * @param inForce the status that was set on the response before the error was thrown
 */
export function answerError(error: Value, inForce: Value, chains: readonly Chain[], world: World): Known<number> {
  const [first, ...others] = chains.map((chain) => answerInChain(error, inForce, chain, world));
  return first ? others.reduce(join, first) : NOT_FOLLOWED;
}

function answerInChain(error: Value, inForce: Value, chain: Chain, world: World): Known<number> {
  let thrown = error;
  let answered: Known<number> | undefined;
  for (const { value } of chain.errorHandlers) {
    const handler = workOut(value, world);
    if (handler.kind !== 'function') return NOT_FOLLOWED;
    const { statuses, passedOn, silent } = handler.summary.answerError(thrown, inForce);
    for (const status of statuses) answered = answered ? join(answered, status) : status;
    if (silent || answered?.kind === 'unknown') return NOT_FOLLOWED;
    if (passedOn.length === 0) return answered ?? NOT_FOLLOWED;
    thrown = someOf(passedOn);
  }
  if (!chain.whole) return NOT_FOLLOWED;
  const last = chain.adapter.handlers.answersErrors?.(
    ['status', 'statusCode'].map((name) => readField(thrown, name, world)),
    readStatus(inForce, world),
  );
  if (!last) return NOT_FOLLOWED;
  return answered ? join(answered, last) : last;
}

/** A field of an error as a number: undefined if it surely is none, unknown if that cannot be told. */
function readField(error: Value, name: string, world: World): Known<number> | undefined {
  const value = workOut({ kind: 'member', object: error, name }, world);
  if (value.kind === 'missing' || value.kind === 'text') return undefined;
  if (value.kind === 'literal' && typeof value.value !== 'number') return undefined;
  if (workOut(error, world).kind === 'literal') return undefined;
  return toNumber(value, world);
}

function readStatus(inForce: Value, world: World): Known<number> {
  const plain = workOut(inForce, world);
  return plain.kind === 'missing' ? one(200) : toNumber(plain, world);
}
