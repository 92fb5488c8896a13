import { one } from '../known.ts';
import type { Response } from '../model.ts';
import { defaultPolicy, type Policy } from '../policy.ts';
import type { PositionKind } from '../positions/model.ts';
import { listFitting } from '../scenarios/fitting.ts';
import { type InferredScenario, inferScenario } from '../scenarios/infer.ts';
import { type StatusCode, statusCodes } from '../status-codes/index.ts';

/** The successes of each method, the usual one first. */
const SUCCESSES: Readonly<Record<string, readonly number[]>> = {
  GET: [200, 206, 304],
  HEAD: [200, 204, 304],
  POST: [201, 200, 202, 204, 303],
  PUT: [200, 204, 201],
  PATCH: [200, 204],
  DELETE: [204, 200, 202],
};
const ANY_SUCCESS: readonly number[] = [200, 201, 202, 204];
const CLIENT_ERRORS: readonly number[] = [400, 401, 403, 404, 409, 422, 429];
const SERVER_ERRORS: readonly number[] = [500, 502, 503, 504];

/** Codes in the order in which they are likely to be meant, and why the first are. */
export interface RankedCodes {
  readonly codes: readonly StatusCode[];
  readonly inferred: InferredScenario | undefined;
  /** Those that fit why the branch runs, in a team of this policy. */
  readonly fits: readonly number[];
}

/** Ranks every code for a place: those that fit why the branch runs, those of the method, then the rest by number. */
export function rankCodes(
  kind: PositionKind,
  response: Response | undefined,
  policy: Policy = defaultPolicy,
): RankedCodes {
  const inferred = response && inferReason(response);
  const fits = inferred ? listFitting(inferred.scenario, policy) : [];
  // What fits for others comes behind what the team has chosen.
  const first = [...fits, ...(inferred?.scenario.fits ?? []), ...listUsual(kind, response)];
  const places = new Map([...new Set(first)].map((code, index) => [code, index]));
  const place = ({ code, registration }: StatusCode): number => {
    const usual = places.get(code);
    if (usual !== undefined) return usual;
    // Interim responses are sent by the server itself.
    if (registration !== 'registered') return 3000 + code;
    return (code < 200 ? 2000 : 1000) + code;
  };
  return { codes: [...statusCodes].sort((a, b) => place(a) - place(b)), inferred, fits };
}

/** The reason for an answer whose status is still open: as that of a success, else as that of an error. */
function inferReason(response: Response): InferredScenario | undefined {
  return (
    inferScenario(response) ?? (tellsError(response) ? inferScenario({ ...response, status: one(400) }) : undefined)
  );
}

function tellsError({ body }: Response): boolean {
  return body.kind === 'object' && body.properties.some(({ name }) => /^(?:error|errors|err|message)$/.test(name));
}

function listUsual(kind: PositionKind, response: Response | undefined): readonly number[] {
  if (!response)
    return kind === 'member'
      ? [...CLIENT_ERRORS, ...SERVER_ERRORS]
      : [...ANY_SUCCESS, ...CLIENT_ERRORS, ...SERVER_ERRORS];
  const successes = SUCCESSES[response.handler.method ?? ''] ?? ANY_SUCCESS;
  if (response.inCatch || response.handler.handlesErrors) return [...SERVER_ERRORS, ...CLIENT_ERRORS, ...successes];
  const isBranch = response.conditions.some(({ inside }) => inside);
  const isError = isBranch || tellsError(response) || response.via === 'throw' || response.via === 'next';
  return isError
    ? [...CLIENT_ERRORS, ...SERVER_ERRORS, ...successes]
    : [...successes, ...CLIENT_ERRORS, ...SERVER_ERRORS];
}
