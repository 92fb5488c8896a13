import { say } from '../messages.ts';
import type { Response } from '../model.ts';
import type { Policy } from '../policy.ts';
import type { StatusPosition } from '../positions/model.ts';
import { frameworks } from '../registry.generated.ts';
import { listFitting } from '../scenarios/fitting.ts';
import { inferScenario } from '../scenarios/infer.ts';
import { findStatusCode } from '../status-codes/index.ts';
import { formatStatus } from '../status-text.ts';

/** What the code around a status tells of it; undefined for a constant that is only named. */
export function describeHere(position: StatusPosition, path: string, policy: Policy): string | undefined {
  const { kind, response } = position;
  if (response) return describeAnswer(response, position.codes, path, policy);
  switch (kind) {
    case 'comparison':
      return say('hover.here.comparison');
    case 'bound':
      return describeBound(position);
    case 'expectation':
      return say('hover.here.expectation');
    case 'declaration':
      return say('hover.here.declaration');
    case 'member':
    case 'response':
      return say('hover.here.member');
    case 'constant':
      return undefined;
  }
}

function describeAnswer(response: Response, codes: readonly number[], path: string, policy: Policy): string {
  const { framework, version, method, route } = response.handler;
  const name = frameworks.find(({ id }) => id === framework)?.name ?? framework;
  const address = [method, route].filter((part) => part !== undefined).join(' ');
  const parts = [
    version === undefined ? name : `${name} ${version}`,
    ...(address ? [`\`${address}\``] : []),
    ...describeHelper(response, path),
  ];
  const here = say('hover.here', { facts: parts.join(', ') });
  const inferred = inferScenario(response);
  if (!inferred) return here;
  const { scenario, because } = inferred;
  const fitting = listFitting(scenario, policy);
  const fits = codes.every((code) => fitting.includes(code));
  const reason = say(fits ? 'hover.here.fits' : 'hover.here.scenario', {
    test: because,
    scenario: scenario.title,
    status: codes.map(formatStatus).join(' or '),
    codes: fitting.map(formatStatus).join(' or '),
  });
  return `${here} ${reason}`;
}

/** "through `sendError` in lib/errors.ts"; nothing for an answer that is given in place. */
function describeHelper({ helper }: Response, path: string): readonly string[] {
  if (helper?.name === undefined) return [];
  const name = helper.name;
  if (helper.path === path) return [say('hover.here.through', { name })];
  return [say('hover.here.through.file', { name, file: shorten(helper.path, path) })];
}

/** A path without the folders that it shares with another one. */
function shorten(path: string, other: string): string {
  const folders = other.split('/');
  const parts = path.split('/');
  let shared = 0;
  while (shared < parts.length - 1 && parts[shared] === folders[shared]) shared++;
  return parts.slice(shared).join('/');
}

/** Which classes of statuses a comparison by size is about, where its bound is one between classes. */
function describeBound({ codes, operator }: StatusPosition): string {
  const [code = 0] = codes;
  const known = findStatusCode(code);
  const first = operator === '<' || operator === '>=' ? code : code + 1;
  if (first % 100 !== 0 || !known) return say('hover.here.bound');
  const upward = operator === '>=' || operator === '>';
  const from = upward ? first / 100 : 1;
  const to = upward ? 5 : first / 100 - 1;
  const classes = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => `${from + index}xx`);
  return classes.length === 0 ? say('hover.here.bound') : say('hover.here.classes', { classes: classes.join(', ') });
}
