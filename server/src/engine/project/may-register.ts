import { frameworks } from '../registry.generated.ts';
import { saysForAll } from './read-global.ts';
import { listRouteVerbs } from './route-verbs.ts';

const MAKERS = frameworks
  .flatMap(({ handlers }) => handlers.makers)
  .map((maker) => {
    const end = maker.lastIndexOf('#');
    const [module, name] = [maker.slice(0, end), maker.slice(end + 1)];
    // A default export is called as its package is, by nearly everybody.
    return {
      module,
      name: name === '*' || name === 'default' ? module.replace(/^.*\//, '').replace(/^.*-/, '') : name,
    };
  });
const IMPORTS = new RegExp(`(['"])(?:${unique(MAKERS.map(({ module }) => module))})(?:/[^'"\\s]*)?\\1`);
const MAKES = new RegExp(`\\b(?:${unique(MAKERS.map(({ name }) => name))})\\s*(?:<[^()]*>)?\\(`, 'i');
/** Where a file is given what it registers on, or has it from another file. */
const IS_GIVEN =
  /\b(?:express|fastify|koa|hono|elysia|hapi)\b|\bRouter\b|\b(?:app|router|server|fastify|instance)\b\s*[,):]/;
/**
 * A method that registers, on something with a usual name, on what a call gave, or on a field. A test for names alone: what
 * is behind them shows when the file is parsed.
 */
const REGISTERS = new RegExp(
  `(?:app|router|routes?|server|api|fastify|instance|express|koa|hono|\\))\\s*\\.\\s*(?:${unique([...listRouteVerbs(frameworks).all])})\\s*(?:<[^()]*>)?\\(`,
  'i',
);
/** A function that is assigned to a property of what is called as responses are, or what a call with it gave. */
const HANGS =
  /\b(ctx|context|res|response|reply)\.(?!on[a-z]|body\b|status|type\b)\w+\s*=\s*(?:async\s+)?(?:function\b|\w+\s*=>|\([^()]*\)\s*=>|[\w.]+\(\s*\1\b)/;

/**
 * Tells from its text alone whether a file may register something that others want to know: it costs far less than to
 * parse it.
 */
export function mayRegister(text: string): boolean {
  if (HANGS.test(text) || saysForAll(text, frameworks)) return true;
  if (IMPORTS.test(text)) return MAKES.test(text) || REGISTERS.test(text);
  return IS_GIVEN.test(text) && REGISTERS.test(text);
}

function unique(names: readonly string[]): string {
  return [...new Set(names)].map((name) => name.replace(/[.$/]/g, '\\$&')).join('|');
}
