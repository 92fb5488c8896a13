import { frameworks } from '../../server/src/engine/registry.generated.ts';

export { analyze, valuesOf } from '../../server/src/engine/index.ts';

/** The ids of the adapters. */
export const frameworkIds: readonly string[] = frameworks.map(({ id }) => id);
