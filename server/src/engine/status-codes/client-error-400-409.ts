import { clientErrors400To404 } from './client-error-400-404.ts';
import { clientErrors405To409 } from './client-error-405-409.ts';
import type { StatusCode } from './model.ts';

/** The client errors from 400 to 409, kept in two files so that each stays readable. */
export const clientErrors400To409: readonly StatusCode[] = [...clientErrors400To404, ...clientErrors405To409];
