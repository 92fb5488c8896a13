import type { StatusCode } from './model.ts';

export const frameworkVendorCodes: readonly StatusCode[] = [];
