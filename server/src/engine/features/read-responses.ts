import type { Response, Span } from '../model.ts';
import { frameworks } from '../registry.generated.ts';
import { claimHandlers } from '../responses/claim-handlers.ts';
import { collectFlow } from '../responses/collect.ts';
import type { HandlerFunction } from '../responses/handler-function.ts';
import type { FileView } from '../syntax/file-view.ts';

/** The handlers of a file and all that they answer. */
export interface HandlersAround {
  /** The innermost of those that hold the place. */
  readonly innermost: HandlerFunction;
  readonly responses: readonly Response[];
}

/** What the handlers of a file answer, if one of them holds `place`; undefined elsewhere, at little cost. */
export function readHandlersAround(file: FileView, place: Span): HandlersAround | undefined {
  const handlers = claimHandlers(file, frameworks);
  const around = handlers.filter(({ handler }) => isWithin(place, handler.span));
  const innermost = around.sort((a, b) => b.handler.span.start - a.handler.span.start)[0];
  if (!innermost) return undefined;
  const responses = handlers.flatMap((of) => {
    try {
      return collectFlow(of, file).responses;
    } catch {
      // Half-typed code may be unlike anything; what can be read elsewhere is enough.
      return [];
    }
  });
  return { innermost, responses };
}

/** True if a span lies in another one. */
export function isWithin(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
