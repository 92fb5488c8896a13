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

/** Names for the registered codes whose data file has no entry for them yet; a real entry takes their place. */
const NAMES: readonly (readonly [number, string])[] = [
  [500, 'Internal Server Error'],
  [501, 'Not Implemented'],
  [502, 'Bad Gateway'],
  [503, 'Service Unavailable'],
  [504, 'Gateway Timeout'],
  [505, 'HTTP Version Not Supported'],
  [506, 'Variant Also Negotiates'],
  [507, 'Insufficient Storage'],
  [508, 'Loop Detected'],
  [510, 'Not Extended'],
  [511, 'Network Authentication Required'],
];

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

const unwritten = NAMES.filter(([code]) => !written.some((status) => status.code === code)).map(
  ([code, reasonPhrase]): StatusCode => ({
    code,
    reasonPhrase,
    class: 'server error',
    registration: 'registered',
    summary: '',
    useWhen: [],
    notWhen: [],
    confusedWith: [],
    fields: [],
    retry: '',
    cache: '',
    bodyless: false,
    example: '',
  }),
);

/** Every known code, the registered ones and those of vendors, from the smallest to the greatest. */
export const statusCodes: readonly StatusCode[] = [...written, ...unwritten].sort((a, b) => a.code - b.code);

const byCode = new Map(statusCodes.map((status) => [status.code, status]));

/** The knowledge of a code, or undefined if nobody defines it. */
export function findStatusCode(code: number): StatusCode | undefined {
  return byCode.get(code);
}
