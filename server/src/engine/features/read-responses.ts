import type { Response, Span } from '../model.ts';
import { frameworks } from '../registry.generated.ts';
import { claimHandlers, recallHandlers } from '../responses/claim-handlers.ts';
import { collectFlow } from '../responses/collect.ts';
import type { HandlerFunction } from '../responses/handler-function.ts';
import { type FileView, narrowToStatement } from '../syntax/file-view.ts';

/** The handler in which a place lies, with what is answered there and elsewhere in its file. */
export interface HandlersAround {
  /** The innermost of those that hold the place. */
  readonly innermost: HandlerFunction;
  /** What the handlers that hold the place answer. */
  readonly own: readonly Response[];
  /** What all handlers of the file answer. It is read when it is first asked for, as that takes far longer. */
  readonly all: readonly Response[];
}

/** What the handlers of a file answer, if one of them holds `place`; undefined elsewhere, at little cost. */
export function readHandlersAround(file: FileView, place: Span): HandlersAround | undefined {
  const handlers = claimHandlers(narrowToStatement(place, file), frameworks);
  const around = handlers.filter(({ handler }) => isWithin(place, handler.span));
  const innermost = around.sort((a, b) => b.handler.span.start - a.handler.span.start)[0];
  if (!innermost) return undefined;
  const own = around.flatMap((of) => read(of, file));
  let all: readonly Response[] | undefined;
  return {
    innermost,
    own,
    get all() {
      const others = recallHandlers(file).filter(({ fn }) => !around.some((of) => of.fn === fn));
      all ??= [...own, ...others.flatMap((of) => read(of, file))];
      return all;
    },
  };
}

/** Half-typed code may be unlike anything: of a handler that cannot be read, nothing is known. */
function read(of: HandlerFunction, file: FileView): readonly Response[] {
  try {
    return collectFlow(of, file).responses;
  } catch {
    return [];
  }
}

/** True if a span lies in another one. */
export function isWithin(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
