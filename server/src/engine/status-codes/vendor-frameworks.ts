import type { StatusCode } from './model.ts';
import { serviceCodes } from './vendor-services.ts';
import { softwareCodes } from './vendor-software.ts';

/** The codes of frameworks, servers and online services, from the smallest to the greatest. */
export const frameworkVendorCodes: readonly StatusCode[] = [...serviceCodes, ...softwareCodes].sort(
  (a, b) => a.code - b.code,
);
