import { every, theOne } from '../known.ts';
import type { BodyProperty, Response } from '../model.ts';
import { findStatusCode } from '../status-codes/index.ts';
import { quote } from './style.ts';
import type { Writing } from './writing.ts';

/** Names under which bodies tell people what went wrong. */
const TELLS = /^(?:error|message|msg|detail|title|reason)$/;

/** What an error answer with `code` says in words: no more than its reason phrase, which anybody may know. */
export function tellInWords(code: number): string {
  return findStatusCode(code)?.reasonPhrase ?? 'Error';
}

/** The body of an error answer as the file writes it: with the members that most of its error bodies have. */
export function writeErrorBody(code: number, { responses, style }: Pick<Writing, 'responses' | 'style'>): string {
  const words = quote(tellInWords(code), style);
  const shapes = responses.flatMap((response) => readShape(response) ?? []);
  const names = shapes.map(({ key }) => key);
  const usual = [...new Set(names)].sort((a, b) => count(names, b) - count(names, a))[0];
  const model = shapes.find(({ key }) => key === usual);
  if (!model) return `{ error: ${words} }`;
  const members = model.properties.flatMap(({ name, value }) => {
    if (value.kind !== 'literal') return [];
    if (typeof value.value === 'boolean') return [`${name}: ${value.value}`];
    if (typeof value.value === 'number') return [`${name}: ${code}`];
    return [`${name}: ${words}`];
  });
  return `{ ${members.join(', ')} }`;
}

interface Shape {
  readonly key: string;
  readonly properties: readonly BodyProperty[];
}

/** An error body of which every member can be written for another error: one text, flags and the status itself. */
function readShape({ status, state, body }: Response): Shape | undefined {
  if (state !== 'sent' || body.kind !== 'object' || body.open) return undefined;
  const code = theOne(status);
  if (!every(status, (one) => one >= 400) || code === undefined) return undefined;
  const texts = body.properties.filter(({ name, value }) => TELLS.test(name) && value.kind === 'literal');
  const others = body.properties.filter((one) => !texts.includes(one));
  const plain = others.every(
    ({ name, value }) =>
      /^[A-Za-z_$][\w$]*$/.test(name) &&
      value.kind === 'literal' &&
      (typeof value.value === 'boolean' || value.value === code),
  );
  const [text, ...more] = texts;
  if (!text || more.length > 0 || !plain || text.value.kind !== 'literal' || typeof text.value.value !== 'string')
    return undefined;
  return { key: body.properties.map(({ name }) => name).join(), properties: body.properties };
}

function count(all: readonly string[], one: string): number {
  return all.filter((other) => other === one).length;
}
