import type { Path } from '../flow/path.ts';
import { every, one, valuesOf } from '../known.ts';
import type { Body, HeaderField } from '../model.ts';
import type { Answering } from './draft.ts';
import type { ResponseState, Settled, SettledBody, SettledPlace, WrittenStatus } from './state.ts';

/** How a body is set: the call or assignment, what it is, and how it is given. */
export type SetBody = Pick<SettledBody, 'node' | 'body' | 'from'> & Partial<Pick<SettledPlace, 'via' | 'helper'>>;

/** Statuses that never carry a body; a body of nothing leaves them as they are. */
const EMPTY: ReadonlySet<number> = new Set([204, 205, 304]);

type Place = Pick<SettledPlace, 'node'> & Partial<Pick<SettledPlace, 'via' | 'helper'>>;

function placeOf({ node, via = 'response', helper }: Place, { frames, catches }: Path<ResponseState>): SettledPlace {
  return { node, frames, catches, via, helper };
}

/** The state after a status was set on the context. */
export function settleStatus(path: Path<ResponseState>, place: Place, status: WrittenStatus): ResponseState {
  const statusAt = placeOf(place, path);
  return change(path.state, (held) => ({ ...held, status, statusAt }));
}

/** The state after a redirection was set: it keeps a status that redirects already. */
export function settleRedirect(path: Path<ResponseState>, set: SetBody, status: WrittenStatus): ResponseState {
  const place = placeOf(set, path);
  const body: SettledBody = { ...place, body: set.body, from: set.from };
  return change(path.state, (held) =>
    held.status && every(held.status.value, (code) => code >= 300 && code < 400)
      ? { ...held, body }
      : { ...held, body, status, statusAt: place },
  );
}

/** The state after a body was set. A body of nothing turns every status into 204, but those that never carry one. */
export function settleBody(path: Path<ResponseState>, set: SetBody): ResponseState {
  const place = placeOf(set, path);
  const body: SettledBody = { ...place, body: set.body, from: set.from };
  if (!isNothing(set.body)) return change(path.state, (held) => ({ ...held, body }));
  return change(path.state, (held) => {
    if (valuesOf(held.status?.value ?? one(0))?.every((code) => EMPTY.has(code))) return { ...held, body };
    const status: WrittenStatus = {
      value: one(204),
      symbolic: { kind: 'literal', value: 204 },
      values: [],
      writers: [set.node],
    };
    return { ...held, body, status, statusAt: place };
  });
}

function isNothing(body: Body): boolean {
  return (body.kind === 'literal' && body.value === null) || (body.kind === 'empty' && body.span !== undefined);
}

/** The state after a header field was set. */
export function settleHeader(state: ResponseState, headers: readonly HeaderField[]): ResponseState {
  return headers.length === 0 ? state : change(state, (held) => ({ ...held, headers: [...held.headers, ...headers] }));
}

function change(state: ResponseState, how: (held: Settled) => Settled): ResponseState {
  return { ...state, settled: state.settled.map(how) };
}

/** An answer that a context gives at the end, and the way that led to it. */
export interface SettledAnswer {
  readonly answering: Answering;
  readonly path: Path<ResponseState>;
}

/**
 * What is sent when a path ends. An answer stands where its status is written, or where its body is set if that is deeper
 * in the conditions: there it is decided.
 */
export function listSettled(path: Path<ResponseState>): readonly SettledAnswer[] {
  return path.state.settled.flatMap(({ status, statusAt, body, headers }) => {
    const at = statusAt && (!body || body.frames.length <= statusAt.frames.length) ? statusAt : (body ?? statusAt);
    if (!at) return [];
    const { node, frames, catches, via, helper } = at;
    const pieces = [statusAt?.node, body?.node].filter((piece) => piece !== undefined);
    const answering: Answering = {
      node,
      sent: true,
      via,
      helper,
      body: body?.body ?? { kind: 'none' },
      from: body?.from,
      pieces,
    };
    return [{ answering, path: { ...path, frames, catches, state: { ...path.state, status, headers } } }];
  });
}
