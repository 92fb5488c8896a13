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
