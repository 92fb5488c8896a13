import { findOtherNames } from './constant-names.ts';
import { findStatusCode } from './index.ts';

/**
 * Words by which people look for a code, besides its name and its other names. The first letters of each are compared
 * with what is typed, and editors look at the first 128 characters of all that belongs to an entry, so these are few.
 */
const WORDS: Readonly<Record<number, string>> = {
  200: 'success fine data',
  201: 'new made inserted saved',
  202: 'queued job later async background',
  204: 'empty deleted nothing',
  206: 'range part',
  301: 'permanent redirect',
  302: 'temporary redirect',
  303: 'redirect after post',
  304: 'cached etag unchanged',
  307: 'temporary redirect keep method',
  308: 'permanent redirect keep method',
  400: 'invalid malformed validation missing field',
  401: 'login logged token unauthenticated credentials password',
  403: 'permission role denied not allowed',
  404: 'missing unknown absent',
  405: 'wrong method',
  408: 'slow client',
  409: 'taken duplicate exists already in use',
  410: 'deleted for good',
  412: 'version etag if-match',
  413: 'payload body size limit',
  415: 'wrong content type format',
  422: 'validation semantic makes no sense',
  423: 'lock',
  428: 'needs if-match',
  429: 'rate limit throttle slow down quota',
  451: 'legal censored blocked',
  500: 'unexpected failure crash bug exception',
  501: 'todo unsupported',
  502: 'upstream failed proxy',
  503: 'down maintenance overload busy',
  504: 'upstream slow proxy timed out',
};

/** Words by which people look for a code, besides its names. */
export function findSearchWords(code: number): string {
  return WORDS[code] ?? '';
}

/** All by which a code can be found: its number, its names, then other words. */
export function listSearchWords(code: number): string {
  const known = findStatusCode(code);
  const names = [known?.reasonPhrase ?? '', ...findOtherNames(code)].filter((name) => name !== '');
  return [String(code), ...names, WORDS[code] ?? known?.vendor ?? ''].join(' ').trim();
}
