import type { StatusCode } from './model.ts';
import { success200To204 } from './success-200-204.ts';
import { success205To226 } from './success-205-226.ts';

/** The codes of success, kept in two files so that each stays readable. */
export const success: readonly StatusCode[] = [...success200To204, ...success205To226];
