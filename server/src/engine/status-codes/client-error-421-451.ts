import { clientErrors421To426 } from './client-error-421-426.ts';
import { clientErrors428To451 } from './client-error-428-451.ts';
import type { StatusCode } from './model.ts';

/** The client errors from 421 to 451, kept in two files so that each stays readable. */
export const clientErrors421To451: readonly StatusCode[] = [...clientErrors421To426, ...clientErrors428To451];
