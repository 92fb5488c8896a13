import type { HandlerDeclaration, ResponseMethod } from './adapter.ts';

/**
 * How the Fetch standard's `Response` is made. Every framework that takes such responses shares this declaration.
 * Measured with Node's own: see the conformance tests.
 */
export const webResponse: Readonly<Record<string, ResponseMethod>> = {
  '#Response': { role: 'make', body: 0, init: 1, refuses: 'all but null' },
  '#Response.json': { role: 'make', body: 0, init: 1, refuses: 'any body' },
  '#Response.redirect': { role: 'make', header: 'Location', status: { argument: 1, otherwise: 302 } },
};

/**
 * What comes of a status that is written for a `Response`: what can be read as a number of its range is taken, anything
 * else throws, which the platforms that call a handler directly answer with 500.
 */
export const webStatus: Pick<HandlerDeclaration, 'range' | 'answerTo'> = {
  range: [200, 599],
  answerTo: (written) => {
    // Left out, or undefined: 200.
    const code = written === undefined ? 200 : Math.trunc(Number(written));
    return code >= 200 && code <= 599 ? code : 500;
  },
};
