import type { ResponseMethod } from './adapter.ts';

/**
 * How the Fetch standard's `Response` is made. Every framework that takes such responses shares this declaration.
 * Measured with Node's own: see the conformance tests.
 */
export const webResponse: Readonly<Record<string, ResponseMethod>> = {
  '#Response': { role: 'make', body: 0, init: 1, refuses: 'all but null' },
  '#Response.json': { role: 'make', body: 0, init: 1, refuses: 'any body' },
  '#Response.redirect': { role: 'make', header: 'Location', status: { argument: 1, otherwise: 302 } },
};
