import { missing, type Test, unknownValue, type Value, withoutFields } from './model.ts';

type WorkOut = (value: Value) => Value;

const MAX_BASES = 12;

/** The test with its values replaced by what `inner` gives for them. */
export function fillInTest(test: Test, inner: (value: Value) => Value): Test {
  switch (test.kind) {
    case 'not':
      return { kind: 'not', of: inner(test.of) };
    case 'equal':
      return { kind: 'equal', first: inner(test.first), second: inner(test.second) };
    case 'instance':
      return { kind: 'instance', object: inner(test.object), type: inner(test.type) };
  }
}

/** Whether a value counts as true; undefined where that cannot be known. */
export function isTrue(value: Value, workOut: WorkOut): boolean | undefined {
  if (value.kind === 'test') return decide(value.test, workOut);
  const plain = withoutFields(workOut(value));
  switch (plain.kind) {
    case 'literal':
      return Boolean(plain.value);
    case 'missing':
      return false;
    case 'object':
    case 'array':
    case 'new':
    case 'error':
    case 'function':
    case 'class':
      return true;
    case 'some': {
      const [first, ...others] = plain.options.map((option) => isTrue(option, workOut));
      return others.every((other) => other === first) ? first : undefined;
    }
    default:
      return undefined;
  }
}

function decide(test: Test, workOut: WorkOut): boolean | undefined {
  switch (test.kind) {
    case 'not': {
      const inner = isTrue(test.of, workOut);
      return inner === undefined ? undefined : !inner;
    }
    case 'equal':
      return areEqual(withoutFields(workOut(test.first)), withoutFields(workOut(test.second)));
    case 'instance':
      return isInstance(withoutFields(workOut(test.object)), workOut(test.type), workOut);
  }
}

function areEqual(first: Value, second: Value): boolean | undefined {
  if (first.kind === 'missing' || second.kind === 'missing') {
    const other = first.kind === 'missing' ? second : first;
    if (other.kind === 'missing') return true;
    return other.kind === 'unknown' || other.kind === 'parameter' || other.kind === 'some' ? undefined : false;
  }
  if (first.kind === 'literal' && second.kind === 'literal') return first.value === second.value;
  const [literal, other] = first.kind === 'literal' ? [first, second] : [second, first];
  if (literal.kind !== 'literal') return undefined;
  if (other.kind === 'some' && other.options.every((option) => areEqual(literal, option) === false)) return false;
  return other.kind === 'object' || other.kind === 'array' || other.kind === 'new' ? false : undefined;
}

/** Whether an object is of a class. A class of another package is none of the bases of one whose bases are all known. */
function isInstance(object: Value, type: Value, workOut: WorkOut): boolean | undefined {
  if (object.kind === 'literal' || object.kind === 'missing') return false;
  if (object.kind === 'error') return isInstanceOfLibrary(object, type);
  if (object.kind !== 'new') return undefined;
  const bases = listBases(object.callee, workOut);
  if (bases.some((base) => isSameClass(base, type))) return true;
  if (bases.some((base) => base.kind === 'import' && isLibraryRoot(base.module, type))) return true;
  const open = bases.some((base) => base.kind !== 'class' && !isBuiltIn(base) && !isOfLibrary(base));
  if (open) return undefined;
  if (type.kind === 'class') return false;
  // `Error` itself is the base of every error; a class of another package can only be reached through an import.
  return type.kind === 'import' ? false : undefined;
}

/** Libraries whose errors are all derived from one class. */
const LIBRARY_ROOTS: Readonly<Record<string, string>> = {
  '@nestjs/common': 'HttpException',
  'hono/http-exception': 'HTTPException',
};

function isOfLibrary(base: Value): boolean {
  return base.kind === 'import' && Object.hasOwn(LIBRARY_ROOTS, base.module);
}

function isLibraryRoot(module: string | undefined, type: Value): boolean {
  return type.kind === 'import' && type.module === module && LIBRARY_ROOTS[module] === type.name;
}

/** Whether an error that a library made is of a class; undefined where the library is not known. */
function isInstanceOfLibrary({ module, name }: Extract<Value, { kind: 'error' }>, type: Value): boolean | undefined {
  if (module === undefined || !Object.hasOwn(LIBRARY_ROOTS, module)) return undefined;
  if (isLibraryRoot(module, type)) return true;
  if (type.kind === 'import') return type.module === module && type.name === name;
  return type.kind === 'class' ? false : undefined;
}

function isSameClass(one: Value, other: Value): boolean {
  if (one.kind === 'class' && other.kind === 'class') return one.summary.owner === other.summary.owner;
  return one.kind === 'import' && other.kind === 'import' && one.module === other.module && one.name === other.name;
}

/** The class and those it inherits from, as far as they can be read. */
function listBases(type: Value, workOut: WorkOut): readonly Value[] {
  const bases: Value[] = [];
  let current: Value | undefined = type;
  while (current && bases.length < MAX_BASES) {
    const plain: Value = workOut(current);
    bases.push(plain);
    current = plain.kind === 'class' ? plain.summary.base : undefined;
  }
  return bases;
}

function isBuiltIn(base: Value): boolean {
  return base.kind === 'unknown' && base.why === 'global name';
}

/** A field that no constructor of an error sets: those that every error has, or none. Of other objects it is unknown. */
export function readErrorField(object: Extract<Value, { kind: 'new' }>, name: string, workOut: WorkOut): Value {
  const last = listBases(object.callee, workOut).at(-1);
  if (last?.kind !== 'unknown' || last.name === undefined || !/Error$/.test(last.name))
    return unknownValue('property of a value made elsewhere');
  if (name === 'name') return { kind: 'literal', value: last.name };
  if (name === 'message' || name === 'stack') return { kind: 'text' };
  return /^(?:toString|constructor|cause)$/.test(name) ? unknownValue('global name') : missing;
}
