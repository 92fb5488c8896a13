import type { StatusCode } from './model.ts';

export const serverErrors: readonly StatusCode[] = [];
