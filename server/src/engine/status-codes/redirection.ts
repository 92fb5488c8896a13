import type { StatusCode } from './model.ts';
import { redirection300To303 } from './redirection-300-303.ts';
import { redirection304To308 } from './redirection-304-308.ts';

/** The codes of redirection, kept in two files so that each stays readable. */
export const redirection: readonly StatusCode[] = [...redirection300To303, ...redirection304To308];
