import type { Body } from './model.ts';

/** True for a body that the framework would put on the wire: `null`, `undefined` and `''` lose nothing when they are dropped. */
export function hasContent(body: Body): boolean {
  if (body.kind === 'none' || body.kind === 'empty') return false;
  if (body.kind === 'opaque') return body.mayBeEmpty !== true;
  if (body.kind === 'literal') return body.value !== null && body.value !== '';
  return !(body.kind === 'text' && body.text === '');
}
