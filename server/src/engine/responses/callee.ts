import { workOut } from '../values/evaluate.ts';
import type { Value, World } from '../values/model.ts';

/** What a call calls, also on a field that is annotated with a class; undefined where the project's annotation tells none. */
export function findCallee(callee: Value, world: World): Value | undefined {
  const plain = workOut(callee, world);
  if (plain.kind === 'function') return plain;
  const type = findInjectedType(callee, world);
  if (!type) return plain;
  if (type.kind !== 'class') return type.kind === 'import' ? plain : undefined;
  return workOut(onInstance(callee, type), world);
}

/** A value as it is read, and what the class says where it is a field of something injected: `this.errors.notFound`. */
export function readInjected(value: Value, world: World): Value {
  const type = findInjectedType(value, world);
  return type?.kind === 'class' ? onInstance(value, type) : value;
}

/** The type that is written for the field `errors` in `this.errors.notFound`. */
function findInjectedType(value: Value, world: World): Value | undefined {
  if (value.kind !== 'member' || value.object.kind !== 'member') return undefined;
  const { object, name } = value.object;
  const owner = object.kind === 'self' ? workOut(object.type, world) : undefined;
  const annotated = owner?.kind === 'class' ? owner.summary.injected.get(name) : undefined;
  return annotated && workOut(annotated, world);
}

function onInstance(value: Value, type: Value): Value {
  return value.kind === 'member' ? { ...value, object: { kind: 'new', callee: type, args: [] } } : value;
}
