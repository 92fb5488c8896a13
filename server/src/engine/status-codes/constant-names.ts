import { statusCodes } from './index.ts';

/**
 * The names that packages give to codes, where they differ from the reason phrase in our table: those of older RFCs and
 * drafts, and those that a package made up. Words are separated by blanks; case and separators do not matter.
 */
const OTHER_NAMES: Readonly<Record<number, readonly string[]>> = {
  103: ['Checkpoint'],
  210: ['Content Different'],
  300: ['Ambiguous'],
  302: ['Moved Temporarily'],
  306: ['Switch Proxy', 'Unused'],
  408: ['Request Time Out'],
  413: ['Payload Too Large', 'Request Entity Too Large', 'Request Too Long'],
  414: ['Request URI Too Long', 'Request URI Too Large'],
  416: ['Requested Range Not Satisfiable'],
  418: ['Im A Teapot', 'I Am A Teapot', 'Teapot'],
  419: ['Insufficient Space On Resource'],
  420: ['Method Failure'],
  421: ['Misdirected'],
  422: ['Unprocessable Entity'],
  425: ['Unordered Collection'],
  451: ['Redirect'],
  456: ['Unrecoverable Error'],
  499: ['Token Required'],
  504: ['Gateway Time Out'],
  520: ['Unknown Error', 'Web Server Returns An Unknown Error'],
  524: ['Timeout Occurred'],
  530: ['Site Is Frozen'],
};

const PREFIX = /^(?:HTTP_?STATUS_?|HTTP_?|SC_|STATUS_)/i;

const codes = collectCodes();

function collectCodes(): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [code, names] of Object.entries(OTHER_NAMES)) {
    for (const name of names) found.set(reduceName(name), Number(code));
  }
  // A vendor may use the phrase of a registered code again, as AWS does with Unauthorized: the registered one wins.
  const vendorsLast = [...statusCodes].sort(
    (a, b) => Number(a.registration === 'vendor') - Number(b.registration === 'vendor'),
  );
  for (const { code, reasonPhrase, registration } of vendorsLast) {
    const name = reduceName(reasonPhrase);
    if (registration !== 'unused' && !found.has(name)) found.set(name, code);
  }
  return found;
}

/** What all spellings of a name have in common: `NOT_FOUND`, `NotFound` and `Not Found` become `NOTFOUND`. */
function reduceName(name: string): string {
  return name.replace(/[^A-Za-z]+/g, '').toUpperCase();
}

/** The names that a code has in packages besides its reason phrase. */
export function findOtherNames(code: number): readonly string[] {
  return OTHER_NAMES[code] ?? [];
}

/**
 * The code that a constant of a status package stands for: `NOT_FOUND`, `NotFound`, `HTTP_STATUS_NOT_FOUND`,
 * `SC_NOT_FOUND`, `NOT_FOUND_404` and `HTTP_404_NOT_FOUND` are all 404. Undefined for a name that stands for no code,
 * and for one whose number is that of another code.
 */
export function findCodeOfConstant(name: string): number | undefined {
  const code = codes.get(reduceName(name)) ?? codes.get(reduceName(name.replace(PREFIX, '')));
  const numbers = name.match(/\d+/g) ?? [];
  return numbers.every((number) => Number(number) === code) ? code : undefined;
}

/** Codes to which every package that was read gives the name of the reason phrase, or the older one of RFC 7231. */
const NAMED_ALIKE = new Set([
  ...[200, 201, 202, 203, 204, 205, 206, 207, 301, 303, 304, 307, 308],
  ...[400, 401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 411, 412, 415, 417, 422, 423, 424, 428, 429],
  ...[500, 501, 502, 503, 504, 505],
]);

/**
 * The name that a package which names `like` so gives to a code: `CONFLICT` beside `NOT_FOUND`, `Conflict` beside
 * `NotFound`, `HTTP_STATUS_CONFLICT` beside `HTTP_STATUS_NOT_FOUND`. Undefined for codes whose names differ between
 * packages.
 */
export function nameConstantLike(like: string, code: number): string | undefined {
  if (!NAMED_ALIKE.has(code)) return undefined;
  const phrase = code === 422 ? 'Unprocessable Entity' : statusCodes.find((one) => one.code === code)?.reasonPhrase;
  const words = phrase?.match(/[A-Za-z]+/g) ?? [];
  const prefix = /^HTTP_STATUS_/.exec(like)?.[0] ?? '';
  const rest = like.slice(prefix.length);
  if (/^[A-Z][A-Z_]*$/.test(rest)) return prefix + words.join('_').toUpperCase();
  const joined = words.map((word) => word[0]?.toUpperCase() + word.slice(1).toLowerCase()).join('');
  if (/^[A-Z][A-Za-z]*$/.test(rest)) return prefix + joined;
  return /^[a-z][A-Za-z]*$/.test(like) ? joined[0]?.toLowerCase() + joined.slice(1) : undefined;
}
