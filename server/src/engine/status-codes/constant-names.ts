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
