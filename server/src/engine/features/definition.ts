import type { Analysis, AnsweringCode } from '../model.ts';
import { findStatusPosition, mayBeStatus } from '../positions/find.ts';
import type { Project } from '../project/project.ts';

/**
 * The helper or the error class that gives the answer whose status stands under the cursor as a number. Names lead to
 * their own definitions, which is the business of the language.
 */
export function findDefinition(analysis: Analysis, project: Project, offset: number): AnsweringCode | undefined {
  const { text } = analysis.source;
  if (!mayBeStatus(text, offset)) return undefined;
  const position = findStatusPosition(project.reopen(analysis.source), analysis.responses, offset);
  if (!position || !/^\d/.test(text.charAt(position.span.start))) return undefined;
  return position.response?.helper;
}
