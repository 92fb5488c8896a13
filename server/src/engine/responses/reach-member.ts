import { isIdentifier, isObjectBindingPattern } from '../syntax/parser.ts';
import { nameOf } from '../syntax/tree.ts';
import type { HandlerFunction } from './handler-function.ts';

/** How the handler reaches a member of its response: `context.status`, or `status` where it takes the response apart. */
export function createReach({ response }: HandlerFunction): (member: string) => string | undefined {
  const name = response?.path.length === 0 ? response.parameter.name : undefined;
  return (member) => {
    if (!name) return undefined;
    if (isIdentifier(name)) return `${name.text}.${member}`;
    if (!isObjectBindingPattern(name)) return undefined;
    const taken = name.elements.find((one) => nameOf(one.propertyName ?? one.name) === member);
    return taken && isIdentifier(taken.name) ? taken.name.text : undefined;
  };
}
