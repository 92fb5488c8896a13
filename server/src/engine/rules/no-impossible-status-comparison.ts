import type { StatusComparison } from '../file-facts.ts';
import { say } from '../messages.ts';
import type { Confidence } from '../model.ts';
import type { BadExample, GoodExample, Report, Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'no-impossible-status-comparison',
  summary: 'The status of an answer is compared with a value that it can have.',
  why: 'A status is an integer from 100 to 599. Compared with a text, with a number outside of that range, or with a code that the client turns into an error before anybody sees it, it never matches: what stands in the branch does not run.',
  whenNot: 'A client that is set up elsewhere, such as with other redirections, may see what it mostly does not.',
  specs: [
    { title: 'RFC 9110, section 15: Status Codes', url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15' },
    { title: 'Fetch: ok status', url: 'https://fetch.spec.whatwg.org/#ok-status' },
  ],
  severity: 'warning',
  sure: 'certain',
  fix: 'suggestion',
  checkFile: ({ comparisons }) => comparisons.flatMap((comparison) => judge(comparison) ?? []),
};

function judge(comparison: StatusComparison): Report | undefined {
  const { span, value, status, client, sees, decided, operator } = comparison;
  if (typeof value === 'string') {
    if (!/^[1-5]\d\d$/.test(value) || operator.length < 3) return undefined;
    const title = say('impossible.fix.number', { code: value });
    return {
      span,
      message: say('impossible.text', { status, code: value }),
      confidence: 'certain',
      fixes: [
        { title, intent: { kind: 'writeStatus', place: span, status: Number(value) }, safe: false, preferred: true },
      ],
    };
  }
  if (typeof value !== 'number') return undefined;
  const report = (message: string, confidence: Confidence): Report => ({ span, message, confidence });
  const outside = judgeRange(value, operator);
  if (outside) return report(say('impossible.range', { status }), outside);
  if (decided && isExcluded(value, operator, decided.success ? isSuccess : isNoSuccess)) {
    const related = [{ span: decided.span, message: say('impossible.decided.place') }];
    const id = decided.success ? 'impossible.decided.success' : 'impossible.decided.failure';
    return { ...report(say(id, { code: String(value) }), 'certain'), related };
  }
  if (sees === undefined) return undefined;
  // Of an order only one side is named, and it is mostly there for safety's sake.
  if (!isExcluded(value, operator, SEEN[sees]) || /[<>]/.test(operator)) return undefined;
  // What `fetch` does is proven by running it; of the others it is only known.
  return report(say(MESSAGES[sees], { client, code: String(value) }), client === 'fetch' ? 'likely' : 'advice');
}

const MESSAGES = {
  successes: 'impossible.rejected',
  failures: 'impossible.resolved',
  'all but redirections': 'impossible.followed',
} as const;

const SEEN: Readonly<Record<NonNullable<StatusComparison['sees']>, (code: number) => boolean>> = {
  // A stored answer may be told to be fresh.
  successes: (code) => isSuccess(code) || code === 304,
  failures: isNoSuccess,
  'all but redirections': (code) => ![301, 302, 303, 307, 308].includes(code),
};

function isSuccess(code: number): boolean {
  return code >= 200 && code < 300;
}

function isNoSuccess(code: number): boolean {
  return !isSuccess(code);
}

/** Answers that browsers do not show have the status 0, and some servers send 999. */
const ODD = [0, 999];

/** How sure it is that no status at all makes the comparison hold; undefined if some does. */
function judgeRange(value: number, operator: string): Confidence | undefined {
  if (/^===?$/.test(operator)) {
    const possible = value >= 100 && value <= 599 && Number.isInteger(value);
    return possible || ODD.includes(value) ? undefined : 'certain';
  }
  return (operator === '>' && value >= 599) || (operator === '>=' && value > 599) ? 'likely' : undefined;
}

/** True if the comparison holds for none of the statuses that may come. */
function isExcluded(value: number, operator: string, comes: (code: number) => boolean): boolean {
  const holds = (code: number): boolean => {
    switch (operator) {
      case '<':
        return code < value;
      case '<=':
        return code <= value;
      case '>':
        return code > value;
      case '>=':
        return code >= value;
      default:
        return code === value;
    }
  };
  if (operator.startsWith('!')) return false;
  return !ALL.some((code) => holds(code) && comes(code));
}

const ALL: readonly number[] = [...ODD, ...Array.from({ length: 500 }, (_, index) => index + 100)];

export const bad: readonly BadExample[] = [
  {
    title: 'a status that is compared with a text',
    code: `
export async function load(id: string) {
  const response = await fetch(\`/api/users/\${id}\`);
  if (response.status === '404') return undefined;
                          ^^^^^ \`response.status\` is a number: it is never '404'. Compare it with 404.
  return response.json();
}
`,
    fixed: `
export async function load(id: string) {
  const response = await fetch(\`/api/users/\${id}\`);
  if (response.status === 404) return undefined;
  return response.json();
}
`,
  },
  {
    title: 'a success where the answer is none',
    code: `
export async function save(user: User) {
  const response = await fetch('/api/users', { method: 'POST', body: JSON.stringify(user) });
  if (!response.ok) {
    if (response.status === 201) return 'made';
                            ^^^ An answer of 201 is \`ok\`, so it does not come here.
    throw new Error('It was not saved');
  }
  return 'saved';
}
`,
    fixed: undefined,
  },
  {
    title: 'an error that axios throws before it is looked at',
    code: `
import axios from 'axios';
export async function load(id: string) {
  const answer = await axios.get(\`/api/users/\${id}\`);
  if (answer.status === 404) return undefined;
                        ^^^ axios rejects an answer of 404, so it does not come here: look at it in a catch clause.
  return answer.data;
}
`,
    fixed: undefined,
  },
  {
    title: 'a redirection that fetch follows',
    code: `
export async function open(path: string) {
  const response = await fetch('/go');
  if (response.status === 302) location.assign(path);
                          ^^^ fetch follows a redirection, so 302 does not come here: ask for \`redirect: 'manual'\`, or look at \`redirected\`.
}
`,
    fixed: undefined,
  },
];

export const good: readonly GoodExample[] = [
  {
    title: 'fetch gives on every answer but redirections',
    code: `
export async function load(id: string) {
  const response = await fetch('/api/users/7');
  if (response.status === 404) return undefined;
  if (response.status >= 500 || response.status === 304) throw new Error('Try again');
  return response.json();
}
`,
  },
  {
    title: 'redirections are asked for',
    code: `
export async function open() {
  const response = await fetch('/go', { redirect: 'manual' });
  return response.status === 302 || response.status === 0;
}
`,
  },
  {
    title: 'the client was told what to take for a success',
    code: `
import axios from 'axios';
export async function load() {
  const answer = await axios.get('/api/users', { validateStatus: (status) => status < 500 });
  return answer.status === 404 ? undefined : answer.data;
}
`,
  },
  {
    title: 'the status of an order is a text of its own',
    code: `
export async function isLost(id: string) {
  const response = await fetch('/api/orders/7');
  const order = await response.json();
  return order.status === '404' || order.status > 599;
}
`,
  },
  {
    title: 'a number from anywhere is checked before it is sent',
    code: `
export function toStatus(code: number) {
  const status = code;
  return status < 100 || status > 599 ? 500 : status;
}
`,
  },
  {
    title: 'some servers answer with a number of their own',
    code: `
export async function isBlocked(url: string) {
  const response = await fetch('https://example.com');
  return response.status === 999;
}
`,
  },
];
