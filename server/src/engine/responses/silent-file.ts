/** Tests answer wrongly on purpose, and declarations, mocks and built files answer nobody: no rule speaks there. */
const NO_SERVER =
  /(?:^|\/)(?:__tests__|__mocks__|tests?|specs?|mocks?|fixtures?|e2e|cypress|dist|dev-dist|\.next|node_modules)\/|\.(?:test|spec|mock|stories|e2e)\.\w+$|\.d\.\w+$|\.min\.\w+$|(?:^|[/._-])(?:sw|service-?worker|workbox-[\w.-]+)\.\w+$/i;

/**
 * True for a file in which no rule speaks.
 * @param path inside of the folder that is worked in: a project below a folder `test` is none
 */
export function isSilentFile(path: string): boolean {
  return NO_SERVER.test(path);
}

/** True for a text that tells other files nothing that is worth its reading: data, or a bundle. */
export function isBuilt(text: string): boolean {
  return text.length > MAX_LENGTH || isMinified(text);
}

/** In UTF-16 code units; some ten thousand lines. */
const MAX_LENGTH = 500_000;

/**
 * True for a text that no person has written: a bundle whose line breaks were taken out, whatever its file is called.
 * Nothing is found there, and it is slow to read.
 */
export function isMinified(text: string): boolean {
  if (text.length < 20_000) return false;
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0 && lines <= FEW_LINES; at = text.indexOf('\n', at + 1)) lines += 1;
  if (lines > FEW_LINES) return false;
  // A long text in quotes is data: code is full of calls.
  const enough = text.length / CHARACTERS_PER_CALL;
  let calls = 0;
  for (let at = text.indexOf('('); at >= 0 && calls < enough; at = text.indexOf('(', at + 1)) calls += 1;
  return calls >= enough;
}

const CHARACTERS_PER_CALL = 500;

/** Code of twenty thousand characters has some hundreds of lines; a large constant has code around it. */
const FEW_LINES = 20;
