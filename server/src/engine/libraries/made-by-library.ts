import { workOut } from '../values/evaluate.ts';
import type { Value, World } from '../values/model.ts';
import type { Given, GivenValue, Library, LibraryAnswer } from './model.ts';
import { findLibrary } from './table.ts';

/** What a library made, with what it was given. */
export interface LibraryMade {
  readonly library: Library;
  readonly args: readonly Value[];
}

const MAX_DEPTH = 8;

/**
 * The library that made a value: `express.json()`, `multer().single('file')`, `passport.authenticate('jwt')`, the pipe
 * `ParseIntPipe`, a class of the project that extends `AuthGuard('jwt')`. Undefined for everything else.
 */
export function findLibraryMade(value: Value, world: World, depth = 0): LibraryMade | undefined {
  if (depth > MAX_DEPTH) return undefined;
  const inner = (part: Value): LibraryMade | undefined => findLibraryMade(part, world, depth + 1);
  switch (value.kind) {
    case 'call':
    case 'new': {
      const library = libraryOf(value.callee, world);
      if (library) return { library, args: value.args };
      if (value.callee.kind === 'member') return inner(value.callee.object);
      if (value.kind === 'new') return inner(value.callee);
      return undefined;
    }
    case 'member':
      return inner(value.object);
    case 'import': {
      const library = libraryOf(value, world);
      if (library) return { library, args: [] };
      const found = world.lookUp(value.from, value.module, value.name);
      return found && inner(found);
    }
    case 'class':
      return value.summary.base && inner(value.summary.base);
    default:
      return undefined;
  }
}

function libraryOf(callee: Value, world: World): Library | undefined {
  if (callee.kind !== 'import' && callee.kind !== 'member') return undefined;
  const plain = workOut(callee, world);
  return plain.kind === 'import' ? findLibrary(plain.module, plain.name) : undefined;
}

/** What it answers by itself; undefined where its options decide that and cannot be read. */
export function listAnswers({ library, args }: LibraryMade, world: World): readonly LibraryAnswer[] | undefined {
  return typeof library.answers === 'function' ? library.answers(readGiven(args, world)) : library.answers;
}

function readGiven(args: readonly Value[], world: World): Given {
  const plain = args.map((argument) => workOut(argument, world));
  const options = plain.findLast((argument) => argument.kind === 'object');
  return {
    callback: plain.some(({ kind }) => kind === 'function'),
    argument: (index) => toGiven(plain[index]),
    option: (name) => {
      const property = options?.properties.get(name);
      // A property may stand in what was spread into the options and could not be read.
      if (!property) return options?.open ? 'given' : undefined;
      return toGiven(workOut(property, world));
    },
  };
}

function toGiven(value: Value | undefined): GivenValue {
  if (!value || value.kind === 'missing') return undefined;
  return value.kind === 'literal' ? value.value : 'given';
}
