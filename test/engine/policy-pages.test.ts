import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { analyze, defaultSettings, describeRule, type Settings } from '../../server/src/engine/index.ts';
import { policySettings } from '../../server/src/engine/policy.ts';
import { examples } from '../rule-examples.generated.ts';
import { readDrawing } from './drawing.ts';

/** What a rule says of a text, with its fixes. */
function tell(id: string, code: string, settings: Settings): string {
  const { findings } = analyze(readDrawing(code).source, settings);
  return JSON.stringify(findings.filter(({ rule }) => rule === id));
}

describe('the page of a rule', () => {
  for (const { id, bad, good } of examples)
    it(`names all settings that decide what is right: ${id}`, () => {
      const page = readFileSync(`docs/rules/${id}.md`, 'utf8');
      const others = policySettings.filter(({ name }) => !page.includes(`statusLens.policy.${name}`));
      const rules = describeRule(id)?.severity === 'off' ? { [id]: 'hint' as const } : {};
      const standard: Settings = { ...defaultSettings, rules };
      const withOthers = (which: number): Settings => {
        const changed = others.map(({ name, choices, standard: own }) => [
          name,
          choices.filter((choice) => choice !== own).at(which),
        ]);
        return { ...standard, policy: { ...standard.policy, ...Object.fromEntries(changed) } };
      };
      for (const { code } of [...bad, ...good])
        for (const which of [0, -1]) assert.equal(tell(id, code, withOthers(which)), tell(id, code, standard), code);
    });
});
