import type { Span } from '../model.ts';
import type { FileView } from '../syntax/file-view.ts';
import { readClassAgain, readFunctionAgain } from '../values/find-again.ts';
import { type ClassSummary, type FunctionSummary, unknownValue, type Value } from '../values/model.ts';

/** Opens a file of the project in which functions and classes are found again; undefined if it cannot be read. */
export type OpenFile = (path: string) => FileView | undefined;

/** What one file registers is far less; more than this is not worth keeping. */
const MOST_PARTS = 20_000;

/**
 * Writes plain data as JSON can hold it: maps, what is undefined, and numbers that JSON lacks. Of functions and classes only
 * the place is written, as what they do stands in their file.
 * @returns undefined for what is too much to keep
 */
export function toPlain(value: unknown): unknown {
  let left = MOST_PARTS;
  const write = (part: unknown): unknown => {
    left--;
    if (left < 0) return null;
    if (part === undefined) return ['undefined'];
    if (typeof part === 'number' && !Number.isFinite(part)) return ['number', String(part)];
    if (typeof part !== 'object' || part === null) return part;
    if (Array.isArray(part)) return ['list', ...part.map(write)];
    if (part instanceof Map) return ['map', ...[...part].map(([name, inner]) => [name, write(inner)])];
    if (isFunctionOfFile(part))
      return ['function', part.owner, part.parameters, part.path, part.span.start, part.span.end];
    if (isClassOfFile(part)) return ['class', part.place.path, part.place.span.start, part.place.span.end];
    return Object.fromEntries(Object.entries(part).map(([name, inner]) => [name, write(inner)]));
  };
  const written = write(value);
  return left < 0 ? undefined : written;
}

/** Reads what `toPlain` wrote. Functions and classes are read from their files when something of them is first asked for. */
export function fromPlain(written: unknown, open: OpenFile): unknown {
  const read = (part: unknown): unknown => {
    if (typeof part !== 'object' || part === null) return part;
    if (!Array.isArray(part))
      return Object.fromEntries(Object.entries(part).map(([name, inner]) => [name, read(inner)]));
    const [kind, ...rest]: readonly unknown[] = part;
    switch (kind) {
      case 'undefined':
        return undefined;
      case 'number':
        return Number(rest[0]);
      case 'list':
        return rest.map(read);
      case 'map':
        return new Map((rest as readonly (readonly [string, unknown])[]).map(([name, inner]) => [name, read(inner)]));
      case 'function':
        return recallFunction(rest as unknown as WrittenFunction, open);
      default:
        return recallClass(rest as unknown as WrittenClass, open);
    }
  };
  return read(written);
}

type WrittenFunction = readonly [owner: string, parameters: number, path: string, start: number, end: number];
type WrittenClass = readonly [path: string, start: number, end: number];
type FunctionValue = Extract<Value, { kind: 'function' }>;
type ClassOfFile = Extract<Value, { kind: 'class' }> & { readonly place: { path: string; span: Span } };

function isFunctionOfFile(part: object): part is FunctionValue {
  return 'kind' in part && part.kind === 'function' && 'summary' in part;
}

function isClassOfFile(part: object): part is ClassOfFile {
  return 'kind' in part && part.kind === 'class' && 'place' in part;
}

function recallFunction([owner, parameters, path, start, end]: WrittenFunction, open: OpenFile): FunctionValue {
  const span = { start, end };
  let summary: FunctionSummary | undefined;
  return {
    kind: 'function',
    owner,
    parameters,
    path,
    span,
    get summary() {
      const file = summary ? undefined : open(path);
      summary ??= (file && readFunctionAgain(owner, span, file)?.summary) ?? unreadFunction(owner, path, span);
      return summary;
    },
  };
}

function recallClass([path, start, end]: WrittenClass, open: OpenFile): Value {
  const span = { start, end };
  let summary: ClassSummary | undefined;
  return {
    kind: 'class',
    place: { path, span },
    get summary() {
      const file = summary ? undefined : open(path);
      summary ??= (file && readClassAgain(span, file)?.summary) ?? unreadClass(path, span);
      return summary;
    },
  };
}

/** A function that is gone from its file, which will be read again in a moment: nothing is claimed of it until then. */
function unreadFunction(owner: string, path: string, span: Span): FunctionSummary {
  return {
    owner,
    name: undefined,
    path,
    span,
    answers: [],
    mayStaySilent: true,
    setsStatus: false,
    returns: unknownValue('call that was not read'),
    async: false,
    throws: undefined,
    mayThrow: [],
    lookUp: () => undefined,
    catchesNext: () => true,
    answerError: () => ({ statuses: [], passedOn: [], silent: true }),
  };
}

/** A class of which the same is to be said: whatever it inherits is not known. */
function unreadClass(path: string, span: Span): ClassSummary {
  return {
    owner: `${path}:${span.start}`,
    name: undefined,
    path,
    span,
    base: unknownValue('call that was not read'),
    superArguments: undefined,
    fields: new Map(),
    statics: new Map(),
    methods: new Map(),
    injected: new Map(),
    decorators: [],
  };
}
