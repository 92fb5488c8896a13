import { clientErrors400To409 } from './client-error-400-409.ts';
import { clientErrors410To418 } from './client-error-410-418.ts';
import { clientErrors421To451 } from './client-error-421-451.ts';
import { informational } from './informational.ts';
import type { StatusCode } from './model.ts';
import { redirection } from './redirection.ts';
import { serverErrors } from './server-error.ts';
import { success } from './success.ts';
import { frameworkVendorCodes } from './vendor-frameworks.ts';
import { proxyVendorCodes } from './vendor-proxies.ts';

export type { StatusCode } from './model.ts';

const written: readonly StatusCode[] = [
  ...informational,
  ...success,
  ...redirection,
  ...clientErrors400To409,
  ...clientErrors410To418,
  ...clientErrors421To451,
  ...serverErrors,
  ...proxyVendorCodes,
  ...frameworkVendorCodes,
];

/** Every known code, the registered ones and those of vendors, from the smallest to the greatest. */
export const statusCodes: readonly StatusCode[] = [...written].sort((a, b) => a.code - b.code);

const byCode = new Map(statusCodes.map((status) => [status.code, status]));

/** The knowledge of a code, or undefined if nobody defines it. */
export function findStatusCode(code: number): StatusCode | undefined {
  return byCode.get(code);
}
