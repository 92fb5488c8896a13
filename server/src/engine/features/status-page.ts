import { say } from '../messages.ts';
import { listScenariosOf } from '../scenarios/table.ts';
import { findStatusCode, type StatusCode, statusCodes } from '../status-codes/index.ts';
import { formatStatus } from '../status-text.ts';

/** The groups of the index, in its order. Codes of vendors come last, whatever their first digit is. */
const GROUPS = ['informational', 'success', 'redirection', 'client error', 'server error', 'vendor'] as const;

/** The page of a code as Markdown, with links to the pages of other codes beside it; undefined for an unknown code. */
export function describeStatusPage(code: number): string | undefined {
  const known = findStatusCode(code);
  if (!known) return undefined;
  const sections = [
    `# ${formatStatus(code)}`,
    [describeKind(known), ...specificationLinks(known)].join(' · '),
    known.summary,
    list(say('hover.use'), known.useWhen),
    list(say('hover.not'), known.notWhen),
    list(
      say('hover.confused'),
      known.confusedWith.map((other) => `${linkTo(other.code)}: ${other.tell}`),
    ),
    list(say('page.scenarios'), listScenarios(code)),
    list(
      say('hover.fields'),
      known.fields.map(({ name, need, why }) => `\`${name}\` (${need}): ${why}`),
    ),
    section(say('hover.retry'), known.retry),
    section(say('hover.cache'), known.cache),
    known.example && section(say('hover.example'), `\`\`\`http\n${known.example}\n\`\`\``),
    `[${say('page.all')}](../status-codes.md)`,
  ];
  return `${sections.filter((part) => part).join('\n\n')}\n`;
}

/** The list of all pages as Markdown; it stands beside the folder that holds them. */
export function describeStatusIndex(): string {
  const groups = GROUPS.map((group) => {
    const rows = statusCodes
      .filter((known) => groupOf(known) === group)
      .map(
        ({ code, summary, vendor }) =>
          `| ${linkTo(code, 'status-codes/')} | ${vendor ? `${vendor}: ` : ''}${firstSentence(summary)} |`,
      );
    const head = [say('page.code'), say('page.meaning')];
    const table = [`| ${head.join(' | ')} |`, '| --- | --- |', ...rows];
    return section(say(`page.group.${group}`), table.join('\n'));
  });
  return `# ${say('page.all')}\n\n${say('page.introduction')}\n\n${groups.join('\n\n')}\n`;
}

/** The first sentence of a piece of prose. */
export function firstSentence(text: string): string {
  return text.split(/(?<=\.)\s/, 1)[0] ?? text;
}

function groupOf(known: StatusCode): string {
  return known.registration === 'vendor' ? 'vendor' : known.class;
}

function describeKind({ vendor, class: statusClass, registration }: StatusCode): string {
  if (vendor) return `**${vendor}**, ${say('page.kind.vendor')}`;
  return registration === 'registered' ? `**${statusClass}**` : `**${statusClass}**, ${registration}`;
}

function specificationLinks({ specification, mdn }: StatusCode): readonly string[] {
  const links = [];
  if (specification) {
    const { document, section: place, url } = specification;
    links.push(`[${document}${place && `, section ${place}`}](${url})`);
  }
  if (mdn) links.push(`[MDN](${mdn})`);
  return links;
}

/** What happened when this code is the answer: the examples of its own situations, and the titles of those it shares. */
function listScenarios(code: number): readonly string[] {
  return [...listScenariosOf(code)]
    .sort((a, b) => a.fits.indexOf(code) - b.fits.indexOf(code))
    .flatMap(({ title, fits: [usual = code], examples }) =>
      usual === code ? examples : [say('page.scenario.other', { title: capitalize(title), usual: linkTo(usual) })],
    );
}

function capitalize(text: string): string {
  return `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`;
}

function linkTo(code: number, folder = ''): string {
  return findStatusCode(code) ? `[${formatStatus(code)}](${folder}${code}.md)` : String(code);
}

function list(title: string, items: readonly string[]): string | undefined {
  return items.length === 0 ? undefined : section(title, items.map((item) => `- ${item}`).join('\n'));
}

function section(title: string, text: string): string {
  return `## ${title}\n\n${text}`;
}
