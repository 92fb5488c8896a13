import { findStatusCode } from './status-codes/index.ts';

/** A code as people say it: `404 Not Found`; a code that nobody defines stands alone. */
export function formatStatus(code: number): string {
  const known = findStatusCode(code);
  return known ? `${code} ${known.reasonPhrase}` : String(code);
}
