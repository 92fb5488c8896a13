import { say } from '../messages.ts';
import type { Analysis, Hover, OutsideAnswer } from '../model.ts';
import type { Project } from '../project/project.ts';
import { formatStatus } from '../status-text.ts';
import { listRouteAnswers } from './route-answers.ts';

/** A path stands this near before its handler, and a name this near behind its beginning, in UTF-16 code units. */
const BEFORE = 400;
const BEHIND = 200;

/** Tells of the route under the cursor, at its path or at the name of its function, all that it may answer. */
export function findRouteHover(analysis: Analysis, project: Project, offset: number): Hover | undefined {
  // An editor asks wherever the mouse rests, and most of it is nowhere near a handler.
  const near = analysis.handlers.some(({ span }) => span.start - BEFORE <= offset && offset <= span.start + BEHIND);
  if (!near) return undefined;
  for (const { handler, places, own, outside } of listRouteAnswers(analysis, project)) {
    const span = places.find(({ start, end }) => start <= offset && offset <= end);
    if (!span || handler.route === undefined || own.length + outside.length === 0) continue;
    const address = [handler.method, handler.route].filter((part) => part !== undefined).join(' ');
    const lines = [
      ...(own.length > 0 ? [say('hover.route.own', { statuses: own.map(formatStatus).join(', ') })] : []),
      ...outside.map(describeOutside),
    ];
    return { span, head: `${say('hover.route', { address })}\n\n${lines.join('\n')}`, page: '', actions: [] };
  }
  return undefined;
}

function describeOutside({ status, reason, from, fields, ran }: OutsideAnswer): string {
  const line = say('hover.route.outside', { status: formatStatus(status), from, reason: say(`outside.${reason}`) });
  const told = fields.length > 0 ? say('hover.route.fields', { fields: fields.join('`, `') }) : '';
  return `${line}${told}${ran ? '' : say('hover.route.unproven')}`;
}
