import { type Known, unknown, valuesOf } from '../known.ts';
import type { Literal } from '../model.ts';
import type { FileView } from '../syntax/file-view.ts';
import type { Expression } from '../syntax/parser.ts';
import { toKnown } from './evaluate.ts';
import type { Value, World } from './model.ts';
import { readValue } from './read.ts';

/** Reads an expression as a literal: through constants, enums, tables, conditionals, imports and status packages. */
export function readLiteral(expression: Expression, file: FileView): Known<Literal> {
  return toKnown(readValue(expression, file), file.world);
}

/** Reads an expression as a number; a known value that is no number is unknown, as Express would refuse it. */
export function readNumber(expression: Expression, file: FileView): Known<number> {
  return toNumber(readValue(expression, file), file.world);
}

/** What is known of a value as a number. */
export function toNumber(value: Value, world: World): Known<number> {
  const known = toKnown(value, world);
  if (known.kind === 'unknown')
    return unknown(known.why, typeof known.fallback === 'number' ? known.fallback : undefined);
  const values = valuesOf(known) ?? [];
  return values.every((one) => typeof one === 'number') ? (known as Known<number>) : unknown('operator');
}
