import type { StatusCode } from './model.ts';

export const proxyVendorCodes: readonly StatusCode[] = [];
