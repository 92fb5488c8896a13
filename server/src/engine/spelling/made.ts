import type { FrameworkAdapter, Spelling } from '../adapter.ts';
import type { Response, ResponsePart, TextEdit } from '../model.ts';

/** How a call that makes a response is written. */
export interface MadeForm {
  /** The argument that holds the status: by itself, or inside an object. */
  readonly argument: number;
  readonly as: 'number' | 'init';
  /** What replaces the call up to the end of its body, so that none is sent; from its name on, or from its start. */
  readonly nothing: { readonly from: 'name' | 'start'; readonly text: string } | undefined;
}

/** `new Response(body, { status })` and calls that take the same object. */
export const responseForm: MadeForm = {
  argument: 1,
  as: 'init',
  nothing: { from: 'start', text: 'new Response(null' },
};

/**
 * Spells fixes for responses that are made by calls; `formOf` tells how the call of a name is written, and `respond` the
 * call that makes a response of a status alone.
 */
export function createMadeSpelling(
  formOf: (name: string) => MadeForm | undefined,
  respond?: (status: string) => string,
): FrameworkAdapter['spell'] {
  return (intent, response, spelling) => {
    if (intent.kind === 'send') return respond && sendStatus(response, spelling, respond);
    const part = findMaking(response);
    const form = part && formOf(part.name);
    if (!part || !form) return undefined;
    switch (intent.kind) {
      case 'removeBody':
        return removeBody(part, form);
      case 'setStatus':
        return response.parts.some(({ role }) => role === 'status')
          ? undefined
          : setStatus(spelling.status(intent.status), part, form, spelling);
      case 'addHeader':
        return addHeader(`${quoteName(intent.name, spelling)}: ${spelling.string(intent.value)}`, part, form, spelling);
      default:
        return undefined;
    }
  };
}

/** `c.status(404)` becomes a call that makes a response. */
function sendStatus(
  { parts }: Response,
  { text }: Spelling,
  respond: (status: string) => string,
): readonly TextEdit[] | undefined {
  const part = parts.find(({ role }) => role === 'status');
  const [status] = part?.argumentSpans ?? [];
  if (!part || !status) return undefined;
  const span = { start: part.nameSpan.start, end: part.span.end };
  return [{ span, text: respond(text.slice(status.start, status.end)) }];
}

function findMaking({ parts }: Response): ResponsePart | undefined {
  return parts.findLast(({ role }) => role === 'send');
}

function quoteName(name: string, spelling: Spelling): string {
  return /^[A-Za-z]+$/.test(name) ? name : spelling.string(name);
}

function removeBody(part: ResponsePart, { nothing }: MadeForm): readonly TextEdit[] | undefined {
  const [body] = part.argumentSpans;
  if (!body || !nothing) return undefined;
  const start = nothing.from === 'name' ? part.nameSpan.start : part.span.start;
  return [{ span: { start, end: body.end }, text: nothing.text }];
}

function setStatus(
  status: string,
  part: ResponsePart,
  form: MadeForm,
  spelling: Spelling,
): readonly TextEdit[] | undefined {
  if (part.argumentSpans[form.argument]) return insertProperty(`status: ${status}`, part, form, spelling);
  return appendArgument(form.as === 'init' ? `{ status: ${status} }` : status, form.argument, part);
}

function addHeader(
  field: string,
  part: ResponsePart,
  form: MadeForm,
  spelling: Spelling,
): readonly TextEdit[] | undefined {
  if (form.as === 'number') return appendArgument(`{ ${field} }`, form.argument + 1, part);
  const init = part.argumentSpans[form.argument];
  if (!init) return appendArgument(`{ headers: { ${field} } }`, form.argument, part);
  const written = spelling.text.slice(init.start, init.end);
  if (!/\bheaders\b/.test(written)) return insertProperty(`headers: { ${field} }`, part, form, spelling);
  const headers = /\bheaders: \{ ?/.exec(written);
  if (!headers || !written.startsWith('{')) return undefined;
  const at = init.start + headers.index + headers[0].length;
  return [
    {
      span: { start: at, end: at },
      text: written.startsWith('}', headers.index + headers[0].length) ? field : `${field}, `,
    },
  ];
}

function appendArgument(text: string, index: number, { argumentSpans }: ResponsePart): readonly TextEdit[] | undefined {
  const last = argumentSpans.at(-1);
  if (!last || argumentSpans.length !== index) return undefined;
  return [{ span: { start: last.end, end: last.end }, text: `, ${text}` }];
}

/** Puts a property before those of an object literal. */
function insertProperty(
  property: string,
  part: ResponsePart,
  { argument }: MadeForm,
  { text }: Spelling,
): readonly TextEdit[] | undefined {
  const span = part.argumentSpans[argument];
  const [, open, rest] = (span && /^(\{\s*)([\s\S]*)$/.exec(text.slice(span.start, span.end))) ?? [];
  if (!span || open === undefined) return undefined;
  if (rest === '}') return [{ span, text: `{ ${property} }` }];
  const at = span.start + open.length;
  return [{ span: { start: at, end: at }, text: `${property}, ` }];
}
