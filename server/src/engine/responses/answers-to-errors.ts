import type { FrameworkAdapter } from '../adapter.ts';
import { type Known, theOne, valuesOf } from '../known.ts';
import { answerError, type ErrorChain } from '../routes/answer-error.ts';
import { takeWrapped } from '../routes/error-takers.ts';
import type { Wrapper } from '../routes/model.ts';
import type { FileView } from '../syntax/file-view.ts';
import { missing, type Value } from '../values/model.ts';
import { ownerOf } from '../values/owners.ts';
import { listFilters } from './find-filters.ts';
import { listWrappers } from './find-wrappers.ts';
import type { HandlerFunction } from './handler-function.ts';

/**
 * The status with which an error of a handler is answered, as far as the project's error handlers are known.
 * @param inForce the status that was set on the response before, if one was
 * @param carriesStatus true for an error that is made to be answered; what else a service throws may be caught by whoever
 *   calls it
 */
export function findAnswerToError(
  error: Value,
  inForce: Value | undefined,
  carriesStatus: boolean,
  of: HandlerFunction,
  file: FileView,
): Known<number> | undefined {
  // What is walked for the sake of an error hands it on by itself; asking again could go round for ever.
  if (of.error || of.takesAnError) return undefined;
  const filters = listFilters(of, file);
  if (filters.length > 0)
    return answerError(
      error,
      inForce ?? missing,
      [{ errorTakers: filters, whole: false, adapter: of.framework }],
      file.world,
    );
  const own = file.routes.find(ownerOf(of.fn, file));
  const { shared } = file.routes;
  const wrapped = own.length > 0 ? [] : listWrappers(of.fn, file).map((ways) => toChain(ways, of.framework));
  const around = own.length > 0 ? own : wrapped;
  const chains = around.length > 0 || !carriesStatus || !shared ? around : [shared];
  return chains.length === 0 ? undefined : answerError(error, inForce ?? missing, chains, file.world);
}

/** What takes the errors of a function that nobody registers and that is given to others. */
function toChain(wrappers: readonly Wrapper[], adapter: FrameworkAdapter): ErrorChain {
  return { errorTakers: takeWrapped(wrappers, adapter), whole: false, adapter };
}

/** True if nobody but the error handlers that were found, and the framework behind them, gets what a handler throws. */
export function areHandlersFound(of: HandlerFunction, file: FileView): boolean {
  const own = file.routes.find(ownerOf(of.fn, file));
  return !of.error && !of.takesAnError && own.length > 0 && own.every(({ whole }) => whole);
}

/** What the error handlers make of an error, and where they leave that open, what the error itself says. */
export function preferTold(told: Known<number> | undefined, own: Known<number> | undefined): Known<number> | undefined {
  if (!told || told.kind === 'unknown') return own;
  const code = own && theOne(own);
  // An error handler that can answer several ways may well answer what the error says.
  return code !== undefined && told.kind === 'some' && valuesOf(told)?.includes(code) ? own : told;
}
