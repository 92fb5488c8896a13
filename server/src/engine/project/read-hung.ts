import type { FrameworkAdapter } from '../adapter.ts';
import type { HungMethod } from '../routes/model.ts';
import type { FileView } from '../syntax/file-view.ts';
import { isCallExpression, isIdentifier, type Statement } from '../syntax/parser.ts';
import { findDeclaration } from '../syntax/scope.ts';
import { accessedName, isFunctionValue, stringOf, unwrap } from '../syntax/tree.ts';
import { readValue } from '../values/read.ts';

/** How most people call a response. */
const RESPONSE_NAMES = /^_?res(?:p|ponse)?$/i;

/**
 * Reads the methods that a statement of a file hangs on what may be responses: functions, or what functions give, that are assigned to a
 * property of a parameter. Whether they answer shows when they are read where they are called.
 */
export function readHung(
  file: FileView,
  statement: Statement,
  adapters: readonly FrameworkAdapter[],
): readonly HungMethod[] {
  const hung: HungMethod[] = [];
  const isOwn = (name: string): boolean => adapters.some(({ properties }) => Object.hasOwn(properties, name));
  for (const [name, assigned] of file.assigned(statement).properties) {
    const couldBe = RESPONSE_NAMES.test(name) || adapters.some(({ handlers }) => handlers.responseNames?.test(name));
    if (!couldBe) continue;
    for (const { object, property, value } of assigned) {
      const given = unwrap(value);
      const gives = isCallExpression(given) && given.arguments.some((one) => isIdentifier(one) && one.text === name);
      if (isOwn(property) || !(isFunctionValue(given) || gives)) continue;
      if (findDeclaration(file.scopes, object)?.kind !== 'parameter') continue;
      hung.push({ name: property, value: readValue(value, file) });
    }
  }
  const hangers = adapters.flatMap(({ handlers }) => handlers.hangers ?? []);
  for (const call of file.callsAround(statement)) {
    const [name, given] = call.arguments;
    const own = stringOf(name);
    if (own !== undefined && given && hangers.includes(accessedName(unwrap(call.expression)) ?? ''))
      hung.push({ name: own, value: readValue(given, file) });
  }
  return hung;
}
