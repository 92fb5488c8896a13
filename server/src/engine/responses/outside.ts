import { valuesOf } from '../known.ts';
import { BODY_METHODS, ownAnswers } from '../libraries/by-framework.ts';
import { findLibraryMade, type LibraryMade, listAnswers } from '../libraries/made-by-library.ts';
import type { LibraryAnswer } from '../libraries/model.ts';
import type { OutsideAnswer } from '../model.ts';
import { answerError } from '../routes/answer-error.ts';
import { describeTakers } from '../routes/error-takers.ts';
import type { Chain } from '../routes/model.ts';
import { listDecorators } from '../syntax/decorators.ts';
import type { FileView } from '../syntax/file-view.ts';
import type { Node } from '../syntax/parser.ts';
import { workOut } from '../values/evaluate.ts';
import { missing } from '../values/model.ts';
import { ownerOf } from '../values/owners.ts';
import { readValue } from '../values/read.ts';
import type { HandlerFunction } from './handler-function.ts';

/** Decorators whose arguments run before a method: guards, pipes, interceptors and what parameters are read with. */
const RUNS_BEFORE = /^(?:Use(?:Guards|Pipes|Interceptors)|Param|Query|Body|Headers|UploadedFiles?)$/;
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * What a route answers although its handler does not: libraries that requests pass before it, its decorators, and the
 * framework itself. What could not be read is left out; it is knowledge about a route, never a mistake of its handler.
 */
export function listOutsideAnswers(of: HandlerFunction, file: FileView): readonly OutsideAnswer[] {
  const { handler } = of;
  if (handler.helper || handler.handlesErrors) return [];
  const chains = file.routes.find(ownerOf(of.fn, file));
  const found = [
    ...chains.flatMap((chain) => listFromChain(chain, handler.method, file)),
    ...listFromDecorators(of, file),
    ...listFromFramework(of, chains, file),
  ];
  return [
    ...new Map(found.map((answer) => [`${answer.status} ${answer.from} ${answer.reason}`, answer])).values(),
  ].sort((a, b) => a.status - b.status);
}

function listFromChain(chain: Chain, method: string | undefined, file: FileView): readonly OutsideAnswer[] {
  return chain.libraries.flatMap((value) => {
    const made = findLibraryMade(value, file.world);
    return made ? listFrom(made, chain.method ?? method, [chain], file) : [];
  });
}

function listFrom(
  made: LibraryMade,
  method: string | undefined,
  chains: readonly Chain[],
  file: FileView,
): readonly OutsideAnswer[] {
  const { library } = made;
  if (!isAskedBy(library.on, method)) return [];
  const answers = listAnswers(made, file.world) ?? [];
  const ran = library.ran !== undefined;
  return answers.flatMap((answer) =>
    (library.by === 'error' ? statusesBehind(answer, chains, file) : [answer.status]).map((status) => ({
      status,
      reason: answer.reason,
      from: library.package,
      fields: status === answer.status ? (answer.fields ?? []) : [],
      ran,
    })),
  );
}

/** True if requests of a method are among those that a library answers to; one that is not known may be any. */
function isAskedBy(on: LibraryMade['library']['on'], method: string | undefined): boolean {
  if (on === undefined) return true;
  if (on === 'preflight') return method === undefined || method === 'OPTIONS';
  return method === undefined || !SAFE_METHODS.has(method);
}

/** What the project's own error handlers make of an error with a status; nothing where they cannot be read. */
function statusesBehind({ status }: LibraryAnswer, chains: readonly Chain[], file: FileView): readonly number[] {
  const handled = chains.filter((chain) => describeTakers(chain) !== '');
  if (handled.length === 0) return [status];
  const error = { kind: 'error', status: { kind: 'literal', value: status } } as const;
  return valuesOf(answerError(error, missing, handled, file.world)) ?? [];
}

function listFromDecorators(of: HandlerFunction, file: FileView): readonly OutsideAnswer[] {
  if (of.by !== 'decorator') return [];
  const nodes: readonly Node[] = [of.fn.parent, of.fn, ...of.fn.parameters];
  return nodes
    .flatMap((node) => listDecorators(node, file.scopes))
    .filter(({ name }) => RUNS_BEFORE.test(name))
    .flatMap(({ args }) => args)
    .flatMap((argument) => {
      const made = findLibraryMade(readValue(argument, file), file.world);
      return made ? listFrom(made, of.handler.method, [], file) : [];
    });
}

function listFromFramework(of: HandlerFunction, chains: readonly Chain[], file: FileView): readonly OutsideAnswer[] {
  const own = ownAnswers.find(({ framework }) => framework === of.handler.framework);
  if (!own || of.handler.middleware) return [];
  const method = chains[0]?.method ?? of.handler.method;
  const answers = [
    ...(method !== undefined && BODY_METHODS.has(method) ? own.ofBodies : []),
    ...(own.schema && hasSchema(own.schema, own.unless, of, file) ? [own.schema.answer] : []),
  ];
  const from = of.framework.packages[0] ?? own.framework;
  return answers.map(({ status, reason, fields = [] }) => ({ status, reason, from, fields, ran: true }));
}

/** True if the options of a route hold a schema for a part of its requests. */
function hasSchema(
  { path, parts }: NonNullable<(typeof ownAnswers)[number]['schema']>,
  unless: string | undefined,
  { at }: HandlerFunction,
  file: FileView,
): boolean {
  return (at?.arguments ?? []).some((argument) => {
    const options = workOut(readValue(argument, file), file.world);
    if (options.kind !== 'object' || (unless !== undefined && options.properties.has(unless))) return false;
    const given = options.properties.get(path);
    const schema = given && workOut(given, file.world);
    return schema?.kind === 'object' && parts.some((part) => schema.properties.has(part));
  });
}
