import type { RouteFile } from '../adapter.ts';
import type { SourceText } from '../model.ts';
import { frameworks } from '../registry.generated.ts';
import { ERROR_CLASS } from './callbacks.ts';
import { SPEAKS_OF_SERVER } from './find-made-handlers.ts';
import { RESPONSE_NAME } from './roles.ts';

/**
 * Tells from its text alone whether a file may hold a function that answers requests, or throws for one that does. That
 * costs far less than to parse it, and is true of each file in which `claimHandlers` finds something: what it looks for
 * is what that goes by, as the adapters declare it.
 */
export function mayAnswer({ path, text }: SourceText): boolean {
  return (
    WORDS.test(text) ||
    REGISTERS.test(text) ||
    ROUTE_FILES.some((file) => file.path.test(path) && isCalledIn(file, text)) ||
    importsAny(text)
  );
}

/** True if a file may hold handlers that have routes without being registered: by decorators, or by its path. */
export function mayHaveRoutes({ path, text }: SourceText): boolean {
  return (
    DECORATES.test(text) ||
    ROUTE_FILES.some((file) => file.route !== undefined && file.path.test(path) && isCalledIn(file, text))
  );
}

const declared = frameworks.map(({ handlers }) => handlers);
const DECORATES = new RegExp(`@(?:${unique(frameworks.flatMap(({ decorated }) => decorated?.classes ?? []))})\\s*\\(`);
const ROUTE_FILES = declared.flatMap(({ routeFiles = [] }) => routeFiles);

/** What frameworks call `module#name`; nothing in front of `#` for what is there without an import. */
const NAMES = frameworks.flatMap(({ made = {}, handlers }) => {
  const { makers, responseTypes, handlerTypes, registrarTypes = [], takers = [] } = handlers;
  const all = [...Object.keys(made), ...makers, ...responseTypes, ...handlerTypes, ...registrarTypes, ...takers];
  return all.map((one) => {
    const end = one.lastIndexOf('#');
    // `NextResponse` of `next/server#NextResponse.json`.
    return { module: one.slice(0, end), name: one.slice(end + 1).replace(/\..*/, '') };
  });
});

const USUAL = [RESPONSE_NAME, ...declared.flatMap(({ responseNames = [] }) => responseNames), ...SPEAKS_OF_SERVER];

const WORDS = anyOf(
  [
    // What is thrown anywhere may be the answer of a handler that calls it.
    'throw',
    'reject',
    ...NAMES.flatMap(({ module, name }) => (module === '' ? name : [])),
    ...frameworks.flatMap(({ shaped }) => (shaped ? [shaped.status, ...(shaped.alone ?? [])] : [])),
    ...USUAL.flatMap((one) => findWhole(one) ?? []),
  ],
  [
    ...USUAL.flatMap((one) => (findWhole(one) === undefined ? one.source : [])),
    // `new Missing…Error()`: some frameworks answer their own errors, by whoever they are thrown.
    ERROR_CLASS.source.replace(/\$$/, '\\b'),
  ],
);

/** A method that registers, with a path: on what is imported from other files that may be anything. */
const REGISTERS = new RegExp(
  `\\.(?:${unique(['route', ...declared.flatMap(({ verbs }) => Object.keys(verbs))])})\\s*(?:<[^()]*>)?\\(\\s*(?:['"\`](?:[/*]|['"\`])|/)`,
);

/** By module, what a file that imports it must name besides. */
const NAMES_OF = namesByModule();
const IMPORTS = new RegExp(`(['"])(${unique([...NAMES_OF.keys()].map(quote))})(?:/[^'"\\s]*)?\\1`, 'g');

function namesByModule(): ReadonlyMap<string, RegExp> {
  const found = new Map<string, string[]>();
  const add = (module: string, name: string): void => {
    found.set(module, [...(found.get(module) ?? []), name]);
  };
  for (const { module, name } of NAMES) if (module !== '') add(module, name);
  for (const { packages, decorated, handlers } of frameworks) {
    // What an object of any name registers, and what is thrown by any name, belongs to what the file imports.
    const whole = Object.keys(handlers.verbs).length > 0 || handlers.ownErrors ? packages : [];
    for (const module of [...whole, ...(decorated?.modules ?? [])]) add(module, '*');
  }
  const isNameless = (name: string): boolean => name === '*' || name === 'default';
  return new Map([...found].map(([module, names]) => [module, names.some(isNameless) ? /^/ : anyOf(names)]));
}

function importsAny(text: string): boolean {
  for (const [, , module = ''] of text.matchAll(IMPORTS)) if (NAMES_OF.get(module)?.test(text)) return true;
  return false;
}

/** True if a text has each name of an export that the framework calls. */
function isCalledIn({ exports }: RouteFile, text: string): boolean {
  return Object.keys(exports).some((name) => name.split('.').every((step) => step === '*' || text.includes(step)));
}

/** An expression for texts in which one of these stands, as whole words, or anywhere. */
function anyOf(words: readonly string[], parts: readonly string[] = []): RegExp {
  return new RegExp([`\\b(?:${unique(words)})\\b`, ...parts].join('|'));
}

function unique(sources: readonly string[]): string {
  return [...new Set(sources)].join('|');
}

/** What an expression for a whole name looks for; undefined for one that looks for a part. */
function findWhole({ source, flags }: RegExp): string | undefined {
  const name = /^\^(.*)\$$/.exec(source)?.[1];
  return flags === 'i' ? name?.replace(/\\.|[a-z]/g, inAnyCase) : name;
}

function inAnyCase(letter: string): string {
  return letter.length > 1 ? letter : `[${letter}${letter.toUpperCase()}]`;
}

function quote(name: string): string {
  return name.replace(/[.$/]/g, '\\$&');
}
