import { statusCodes } from './index.ts';

const byName = new Map(
  statusCodes.map((status) => [status.reasonPhrase.toUpperCase().replace(/[^A-Z]+/g, ''), status.code]),
);

/** The code that a constant of a status package stands for. */
export function findCodeOfConstant(name: string): number | undefined {
  return byName.get(
    name
      .toUpperCase()
      .replace(/^HTTP_STATUS_/, '')
      .replace(/[^A-Z]+/g, ''),
  );
}
