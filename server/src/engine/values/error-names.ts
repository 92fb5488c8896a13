import { findCodeOfConstant, nameConstantLike } from '../status-codes/constant-names.ts';

/** What @hapi/boom calls its errors where that is not the reason phrase. */
const BOOM: Readonly<Record<number, string>> = {
  407: 'proxyAuthRequired',
  408: 'clientTimeout',
  410: 'resourceGone',
  413: 'entityTooLarge',
  422: 'badData',
  500: 'internal',
  503: 'serverUnavailable',
};

const NEST = new Set([400, 401, 403, 404, 405, 406, 408, 409, 410, 412, 415, 422, 500, 501, 502, 503, 504]);
const ROUTING_CONTROLLERS = new Set([400, 401, 403, 404, 405, 406, 422]);
const LONGEST_AFFIX = 12;

/** A name as what stands before, in and behind the words that tell a code: `Http`, `BadRequest`, `Error`. */
interface NameParts {
  readonly before: string;
  readonly words: string;
  readonly behind: string;
}

/** Finds the words of a name that tell `code`, whatever stands around them. */
function findParts(name: string, code: number): NameParts | undefined {
  for (let start = 0; start <= Math.min(LONGEST_AFFIX, name.length); start++) {
    for (let end = name.length; end >= Math.max(start + 3, name.length - LONGEST_AFFIX); end--) {
      const words = name.slice(start, end);
      const apart = isBorder(name, start) && isBorder(name, end);
      if (apart && findCodeOfConstant(words.replace(/([a-z])(?=[A-Z])/g, '$1_')) === code)
        return { before: name.slice(0, start), words, behind: name.slice(end) };
    }
  }
  return undefined;
}

/** True if a word of a name may begin or end at an offset. */
function isBorder(name: string, at: number): boolean {
  return at === 0 || at === name.length || /[A-Z_]/.test(name[at] ?? '') || name[at - 1] === '_';
}

/** What projects call errors of a code in words that are not its reason phrase. */
const OTHER_WORDS: Readonly<Record<number, RegExp>> = {
  401: /authentication|unauthenticated|not_?authenticated|un_?authorised/i,
  403: /authori[sz]ation|permission|access_?denied/i,
  409: /duplicate|already_?exists/i,
  429: /rate_?limit|throttl/i,
  500: /internal|server_?error/i,
};

/** True if a name tells a code, among other words: `ConflictError`, `sendConflict`, `HttpConflictException`. */
export function tellsCode(name: string, code: number): boolean {
  return findParts(name, code) !== undefined || (OTHER_WORDS[code]?.test(name) ?? false);
}

/** A name for `code` after the example of one for `present`: `ConflictError` beside `BadRequestError`. */
export function nameBeside(name: string, present: number, code: number): string | undefined {
  const parts = findParts(name, present);
  const words = parts && nameConstantLike(parts.words, code);
  return words === undefined ? undefined : parts?.before + words + parts?.behind;
}

/** What a library calls the error of a code, where `name` is its error of the code `present`. */
export function nameLibraryError(module: string, name: string, present: number, code: number): string | undefined {
  if (code < 400 || code > 504) return undefined;
  if (module === '@hapi/boom' || module === 'boom') return BOOM[code] ?? nameConstantLike('notFound', code);
  if (module === 'http-errors') return nameConstantLike('NotFound', code);
  const words = nameConstantLike('NotFound', code);
  if (module === '@nestjs/common') return NEST.has(code) && words ? `${words}Exception` : undefined;
  if (module !== 'routing-controllers') return undefined;
  if (code === 500) return 'InternalServerError';
  return ROUTING_CONTROLLERS.has(code) && tellsCode(name, present) && words ? `${words}Error` : undefined;
}
