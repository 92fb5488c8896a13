import { type MessageId, say } from '../messages.ts';
import { findStatusCode, type StatusCode } from '../status-codes/index.ts';
import { formatStatus } from '../status-text.ts';

/** What a code means in one line: its name, its class or the vendor that uses it, one or two sentences. */
export function describeInShort(code: number): string {
  const known = findStatusCode(code);
  if (!known) return `**${code}** · ${say('hover.unassigned')}`;
  return `**${formatStatus(code)}** · ${describeKind(known)} · ${known.summary}`;
}

/** Everything else about a code, in the order in which a person needs it; empty for one that nobody defines. */
export function describeAtLength(code: number): string {
  const known = findStatusCode(code);
  if (!known) return '';
  const sections = [
    list('hover.use', known.useWhen),
    list('hover.not', known.notWhen),
    list(
      'hover.confused',
      known.confusedWith.map((other) => `**${formatStatus(other.code)}**: ${other.tell}`),
    ),
    list(
      'hover.fields',
      known.fields.map(({ name, need, why }) => `\`${name}\` (${need}): ${why}`),
    ),
    `**${say('hover.retry')}:** ${known.retry}  \n**${say('hover.cache')}:** ${known.cache}`,
    known.example && `**${say('hover.example')}**\n\`\`\`http\n${known.example}\n\`\`\``,
    links(known),
  ];
  return sections.filter((section) => section).join('\n\n');
}

function describeKind({ vendor, class: statusClass, registration }: StatusCode): string {
  if (vendor) return vendor;
  return registration === 'registered' ? statusClass : `${statusClass}, ${registration}`;
}

function list(title: MessageId, items: readonly string[]): string | undefined {
  return items.length === 0 ? undefined : `**${say(title)}**\n${items.map((item) => `- ${item}`).join('\n')}`;
}

function links({ specification, mdn }: StatusCode): string | undefined {
  const parts = [];
  if (specification) {
    const { document, section, url } = specification;
    parts.push(`[${document}${section && `, section ${section}`}](${url})`);
  }
  if (mdn) parts.push(`[MDN](${mdn})`);
  return parts.length === 0 ? undefined : parts.join(' · ');
}
