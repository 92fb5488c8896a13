import type { Filters } from '../adapter.ts';
import type { ErrorTaker } from '../routes/model.ts';
import { listDecorators } from '../syntax/decorators.ts';
import type { FileView } from '../syntax/file-view.ts';
import type { Node } from '../syntax/parser.ts';
import { workOut } from '../values/evaluate.ts';
import { unknownValue, type Value, type World } from '../values/model.ts';
import { readValue } from '../values/read.ts';
import type { HandlerFunction } from './handler-function.ts';

/**
 * The classes that take what a handler throws: those that its method names, then those of its class, then those of all
 * handlers. Measured: in each place the last one is asked first, and the first that takes errors of its kind answers.
 */
export function listFilters(of: HandlerFunction, file: FileView): readonly ErrorTaker[] {
  const { filters } = of.framework.decorated ?? {};
  if (!filters) return [];
  const { id } = of.framework;
  const named =
    of.by === 'decorator' ? [...readUsed(of.fn, filters, file), ...readUsed(of.fn.parent, filters, file)] : [];
  const [only, ...others] = file.routes.global.filters;
  // Several applications in one workspace may each have their own.
  const global = others.length > 0 ? [unknownValue('not written here')] : (only ?? []);
  return [...named, ...global].map((value) => toTaker(value, filters, id, file.world));
}

function readUsed(node: Node, { use }: Filters, file: FileView): readonly Value[] {
  return listDecorators(node, file.scopes)
    .filter(({ name }) => name === use)
    .flatMap(({ args }) => args.map((argument) => readValue(argument, file)).toReversed());
}

function toTaker(filter: Value, { takes, method }: Filters, framework: string, world: World): ErrorTaker {
  const plain = workOut(filter, world);
  const type = plain.kind === 'new' ? workOut(plain.callee, world) : plain;
  const way = { kind: 'parameter', framework, letters: undefined } as const;
  const value = type.kind === 'class' ? type.summary.methods.get(method) : undefined;
  if (type.kind !== 'class' || value?.kind !== 'function')
    return { owner: '', value: unknownValue('call that was not read'), way };
  const { args = [] } = type.summary.decorators.find(({ name }) => name === takes) ?? {};
  const only = args.flatMap((one) => (one.kind === 'array' ? one.elements : [one]));
  return { owner: value.owner, value, way, ...(only.length > 0 ? { only } : {}) };
}
