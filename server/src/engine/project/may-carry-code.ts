/** A code of the project's own in an object, or as what a parameter of that name is if nobody gives it. */
const CODE = /\b(?:code|err_?code|errno|ret|resultCode|statusCode)\b['"]?\s*(?::|=(?!=))\s*(?![2-5]\d\d\b)-?\d/i;

/** Tells from its text alone whether the answers of a file may carry such a code. */
export function mayCarryCode(text: string): boolean {
  return CODE.test(text);
}
