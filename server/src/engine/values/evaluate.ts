import { join, type Known, one, unknown } from '../known.ts';
import type { Literal } from '../model.ts';
import { findCodeOfConstant } from '../status-codes/constant-names.ts';
import { findLibraryValue, isStatusTable } from './libraries.ts';
import { type ClassSummary, missing, someOf, unknownValue, type Value, type World } from './model.ts';
import { fillInTest, isTrue, readErrorField } from './tests.ts';

const MAX_DEPTH = 24;
/** A key that is not known says too little of a longer table. */
const MAX_TABLE = 12;
/** Working one value out takes few steps, unless choices multiply. */
const MAX_STEPS = 2000;
/** What the constructor of an instance was given that somebody else made. */
const UNSEEN: readonly Value[] = Array.from({ length: 16 }, () => unknownValue('parameter'));

/** Stands for every function whose `this` is filled in. */
const SELF = 'this';

/** Of a function that may give more than so many things nothing is claimed: to fill in all of them takes too long. */
const MOST_OPTIONS = 40;

/** Fills in the arguments of a call of `owner`: each of its parameters becomes what was given for it. */
export function fillIn(value: Value, owner: string, args: readonly Value[]): Value {
  const inner = (part: Value): Value => fillIn(part, owner, args);
  switch (value.kind) {
    case 'parameter':
      if (value.owner !== owner) return value;
      return value.path.reduce<Value>(
        (object, name) => ({ kind: 'member', object, name }),
        args[value.index] ?? missing,
      );
    case 'object':
      return { ...value, properties: fillInAll(value.properties, inner) };
    case 'extended':
      return { kind: 'extended', base: inner(value.base), fields: fillInAll(value.fields, inner) };
    case 'array':
      return { kind: 'array', elements: value.elements.map(inner) };
    case 'some':
      return value.options.length > MOST_OPTIONS ? unknownValue('too deep') : someOf(value.options.map(inner));
    case 'fallback':
      return { ...value, first: inner(value.first), second: inner(value.second) };
    case 'sum':
      return { kind: 'sum', first: inner(value.first), second: inner(value.second) };
    case 'choice':
      return { kind: 'choice', test: inner(value.test), first: inner(value.first), second: inner(value.second) };
    case 'test':
      return { kind: 'test', test: fillInTest(value.test, inner) };
    case 'member':
      return { ...value, object: inner(value.object) };
    case 'computed':
      return { kind: 'computed', object: inner(value.object), key: inner(value.key) };
    case 'call':
    case 'new':
      return { ...value, callee: inner(value.callee), args: value.args.map(inner) };
    case 'error':
      return { ...value, status: inner(value.status) };
    case 'self':
      return owner === SELF ? (args[0] ?? value) : value;
    default:
      return value;
  }
}

function fillInAll(values: ReadonlyMap<string, Value>, inner: (value: Value) => Value): ReadonlyMap<string, Value> {
  return new Map([...values].map(([name, value]) => [name, inner(value)]));
}

/** True if a value is made of what a function is given. */
export function dependsOn(value: Value, owner: string): boolean {
  const inner = (part: Value): boolean => dependsOn(part, owner);
  switch (value.kind) {
    case 'parameter':
      return value.owner === owner;
    case 'object':
      return [...value.properties.values()].some(inner);
    case 'extended':
      return inner(value.base) || [...value.fields.values()].some(inner);
    case 'array':
      return value.elements.some(inner);
    case 'some':
      return value.options.some(inner);
    case 'fallback':
    case 'sum':
    case 'choice':
      return inner(value.first) || inner(value.second);
    case 'member':
    case 'computed':
      return inner(value.object);
    case 'call':
    case 'new':
      return inner(value.callee) || value.args.some(inner);
    case 'error':
      return inner(value.status);
    default:
      return false;
  }
}

/** Fills in the instance that `this` stands for. */
export function fillInSelf(value: Value, instance: Value): Value {
  return fillIn(value, SELF, [instance]);
}

/** The instance whose method a callee is; undefined for a plain function. */
export function findInstance(callee: Value, world: World, depth = 0): Value | undefined {
  if (callee.kind !== 'member') return undefined;
  const object = workOut(callee.object, world, depth);
  return object.kind === 'new' ? object : undefined;
}

/**
 * Works a value out as far as its outermost form: imports are looked up, members taken, calls of functions that were
 * read replaced by what they return. Arguments and properties inside stay as they are. Never loops: depth is bounded.
 */
export function workOut(value: Value, world: World, depth = 0): Value {
  const { left } = world.effort;
  if (depth > 0 && left !== undefined) return workOutPart(value, world, depth);
  world.effort.left = MAX_STEPS;
  const plain = workOutPart(value, world, depth);
  world.effort.left = left;
  return plain;
}

function workOutPart(value: Value, world: World, depth: number): Value {
  const left = (world.effort.left ?? MAX_STEPS) - 1;
  world.effort.left = left;
  if (depth > MAX_DEPTH || left < 0) return unknownValue('too deep');
  switch (value.kind) {
    case 'import':
      return workOutImport(value, world, depth);
    case 'member':
      return workOutMember(workOut(value.object, world, depth + 1), value.name, world, depth);
    case 'computed':
      return workOutComputed(value.object, workOut(value.key, world, depth + 1), world, depth + 1);
    case 'call': {
      const status = findGivenStatus(value, world, depth);
      if (status) return workOut(status, world, depth + 1);
      const callee = workOut(value.callee, world, depth + 1);
      if (callee.kind === 'function') {
        const { returns, owner } = callee.summary;
        const instance = findInstance(value.callee, world, depth + 1);
        const own = instance ? fillInSelf(returns, instance) : returns;
        return workOut(fillIn(own, owner, value.args), world, depth + 1);
      }
      const library = findLibraryValue(callee, 'call', value.args);
      if (library) return library;
      // What a package makes stays a call, so that two things that it made can be told apart.
      if (callee.kind === 'import') return { ...value, callee };
      return callee.kind === 'class'
        ? { ...value, kind: 'new', callee }
        : unknownValue(callee.kind === 'unknown' ? callee.why : 'call that was not read');
    }
    case 'new': {
      const callee = workOut(value.callee, world, depth + 1);
      const library = findLibraryValue(callee, 'new', value.args);
      return library ?? { ...value, callee };
    }
    case 'self':
      return { kind: 'new', callee: workOut(value.type, world, depth + 1), args: UNSEEN };
    case 'extended':
      return extend(workOut(value.base, world, depth + 1), value.fields);
    case 'choice': {
      const outcome = isTrue(value.test, (test) => workOut(test, world, depth + 1));
      if (outcome !== undefined) return workOut(outcome ? value.first : value.second, world, depth + 1);
      return workOut(someOf([value.first, value.second]), world, depth + 1);
    }
    case 'test': {
      const outcome = isTrue(value, (part) => workOut(part, world, depth + 1));
      return outcome === undefined ? unknownValue('operator') : { kind: 'literal', value: outcome };
    }
    case 'some':
      return someOf(value.options.map((option) => workOut(option, world, depth + 1)));
    case 'sum': {
      const first = workOut(value.first, world, depth + 1);
      const second = workOut(value.second, world, depth + 1);
      if (first.kind !== 'literal' || second.kind !== 'literal') return unknownValue('operator');
      return { kind: 'literal', value: Number(first.value) + Number(second.value) };
    }
    case 'fallback': {
      const first = workOut(value.first, world, depth + 1);
      if (first.kind === 'some') {
        const second = workOut(value.second, world, depth + 1);
        return someOf(first.options.map((option) => (option.kind === 'missing' ? second : option)));
      }
      if (first.kind === 'missing' || (first.kind === 'literal' && (value.or ? !first.value : first.value === null)))
        return workOut(value.second, world, depth + 1);
      return first.kind === 'unknown' || first.kind === 'parameter' ? { ...value, first } : first;
    }
    default:
      return value;
  }
}

/** A value that is worked out, with the fields that were assigned to it. */
function extend(base: Value, fields: ReadonlyMap<string, Value>): Value {
  switch (base.kind) {
    case 'object':
      return { ...base, properties: new Map([...base.properties, ...fields]) };
    case 'some':
      return someOf(base.options.map((option) => extend(option, fields)));
    case 'missing':
    case 'literal':
      return base;
    case 'extended':
      return { ...base, fields: new Map([...base.fields, ...fields]) };
    default:
      return { kind: 'extended', base, fields };
  }
}

function workOutImport(value: Extract<Value, { kind: 'import' }>, world: World, depth: number): Value {
  if (isStatusTable(value.module, value.name)) {
    const code = value.name === '*' ? undefined : findCodeOfConstant(value.name);
    return code === undefined ? value : { kind: 'literal', value: code };
  }
  const found = world.lookUp(value.from, value.module, value.name);
  return found ? workOut(found, world, depth + 1) : value;
}

/** `table[key]` with a key that is known, or else any of a table's values, or nothing. */
function workOutComputed(object: Value, key: Value, world: World, depth: number): Value {
  if (key.kind === 'literal')
    return workOutMember(workOut(object, world, depth + 1), String(key.value), world, depth + 1);
  if (key.kind === 'some' && key.options.every((option) => option.kind === 'literal'))
    return someOf(key.options.map((option) => workOutComputed(object, option, world, depth + 1)));
  const table = workOut(object, world, depth + 1);
  if (table.kind !== 'object' || table.open || table.properties.size > MAX_TABLE)
    return unknownValue('property of a value made elsewhere');
  return someOf([...table.properties.values(), missing].map((option) => workOut(option, world, depth + 1)));
}

function workOutMember(object: Value, name: string, world: World, depth: number): Value {
  const next = depth + 1;
  switch (object.kind) {
    case 'object': {
      const property = object.properties.get(name);
      if (property) return workOut(property, world, next);
      return object.open ? unknownValue('spread') : missing;
    }
    case 'extended': {
      const own = object.fields.get(name);
      return own ? workOut(own, world, next) : workOutMember(object.base, name, world, next);
    }
    case 'class': {
      const found = findStatic(object.summary, name, world, next);
      return found ? workOut(found, world, next) : missing;
    }
    case 'new': {
      const field = findField(object, name, world, next);
      if (field) return workOut(field, world, next);
      return readErrorField(object, name, (type) => workOut(type, world, next));
    }
    case 'error':
      return name === 'status' || name === 'statusCode' ? workOut(object.status, world, next) : { kind: 'text' };
    case 'import': {
      if (isStatusTable(object.module, object.name)) {
        const code = findCodeOfConstant(name);
        return code === undefined ? { ...object, name } : { kind: 'literal', value: code };
      }
      const plain = object.name === '*' || object.name === 'default';
      return { ...object, name: plain ? name : `${object.name}.${name}` };
    }
    case 'some':
      return someOf(object.options.map((option) => workOutMember(option, name, world, next)));
    case 'fallback':
      return workOut(
        {
          kind: 'fallback',
          first: { kind: 'member', object: object.first, name },
          second: { kind: 'member', object: object.second, name },
        },
        world,
        next,
      );
    case 'parameter':
      return { ...object, path: [...object.path, name] };
    case 'missing':
      return missing;
    case 'unknown':
      return object;
    default:
      return unknownValue('property of a value made elsewhere');
  }
}

/** `exception.getStatus()` of NestJS's errors gives the status that they carry. */
function findGivenStatus(
  { callee, args }: Extract<Value, { kind: 'call' }>,
  world: World,
  depth: number,
): Value | undefined {
  if (callee.kind !== 'member' || callee.name !== 'getStatus' || args.length > 0) return undefined;
  const object = workOut(callee.object, world, depth + 1);
  if (object.kind === 'error') return object.status;
  if (object.kind !== 'new' || findField(object, 'getStatus', world, depth + 1)) return undefined;
  return findField(object, 'status', world, depth + 1);
}

function findStatic(summary: ClassSummary, name: string, world: World, depth: number): Value | undefined {
  const own = summary.statics.get(name);
  if (own || !summary.base || depth > MAX_DEPTH) return own;
  const base = workOut(summary.base, world, depth + 1);
  return base.kind === 'class' ? findStatic(base.summary, name, world, depth + 1) : undefined;
}

/** The value of an instance's field: assigned by its own constructor or by one that it inherits from. */
export function findField(
  instance: Extract<Value, { kind: 'new' }>,
  name: string,
  world: World,
  depth = 0,
  self: Value = instance,
): Value | undefined {
  if (depth > MAX_DEPTH) return undefined;
  const type = instance.callee;
  if (type.kind !== 'class') return undefined;
  const own = type.summary.fields.get(name) ?? type.summary.methods.get(name);
  const { owner } = type.summary;
  if (own) return fillIn(fillInSelf(own, self), owner, instance.args);
  if (!type.summary.base) return undefined;
  const base = workOut(type.summary.base, world, depth + 1);
  const args = type.summary.superArguments?.map((argument) => fillIn(argument, owner, instance.args)) ?? instance.args;
  const library = findLibraryValue(base, 'new', args);
  if (library?.kind === 'error' && (name === 'status' || name === 'statusCode')) return library.status;
  return findField({ kind: 'new', callee: base, args }, name, world, depth + 1, self);
}

/** What is known of a value as a literal. */
export function toKnown(value: Value, world: World, depth = 0): Known<Literal> {
  const plain = workOut(value, world, depth);
  switch (plain.kind) {
    case 'literal':
      return one(plain.value);
    case 'some':
      return plain.options.map((option) => toKnown(option, world, depth + 1)).reduce(join);
    case 'fallback': {
      const first = toKnown(plain.first, world, depth + 1);
      if (first.kind !== 'unknown') return first;
      const second = toKnown(plain.second, world, depth + 1);
      return unknown(
        first.why,
        second.kind === 'one' ? second.value : second.kind === 'unknown' ? second.fallback : undefined,
      );
    }
    case 'extended':
      return toKnown(plain.base, world, depth + 1);
    case 'unknown':
      return unknown(plain.why);
    case 'parameter':
      return unknown('parameter');
    case 'text':
      return unknown('template with unreadable parts');
    case 'import':
      return unknown('imported from a file that was not read');
    case 'call':
    case 'new':
      return unknown('call that was not read');
    case 'missing':
      return unknown('not written here');
    default:
      return unknown('operator');
  }
}
