import type { FrameworkAdapter, RouteFile } from '../adapter.ts';
import { type Known, one, theOne, valuesOf } from '../known.ts';
import { answerError, type ErrorChain } from '../routes/answer-error.ts';
import { takeWrapped } from '../routes/error-takers.ts';
import type { ErrorTaker, Wrapper } from '../routes/model.ts';
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
  const around = own.length > 0 ? own : listOwnWays(of, file);
  const shared = around.length > 0 || !carriesStatus ? undefined : file.routes.shared;
  const chains = shared ? [shared] : around;
  return chains.length === 0 ? undefined : answerError(error, inForce ?? missing, chains, file.world);
}

/** What takes the errors of a function that nobody registers: what it is given to, and the framework that calls an export. */
function listOwnWays(of: HandlerFunction, file: FileView): readonly ErrorChain[] {
  const { exportedFrom: files, framework: adapter } = of;
  const beyond = files?.around ? listAround(files.around, adapter, file) : [];
  const toChain = (wrappers: readonly Wrapper[], whole: boolean): ErrorChain => ({
    errorTakers: [...takeWrapped(wrappers, adapter), ...(whole ? beyond : [])],
    whole,
    adapter,
  });
  const isWhole = files?.whole ?? false;
  const wrapped = listWrappers(of.fn, file).map(({ wrappers, whole }) =>
    toChain(wrappers, isWhole && whole && of.by === 'wrapped in a call'),
  );
  if (of.format?.errors !== undefined)
    return [{ errorTakers: [], whole: true, adapter: answerAll(adapter, of.format.errors) }];
  return of.by === 'export' && isWhole ? [...wrapped, toChain([], true)] : wrapped;
}

/** The adapter of a platform that answers whatever fails with one status. */
function answerAll({ handlers, ...adapter }: FrameworkAdapter, status: number): FrameworkAdapter {
  return { ...adapter, errorModules: [], handlers: { ...handlers, answersErrors: () => one(status) } };
}

/** The function of another file that stands around the exports of this one, if there is such a file. */
function listAround(
  { below, module, name }: NonNullable<RouteFile['around']>,
  { id: framework }: FrameworkAdapter,
  { source, world }: FileView,
): readonly ErrorTaker[] {
  const [before] = source.path.split(below);
  const value = world.lookUp(before ? `${before}/_` : '_', `./${module}`, name);
  return value ? [{ owner: '', value, way: { kind: 'next', framework } }] : [];
}

/** True if nobody but the error handlers that were found, and the framework behind them, gets what a handler throws. */
export function areHandlersFound(of: HandlerFunction, file: FileView): boolean {
  const own = file.routes.find(ownerOf(of.fn, file));
  return !of.error && !of.takesAnError && own.length > 0 && own.every(({ whole }) => whole);
}

/** True while error handlers may stand in files that have not been read yet, so that what they answer is not known. */
export function areHandlersAwaited({ exportedFrom }: HandlerFunction, file: FileView): boolean {
  return file.awaitsOthers && !exportedFrom?.whole;
}

/** What the error handlers make of an error, and where they leave that open, what the error itself says. */
export function preferTold(told: Known<number> | undefined, own: Known<number> | undefined): Known<number> | undefined {
  if (!told || told.kind === 'unknown') return own;
  const code = own && theOne(own);
  // An error handler that can answer several ways may well answer what the error says.
  return code !== undefined && told.kind === 'some' && valuesOf(told)?.includes(code) ? own : told;
}
