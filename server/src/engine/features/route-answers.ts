import { valuesOf } from '../known.ts';
import type { Analysis, Handler, OutsideAnswer, Span } from '../model.ts';
import type { Project } from '../project/project.ts';
import { recallHandlers } from '../responses/claim-handlers.ts';
import type { HandlerFunction } from '../responses/handler-function.ts';
import { listOutsideAnswers } from '../responses/outside.ts';
import type { FileView } from '../syntax/file-view.ts';
import { stringOf } from '../syntax/tree.ts';

/** All that the clients of a handler's route may be answered, as far as it is known. */
export interface RouteAnswers {
  readonly handler: Handler;
  /** Where the file speaks of it: the path of its registration, the name of its function. */
  readonly places: readonly Span[];
  /** The statuses that its handler sends. */
  readonly own: readonly number[];
  readonly outside: readonly OutsideAnswer[];
}

/** The routes whose handlers stand in a file, with what answers for them. */
export function listRouteAnswers(analysis: Analysis, project: Project): readonly RouteAnswers[] {
  const file = project.reopen(analysis.source);
  return recallHandlers(file)
    .filter(({ by, handler }) => by !== 'throw' && !handler.helper && !handler.handlesErrors)
    .map((of) => ({
      handler: of.handler,
      places: listPlaces(of, file),
      own: listOwn(of.handler, analysis),
      outside: listOutsideAnswers(of, file),
    }));
}

function listPlaces({ fn, at }: HandlerFunction, file: FileView): readonly Span[] {
  const [path] = at?.arguments ?? [];
  const named = fn.name ? [file.span(fn.name)] : [];
  return path && stringOf(path) !== undefined ? [file.span(path), ...named] : named;
}

function listOwn({ span }: Handler, { responses }: Analysis): readonly number[] {
  const codes = responses
    .filter(({ handler, state }) => handler.span.start === span.start && state === 'sent')
    .flatMap(({ status }) => valuesOf(status) ?? []);
  return [...new Set(codes)].sort((a, b) => a - b);
}
