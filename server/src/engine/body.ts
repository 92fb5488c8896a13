import { every } from './known.ts';
import type { Body, Response, Span } from './model.ts';

/** True for a body that the framework would put on the wire: `null`, `undefined` and `''` lose nothing when they are dropped. */
export function hasContent(body: Body): boolean {
  if (body.kind === 'none' || body.kind === 'empty') return false;
  if (body.kind === 'opaque') return body.mayBeEmpty !== true;
  if (body.kind === 'literal') return body.value !== null && body.value !== '';
  return !(body.kind === 'text' && body.text === '');
}

/** `{ statusCode: 404 }` that a handler gives back as its body, while the real status is a success. */
export function findStatusInReturned(response: Response): { readonly code: number; readonly span: Span } | undefined {
  const { via, body, status, state } = response;
  if (via !== 'return' || state !== 'sent' || body.kind !== 'object') return undefined;
  if (!every(status, (code) => code < 300)) return undefined;
  const told = findNumber(body, 'statusCode') ?? findNumber(body, 'status');
  return told && told.code >= 300 && told.code < 600 ? told : undefined;
}

function findNumber(body: Extract<Body, { kind: 'object' }>, name: string): { code: number; span: Span } | undefined {
  const property = body.properties.find((one) => one.name === name);
  return property?.value.kind === 'literal' && typeof property.value.value === 'number'
    ? { code: property.value.value, span: property.valueSpan }
    : undefined;
}
