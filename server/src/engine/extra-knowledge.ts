/** What a team tells of its own code where that cannot be read. */
export interface ExtraKnowledge {
  /** The status with which errors are answered, by the name of their class. */
  readonly errorClasses: Readonly<Record<string, number>>;
  /** Functions that answer, by name. */
  readonly responseHelpers: Readonly<Record<string, ResponseHelper>>;
}

/** How a function answers: with which status, or which of its arguments says so. Arguments count from 0. */
export interface ResponseHelper {
  readonly status?: number;
  readonly statusArgument?: number;
  readonly bodyArgument?: number;
}

export const noExtraKnowledge: ExtraKnowledge = { errorClasses: {}, responseHelpers: {} };

type Complain = (setting: string, message: string) => void;

/** Reads `statusLens.errorClasses` and `statusLens.responseHelpers`; what cannot be used is left out and told. */
export function readExtraKnowledge(raw: Readonly<Record<string, unknown>>, complain: Complain): ExtraKnowledge {
  const errorClasses: Record<string, number> = {};
  for (const [name, value] of entriesOf(raw, 'errorClasses', complain)) {
    if (isStatus(value)) errorClasses[name] = value;
    else complain(`errorClasses.${name}`, 'must be a status code from 100 to 599; it is left out');
  }
  const responseHelpers: Record<string, ResponseHelper> = {};
  for (const [name, value] of entriesOf(raw, 'responseHelpers', complain)) {
    const helper = readHelper(value);
    if (helper) responseHelpers[name] = helper;
    else
      complain(
        `responseHelpers.${name}`,
        'must hold a `status` from 100 to 599 or the number of a `statusArgument`; it is left out',
      );
  }
  return { errorClasses, responseHelpers };
}

function entriesOf(
  raw: Readonly<Record<string, unknown>>,
  name: string,
  complain: Complain,
): readonly (readonly [string, unknown])[] {
  const value = raw[name];
  if (value === undefined || value === null) return [];
  if (typeof value === 'object' && !Array.isArray(value)) return Object.entries(value);
  complain(name, 'must be an object; nothing is used');
  return [];
}

function readHelper(value: unknown): ResponseHelper | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { status, statusArgument, bodyArgument } = value as Readonly<Record<string, unknown>>;
  const body = isIndex(bodyArgument) ? { bodyArgument } : {};
  if (isStatus(status)) return { status, ...body };
  return isIndex(statusArgument) ? { statusArgument, ...body } : undefined;
}

function isStatus(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 100 && value <= 599;
}

function isIndex(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 20;
}
