import { valuesOf } from '../known.ts';
import type { Response } from '../model.ts';

/** A call of one of the project's own functions that answers, as this file writes it. */
export interface HelperCall {
  /** The call before and behind its status. */
  readonly before: string;
  readonly behind: string;
  readonly returned: boolean;
}

/**
 * The function through which a file gives its answers, by an example: of its errors for an error, of its successes for
 * a success. Only calls that hold nothing but texts and the handler's own parameters can be written elsewhere.
 */
export function findHelperCall(
  responses: readonly Response[],
  text: string,
  code: number,
  known: readonly string[],
): HelperCall | undefined {
  const calls = responses.flatMap((response) => readCall(response, text, code, known) ?? []);
  const names = calls.map(({ before }) => nameOf(before));
  const usual = [...new Set(names)].sort((a, b) => count(names, b) - count(names, a))[0];
  return calls.find(({ before }) => nameOf(before) === usual);
}

function readCall(response: Response, text: string, code: number, known: readonly string[]): HelperCall | undefined {
  const [written, ...more] = response.statusSpans;
  const { span, via, placement } = response;
  if (via !== 'helper' || response.state !== 'sent' || !written || more.length > 0) return undefined;
  const isError = (valuesOf(response.status) ?? []).every((one) => one >= 400);
  if (isError !== code >= 400) return undefined;
  const before = text.slice(span.start, written.start);
  const behind = text.slice(written.end, span.end);
  const names = `${before.slice(before.indexOf('('))}${behind}`.replace(/(['"])(?:\\.|(?!\1).)*\1|\w+\s*:/g, '');
  const others = (names.match(/[A-Za-z_$][\w$]*/g) ?? []).filter((name) => !known.includes(name));
  const plain =
    others.every((name) => /^(?:true|false|null|undefined)$/.test(name)) && !/[`=]|\$\{/.test(before + behind);
  return plain ? { before, behind, returned: placement.returned } : undefined;
}

/** The statements that answer through the same call, with another status and a text of their own. */
export function writeHelperCall(
  { before, behind, returned }: HelperCall,
  status: string,
  message: string,
  end: string,
  first: number,
): readonly string[] {
  const count = { texts: first };
  const withTexts = (code: string): string =>
    code.replace(/[$}\\]/g, '\\$&').replace(/(['"])((?:(?!\1).)*)\1/g, (_all, mark: string, old: string) => {
      count.texts += 1;
      const shown = count.texts === first + 1 ? message : old;
      return `${mark}\${${count.texts}:${shown}}${mark}`;
    });
  const call = `${withTexts(before)}${status}${withTexts(behind)}`;
  return returned ? [`return ${call}${end}`] : [`${call}${end}`, `return${end}`];
}

function nameOf(before: string): string {
  return before.slice(0, before.indexOf('('));
}

function count(all: readonly string[], one: string): number {
  return all.filter((other) => other === one).length;
}
