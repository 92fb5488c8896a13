import { workOut } from '../values/evaluate.ts';
import type { Value, World } from '../values/model.ts';

/** What a call calls, also on a field that is annotated with a class; undefined where the project's annotation tells none. */
export function findCallee(callee: Value, world: World): Value | undefined {
  const plain = workOut(callee, world);
  if (plain.kind === 'function' || callee.kind !== 'member' || callee.object.kind !== 'member') return plain;
  const { object, name } = callee.object;
  const owner = object.kind === 'self' ? workOut(object.type, world) : undefined;
  const annotated = owner?.kind === 'class' ? owner.summary.injected.get(name) : undefined;
  if (!annotated) return plain;
  const type = workOut(annotated, world);
  if (type.kind !== 'class') return type.kind === 'import' ? plain : undefined;
  return workOut({ ...callee, object: { kind: 'new', callee: type, args: [] } }, world);
}
