import type { DeclaredStatuses } from './model.ts';

/**
 * True if a declaration that was meant to be whole lacks a status. One of errors alone was not, and an unexpected failure
 * is no part of most contracts.
 */
export function lacksStatus(declared: DeclaredStatuses | undefined, code: number): boolean {
  return (
    declared !== undefined &&
    code < 500 &&
    !declared.statuses.includes(code) &&
    declared.statuses.some((one) => one < 400)
  );
}
