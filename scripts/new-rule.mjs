// npm run new-rule -- <id>: makes the file of a rule, which the tests then ask to be finished.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { writeScaffold } from './scaffold/write.mjs';
import { root } from './setup.mjs';

const MESSAGES = 'server/src/engine/messages.ts';

/**
 * The files of a new rule, by path from the root, and their texts.
 * @param {string} id kebab-case
 */
export function scaffoldRule(id) {
  const messages = readFileSync(join(root, MESSAGES), 'utf8');
  const opening = 'export const messages = {\n';
  return new Map([
    [`server/src/engine/rules/${id}.ts`, ruleText(id)],
    [
      MESSAGES,
      messages.replace(opening, `${opening}  '${id}': 'TODO: what is wrong with {status}, and what to do.',\n`),
    ],
  ]);
}

function ruleText(id) {
  const example = (title) => `  {
    title: '${title}',
    code: \`
import express from 'express';
const app = express();
app.get('/', (req, res) => res.status(200).end());
\`,`;
  return `import { theOne } from '../known.ts';
import { say } from '../messages.ts';
import type { BadExample, GoodExample, Rule } from '../rule.ts';
import { formatStatus } from '../status-text.ts';

export const rule: Rule = {
  id: '${id}',
  summary: 'TODO: one sentence that says what is right.',
  why: 'TODO: what breaks for clients, caches or people otherwise.',
  whenNot: 'TODO: who is better off without it.',
  // TODO: the section that the rule rests on.
  specs: [{ title: 'RFC 9110, section 15', url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15' }],
  severity: 'warning',
  sure: 'likely',
  fix: 'none',
  check(response) {
    const status = theOne(response.status);
    const [span] = response.statusSpans;
    // TODO: a status that is not known gives no finding.
    if (response.state !== 'sent' || status === undefined || !span) return undefined;
    return { span, message: say('${id}', { status: formatStatus(status) }), confidence: 'likely' };
  },
};

export const bad: readonly BadExample[] = [
${example('TODO: what is wrong here')}
    fixed: undefined,
  },
];

export const good: readonly GoodExample[] = [
${example('TODO: why this near miss is right')}
  },
];
`;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  writeScaffold('rule', 'server/src/engine/rules', scaffoldRule);
