import type { Policy } from '../policy.ts';
import type { Scenario } from './table.ts';

/** The codes that fit a scenario in a team that has this policy, the one to propose first. */
export function listFitting({ id, fits }: Scenario, policy: Policy): readonly number[] {
  switch (id) {
    case 'invalid-input':
    case 'unusable-input':
      return policy.validationStatus === 'either' ? fits : [Number(policy.validationStatus)];
    case 'duplicate':
      return policy.duplicateStatus === 'either' ? fits : [Number(policy.duplicateStatus)];
    case 'bad-credentials':
      return [Number(policy.loginFailureStatus)];
    case 'not-allowed':
      return policy.hideForbiddenAs404 ? [404, 403] : fits;
    default:
      return fits;
  }
}
