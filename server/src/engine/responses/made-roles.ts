import type { ContextParts } from '../adapter.ts';
import { isIdentifier, type ParameterDeclaration } from '../syntax/parser.ts';
import type { Place, Roles } from './handler-function.ts';

/** Of a function that answers by what it throws or gives back, without a response object. */
export const NOBODY: Roles = {
  response: undefined,
  request: undefined,
  next: undefined,
  error: undefined,
  helper: true,
};

/** A function whose answer is what it gives back: of its parameters only the request matters. */
export function rolesWithoutResponse(
  parameters: readonly ParameterDeclaration[],
  letters: string | undefined,
  mayBeHelper: boolean,
): Roles {
  const named = parameters.findIndex(({ name }) => isIdentifier(name) && /^_?(?:req(?:uest)?|event)$/i.test(name.text));
  const usual = letters?.indexOf('q') ?? -1;
  const parameter = parameters[named >= 0 ? named : usual];
  return { ...NOBODY, request: parameter && { parameter, path: [] }, helper: mayBeHelper && parameter === undefined };
}

/** A context that holds the error too, which an error handler is given. */
export function rolesOfErrorContext(
  [parameter]: readonly ParameterDeclaration[],
  { request, error }: ContextParts,
): Roles | undefined {
  if (!parameter || !error) return undefined;
  const at = (path: readonly string[]): Place => ({ parameter, path });
  return { response: at([]), request: at(request), next: undefined, error: at(error), helper: false };
}

/** A context is both request and response. */
export function rolesOfContext(
  parameters: readonly ParameterDeclaration[],
  index: number,
  request: readonly string[],
  letters: string | undefined,
): Roles | undefined {
  const parameter = parameters[index];
  if (!parameter) return undefined;
  const at = (letter: string): Place | undefined => {
    const found = parameters[letters?.indexOf(letter) ?? -1];
    return found && found !== parameter ? { parameter: found, path: [] } : undefined;
  };
  return {
    response: { parameter, path: [] },
    request: { parameter, path: request },
    next: at('n'),
    error: at('e'),
    helper: index > 0 && at('e') === undefined,
  };
}
