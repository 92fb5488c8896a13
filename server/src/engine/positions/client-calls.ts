import type { FileView } from '../syntax/file-view.ts';
import {
  type CallExpression,
  type CatchClause,
  type Expression,
  forEachChild,
  isArrayLiteralExpression,
  isAwaitExpression,
  isCallExpression,
  isIdentifier,
  isNoSubstitutionTemplateLiteral,
  isObjectLiteralExpression,
  isPropertyAccessExpression,
  isSpreadAssignment,
  isStringLiteral,
  isTemplateExpression,
  type Node,
} from '../syntax/parser.ts';
import { findDeclaration } from '../syntax/scope.ts';
import { isFunctionLike, nameOf, unwrap, unwrapAwait } from '../syntax/tree.ts';

/** What asks other servers, and what of their answers comes back to the caller. */
export interface Client {
  readonly name: string;
  /** The property under which its answers have their status. */
  readonly property: 'status' | 'statusCode';
  /** Whether the promise is rejected for whatever is no success. */
  readonly rejects: boolean;
}

interface KnownClient extends Client {
  readonly modules: readonly string[];
  /** True if it is there without an import. */
  readonly global?: boolean;
}

const CLIENTS: readonly KnownClient[] = [
  {
    name: 'fetch',
    property: 'status',
    rejects: false,
    global: true,
    modules: ['node-fetch', 'undici', 'cross-fetch', 'isomorphic-fetch'],
  },
  { name: 'axios', property: 'status', rejects: true, modules: ['axios'] },
  { name: 'got', property: 'statusCode', rejects: true, modules: ['got'] },
  { name: 'ky', property: 'status', rejects: true, modules: ['ky'] },
  { name: 'superagent', property: 'status', rejects: true, modules: ['superagent'] },
];

const VERBS = /^(?:get|post|put|patch|delete|head|options|request)$/;

/** What changes which answers a client rejects, anywhere in the file. */
const OTHERWISE = /validateStatus|throwHttpErrors|interceptors|\.defaults\b|\.ok\(|\.extend\(|\.create\(|hooks/;

/** The client that a call asks through; undefined for one that is set up elsewhere. */
export function findClient(call: Expression, file: FileView): Client | undefined {
  const inner = unwrapAwait(call);
  if (!isCallExpression(inner)) return undefined;
  const callee = unwrap(inner.expression);
  const root = isPropertyAccessExpression(callee) && VERBS.test(callee.name.text) ? unwrap(callee.expression) : callee;
  if (!isIdentifier(root) || (root !== callee && root.text === 'fetch')) return undefined;
  const declaration = findDeclaration(file.scopes, root);
  const client = CLIENTS.find(
    ({ modules, global, name }) =>
      (declaration === undefined && global && name === root.text) ||
      (declaration?.kind === 'import' && modules.includes(declaration.module)),
  );
  if (!client) return undefined;
  return { ...client, rejects: client.rejects && !OTHERWISE.test(file.source.text) };
}

/** True if `fetch` is told nothing of redirections, so that it follows them: its address and options can be read. */
export function followsRedirects(call: Expression): boolean {
  const inner = unwrapAwait(call);
  if (!isCallExpression(inner)) return false;
  const [address, options, ...more] = inner.arguments;
  if (!address || more.length > 0 || isArrayLiteralExpression(address)) return false;
  const plain = isStringLiteral(address) || isNoSubstitutionTemplateLiteral(address) || isTemplateExpression(address);
  if (!plain) return false;
  if (!options) return true;
  return (
    isObjectLiteralExpression(options) &&
    options.properties.every((one) => !isSpreadAssignment(one) && nameOf(one.name) !== 'redirect')
  );
}

/** The client through which everything in a `try` block is asked that may fail there; undefined if more may. */
export function findFailingClient(clause: CatchClause, file: FileView): Client | undefined {
  const calls: CallExpression[] = [];
  const visit = (node: Node): void => {
    if (isFunctionLike(node)) return;
    if (isAwaitExpression(node)) {
      const inner = unwrap(node.expression);
      if (isCallExpression(inner)) calls.push(inner);
    }
    forEachChild(node, visit);
  };
  visit(clause.parent.tryBlock);
  const clients = calls.map((call) => findClient(call, file));
  const [first] = clients;
  return first && clients.every((one) => one?.name === first.name) ? first : undefined;
}
