import type { StatusCode } from './model.ts';
import { awsCodes } from './vendor-aws.ts';
import { cloudflareCodes } from './vendor-cloudflare.ts';
import { nginxCodes } from './vendor-nginx.ts';

/** The codes that proxies and load balancers add, from the smallest to the greatest. */
export const proxyVendorCodes: readonly StatusCode[] = [...nginxCodes, ...awsCodes, ...cloudflareCodes].sort(
  (a, b) => a.code - b.code,
);
