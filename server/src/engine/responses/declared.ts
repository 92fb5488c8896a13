import type { DeclaredResponses, FrameworkAdapter } from '../adapter.ts';
import type { DeclaredStatuses } from '../model.ts';
import { findCodeOfConstant } from '../status-codes/constant-names.ts';
import { listDecorators, type WrittenDecorator } from '../syntax/decorators.ts';
import type { FileView } from '../syntax/file-view.ts';
import { type CallExpression, getLeadingCommentRanges, type Node } from '../syntax/parser.ts';
import { workOut } from '../values/evaluate.ts';
import type { Value } from '../values/model.ts';
import { readValue } from '../values/read.ts';

/** What was read of a declaration: its codes, and whether it may hold others that could not be read. */
interface Read {
  readonly statuses: readonly number[];
  readonly open: boolean;
}

/**
 * The statuses that a route declares where it is registered: in its options, in the route object that it is given, or in
 * a comment above. Undefined if it declares none, or if some could not be read.
 */
export function findDeclaredAt(
  registration: CallExpression | undefined,
  file: FileView,
  { declares }: FrameworkAdapter,
): DeclaredStatuses | undefined {
  if (!registration) return undefined;
  const inOptions = declares && findInArguments(registration, declares, file);
  if (inOptions) return inOptions;
  const comment = findComment(registration, file);
  return comment && close(readComment(comment.text), comment);
}

/** The statuses that the decorators of a method and of its class declare. */
export function findDeclaredByDecorators(
  method: Node,
  file: FileView,
  { declares }: FrameworkAdapter,
  success: number,
): DeclaredStatuses | undefined {
  const decorators = [method, method.parent].flatMap((node) => listDecorators(node, file.scopes));
  const own = decorators.filter(({ module }) => declares?.modules?.includes(module ?? ''));
  if (decorators.some((one) => mayDeclareMore(one, file))) return undefined;
  const read = own.map((one) => readDecorator(one, file)).filter((one) => one !== undefined);
  const [first] = own;
  if (!first || read.length === 0) return undefined;
  const statuses = read.flatMap((one) => one.statuses);
  // The documentation adds the status of a success by itself unless one is declared.
  const all = statuses.some((code) => code < 300) ? statuses : [...statuses, success];
  return close({ statuses: all, open: read.some(({ open }) => open) }, file.span(first.node));
}

function close(read: Read | undefined, span: DeclaredStatuses['span']): DeclaredStatuses | undefined {
  if (!read || read.open || read.statuses.length === 0) return undefined;
  return { statuses: [...new Set(read.statuses)].sort((a, b) => a - b), span };
}

/** `@ApiNotFoundResponse()` and `@ApiResponse({ status: 404 })`, tsoa's `@Response(404)` and `@SuccessResponse('201')`. */
function readDecorator({ name, args: [first] }: WrittenDecorator, file: FileView): Read | undefined {
  const named = /^Api(\w+)Response$/.exec(name)?.[1];
  if (named === 'Default') return { statuses: [], open: true };
  if (named !== undefined) {
    const code = NAMED[named] ?? findCodeOfConstant(named.replace(/([a-z])([A-Z])/g, '$1_$2').toUpperCase());
    return { statuses: code === undefined ? [] : [code], open: code === undefined };
  }
  if (!/^(?:ApiResponse|Response|SuccessResponse)$/.test(name)) return undefined;
  if (!first) return { statuses: [], open: true };
  const value = workOut(readValue(first, file), file.world);
  return toRead(value.kind === 'object' ? value.properties.get('status') : value, file);
}

const NAMED: Readonly<Record<string, number>> = { Redirect: 302, ServiceUnavailable: 503, PayloadTooLarge: 413 };

function toRead(status: Value | undefined, file: FileView): Read {
  const plain = status && workOut(status, file.world);
  const code = plain?.kind === 'literal' ? Number(plain.value) : Number.NaN;
  return Number.isInteger(code) ? { statuses: [code], open: false } : { statuses: [], open: true };
}

/** True for a decorator of the project that may stand for several, as `applyDecorators` makes them. */
function mayDeclareMore({ module, node }: WrittenDecorator, file: FileView): boolean {
  if (module !== undefined && !/^[.~#]|^@\/|^src\//.test(module) && !isOfProject(module, file)) return false;
  const { expression } = node as Node & { readonly expression: CallExpression };
  const callee = workOut(readValue(expression.expression ?? expression, file), file.world);
  if (callee.kind !== 'function') return true;
  const made = callee.summary.returns;
  const maker = made.kind === 'call' ? made.callee : undefined;
  return !(maker?.kind === 'import' && /^(?:SetMetadata|UseGuards|UseInterceptors)$/.test(maker.name));
}

function isOfProject(module: string, file: FileView): boolean {
  return file.world.lookUp(file.source.path, module, '*') !== undefined;
}

/** `{ schema: { response: { 200: … } } }` in the options of a registration, or the route that `createRoute` gave. */
function findInArguments(
  { arguments: list }: CallExpression,
  { path, makers = [] }: DeclaredResponses,
  file: FileView,
): DeclaredStatuses | undefined {
  for (const argument of list) {
    const options = takeOptions(readValue(argument, file), makers, file);
    const declared = path?.reduce<Value | undefined>(
      (value, name) => (value?.kind === 'object' ? resolve(value.properties.get(name), file) : undefined),
      options,
    );
    if (declared?.kind === 'object') return close(readTable(declared), file.span(argument));
  }
  return undefined;
}

function resolve(value: Value | undefined, file: FileView): Value | undefined {
  return value && workOut(value, file.world);
}

/** The argument of a maker such as `createRoute`, also where another file made it; otherwise the value itself. */
function takeOptions(value: Value, makers: readonly string[], file: FileView): Value {
  const own = value.kind === 'import' ? (file.world.lookUp(value.from, value.module, value.name) ?? value) : value;
  if (own.kind === 'call' && own.callee.kind === 'import' && makers.includes(`${own.callee.module}#${own.callee.name}`))
    return own.args[0] ? workOut(own.args[0], file.world) : own;
  return workOut(own, file.world);
}

function readTable({ properties, open }: Extract<Value, { kind: 'object' }>): Read {
  const names = [...properties.keys()];
  const isOpen = open || names.some((name) => !/^\d{3}$/.test(name));
  return { statuses: names.map(Number).filter(Number.isInteger), open: isOpen };
}

/** The `@openapi` or `@swagger` comment above a registration. */
function findComment(
  registration: CallExpression,
  file: FileView,
): { readonly text: string; readonly start: number; readonly end: number } | undefined {
  let statement: Node = registration;
  while (statement.parent && statement.parent !== file.tree && !('statements' in statement.parent))
    statement = statement.parent;
  const { text } = file.source;
  const last = getLeadingCommentRanges(text, statement.pos)?.at(-1);
  const comment = last && text.slice(last.pos, last.end);
  return last && comment && /@(?:openapi|swagger)\b/.test(comment)
    ? { text: comment, start: last.pos, end: last.end }
    : undefined;
}

/** The keys under `responses:`; a comment about several operations says too much. */
function readComment(comment: string): Read | undefined {
  const lines = comment.split('\n').map((line) => line.replace(/^\s*\*? ?/, ''));
  const starts = lines.flatMap((line, index) => (/^\s*responses:\s*$/.test(line) ? [index] : []));
  const [start] = starts;
  if (start === undefined || starts.length > 1) return undefined;
  const indent = (line: string): number => line.length - line.trimStart().length;
  const outer = indent(lines[start] ?? '');
  const statuses: number[] = [];
  let open = false;
  let own: number | undefined;
  for (const line of lines.slice(start + 1)) {
    if (line.trim() === '' || line.trim() === '/') continue;
    if (indent(line) <= outer) break;
    own ??= indent(line);
    if (indent(line) > own) continue;
    const code = /^\s*['"]?(\d{3})['"]?\s*:/.exec(line)?.[1];
    if (code === undefined) open = true;
    else statuses.push(Number(code));
  }
  return { statuses, open };
}
