import type { StatusCode } from './model.ts';
import { serverErrors500To504 } from './server-error-500-504.ts';
import { serverErrors505To511 } from './server-error-505-511.ts';

/** All server errors. */
export const serverErrors: readonly StatusCode[] = [...serverErrors500To504, ...serverErrors505To511];
