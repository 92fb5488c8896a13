import { valuesOf } from '../known.ts';
import { type MessageId, say } from '../messages.ts';
import type { Analysis, Hover, Response, Span } from '../model.ts';
import { frameworks } from '../registry.generated.ts';
import { inferScenario } from '../scenarios/infer.ts';
import { findStatusCode, type StatusCode } from '../status-codes/index.ts';
import { formatStatus } from '../status-text.ts';

/** What the client can show. */
export interface HoverOptions {
  /** True if `command:` links may be used. */
  readonly commands: boolean;
}

/** Explains the status under the cursor, if the cursor stands on the status of a response. */
export function findHover(analysis: Analysis, offset: number, _options: HoverOptions): Hover | undefined {
  for (const response of analysis.responses) {
    const span = response.statusSpans.find(({ start, end }) => start <= offset && offset <= end);
    if (span) return describe(response, span, analysis);
  }
  return undefined;
}

function describe(response: Response, span: Span, analysis: Analysis): Hover | undefined {
  const codes = valuesOf(response.status);
  if (!codes) return undefined;
  const written = analysis.source.text.slice(span.start, span.end);
  const own = codes.filter((code) => response.statusSpans.length < 2 || written.includes(String(code)));
  const shown = own.length > 0 ? own : codes;
  const parts = shown.map((code, index) => describeCode(code, index === 0 ? describeHere(response) : undefined));
  return { span, markdown: parts.join('\n\n---\n\n') };
}

function describeHere(response: Response): string {
  const { handler } = response;
  const framework = frameworks.find(({ id }) => id === handler.framework)?.name ?? handler.framework;
  const route = [handler.method, handler.route && `\`${handler.route}\``]
    .filter((part) => part !== undefined)
    .join(' ');
  const here = say('hover.here', { framework, route: route && `, ${route}` });
  const inferred = inferScenario(response);
  if (!inferred) return here;
  const codes = inferred.scenario.fits.map(formatStatus).join(' or ');
  return `${here} ${say('hover.here.scenario', { test: inferred.because, scenario: inferred.scenario.title, codes })}`;
}

function describeCode(code: number, here: string | undefined): string {
  const known = findStatusCode(code);
  if (!known) return [`**${code}**`, say('hover.unassigned'), here].filter((part) => part !== undefined).join('\n\n');
  const title = `**${formatStatus(code)}** · ${known.vendor ?? known.class}`;
  const sections = [
    `${title}\n\n${known.summary}`,
    here,
    listSection('hover.use', known.useWhen),
    listSection('hover.not', known.notWhen),
    listSection(
      'hover.confused',
      known.confusedWith.map((other) => `${formatStatus(other.code)}: ${other.tell}`),
    ),
    listSection(
      'hover.fields',
      known.fields.map((field) => `\`${field.name}\` (${field.need}): ${field.why}`),
    ),
    `**${say('hover.retry')}:** ${known.retry}  \n**${say('hover.cache')}:** ${known.cache}`,
    known.example && `**${say('hover.example')}**\n\`\`\`http\n${known.example}\n\`\`\``,
    links(known),
  ];
  return sections.filter((section) => section).join('\n\n');
}

function listSection(title: MessageId, items: readonly string[]): string | undefined {
  return items.length === 0 ? undefined : `**${say(title)}**\n${items.map((item) => `- ${item}`).join('\n')}`;
}

function links({ specification, mdn }: StatusCode): string | undefined {
  const parts = [];
  if (specification)
    parts.push(
      `[${specification.document}${specification.section && `, section ${specification.section}`}](${specification.url})`,
    );
  if (mdn) parts.push(`[MDN](${mdn})`);
  return parts.length === 0 ? undefined : parts.join(' · ');
}
