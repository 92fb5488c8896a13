import type { FrameworkAdapter } from '../adapter.ts';
import { join, type Known, one, unknown } from '../known.ts';
import { findErrorStatus, isErrorOf, isReadToItsBase } from '../values/errors.ts';
import { workOut } from '../values/evaluate.ts';
import { toNumber } from '../values/literal.ts';
import { someOf, unknownValue, type Value, type World } from '../values/model.ts';
import { isTrue } from '../values/tests.ts';
import type { Chain, ErrorTaker } from './model.ts';

const NOT_FOLLOWED = unknown<number>('answered by an error handler that was not found');

/** What is known of the way that an error takes. */
export type ErrorChain = Pick<Chain, 'errorTakers' | 'whole' | 'adapter'>;

/**
 * The status with which an error is answered after all: by what takes the errors of the handler, in its order, and in
 * the end by the framework itself.
 * @param inForce the status that was set on the response before the error was thrown
 */
export function answerError(error: Value, inForce: Value, chains: readonly ErrorChain[], world: World): Known<number> {
  const [first, ...others] = chains.map((chain) => answerInChain(error, inForce, chain, world));
  return first ? others.reduce(join, first) : NOT_FOLLOWED;
}

function answerInChain(error: Value, inForce: Value, chain: ErrorChain, world: World): Known<number> {
  let thrown = error;
  let answered: Known<number> | undefined;
  for (const taker of chain.errorTakers) {
    const takes = isTaken(thrown, taker.only, world);
    if (takes === false) continue;
    const begun = chain.adapter.handlers.takesErrors?.inOrder ? begin(thrown, inForce, chain.adapter, world) : inForce;
    const answer = takes && askTaker(taker, thrown, begun, world);
    if (!answer) return NOT_FOLLOWED;
    const { statuses, passedOn, silent } = answer;
    for (const status of statuses) answered = answered ? join(answered, status) : status;
    if (silent || answered?.kind === 'unknown') return NOT_FOLLOWED;
    if (passedOn.length === 0) return answered ?? NOT_FOLLOWED;
    thrown = someOf(passedOn);
  }
  const last = chain.whole ? answerInTheEnd(thrown, inForce, chain.adapter, world) : undefined;
  if (!last) return NOT_FOLLOWED;
  return answered ? join(answered, last) : last;
}

/** Whether an error is of one of the classes that are taken; undefined where that cannot be told. */
function isTaken(error: Value, only: ErrorTaker['only'], world: World): boolean | undefined {
  if (!only) return true;
  const outcomes = only.map((type) =>
    isTrue({ kind: 'test', test: { kind: 'instance', object: error, type } }, (value) => workOut(value, world)),
  );
  if (outcomes.includes(true)) return true;
  return outcomes.every((outcome) => outcome === false) ? false : undefined;
}

function askTaker({ value, way }: ErrorTaker, error: Value, inForce: Value, world: World) {
  const taker = workOut(value, world);
  if (taker.kind === 'function') return taker.summary.answerError(error, inForce, way);
  // What other packages wrap handlers in leaves their errors to those behind it.
  return way.kind === 'argument' ? { statuses: [], passedOn: [error], silent: false } : undefined;
}

/** The status that is in force when error handlers begin which start from what the framework itself would answer. */
function begin(error: Value, inForce: Value, adapter: FrameworkAdapter, world: World): Value {
  const status = answerInTheEnd(error, inForce, adapter, world);
  return status?.kind === 'one' ? { kind: 'literal', value: status.value } : unknownValue('parameter');
}

/** What the framework itself answers to an error that nobody took. */
function answerInTheEnd(
  error: Value,
  inForce: Value,
  { handlers, errorModules }: FrameworkAdapter,
  world: World,
): Known<number> | undefined {
  const set = readStatus(inForce, world);
  if (!errorModules)
    return handlers.answersErrors?.(
      ['status', 'statusCode'].map((name) => readField(error, name, world)),
      set,
    );
  // Errors of other classes are not asked for their status.
  if (isErrorOf(error, errorModules, world)) return findErrorStatus(error, world);
  return isReadToItsBase(error, world) ? handlers.answersErrors?.([], set) : undefined;
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
