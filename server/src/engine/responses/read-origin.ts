import type { Origin } from '../model.ts';
import { type FileView, listAssignments } from '../syntax/file-view.ts';
import {
  type CallExpression,
  type Expression,
  forEachChild,
  type Identifier,
  isAwaitExpression,
  isBinaryExpression,
  isCallExpression,
  isConditionalExpression,
  isElementAccessExpression,
  isIdentifier,
  isNewExpression,
  isParameter,
  isParenthesizedExpression,
  isPrefixUnaryExpression,
  isPropertyAccessExpression,
  isTypeOfExpression,
  type NewExpression,
  type Node,
  type ParameterDeclaration,
  SyntaxKind,
} from '../syntax/parser.ts';
import { type Declaration, findDeclaration } from '../syntax/scope.ts';
import { accessedName, calledName, isFunctionValue, stringOf, unwrapAwait } from '../syntax/tree.ts';
import { type HandlerFunction, isAtPlace, isRequest, isResponse } from './handler-function.ts';
import { findMadeOrigin } from './made-origin.ts';
import { findElement } from './promised.ts';

const MAX_DEPTH = 8;

const REQUEST_PARTS: Readonly<Record<string, Origin>> = {
  params: 'path parameter',
  pathParameters: 'path parameter',
  queryStringParameters: 'query',
  multiValueQueryStringParameters: 'query',
  body: 'body',
  query: 'query',
  headers: 'header',
  header: 'header',
  get: 'header',
  param: 'path parameter',
  json: 'body',
  formData: 'body',
  parseBody: 'body',
  searchParams: 'query',
  cookies: 'header',
  signedCookies: 'header',
  user: 'session or user',
  session: 'session or user',
  auth: 'session or user',
  userId: 'session or user',
  currentUser: 'session or user',
  isAuthenticated: 'session or user',
  isUnauthenticated: 'session or user',
  currentuser: 'session or user',
  decoded: 'session or user',
  account: 'session or user',
  admin: 'session or user',
  token: 'header',
  file: 'body',
  files: 'body',
};

/** What a call gives, by the verb that its name begins with. The name is the weakest evidence there is: it only sorts. */
const CALL_ORIGINS: readonly (readonly [RegExp, Origin])[] = [
  [
    /^(?:verify(?!\w*(?:Key|Pin|Access(?!Token)|Permission|Owner|Role|Member|Pkce|Challenge|Nonce|State|Mail|Domain|Signature|Webhook|Code|Otp|OTP|\w*[cC]aptcha\w*|Turnstile\w*|Human\w*|Bot\w*|Phone|Address|File|Payment|Slug|Id$))|authenticate|compare|checkPassword|validatePassword|matchPassword|is_?(?:password|pass|pwd)_?(?:match|valid|correct)|isPassword|isMatch|decode(?!URI|Path|Param|Query|Component|Text|Base|Html|Uri|From|QR|Qr|Image|Buffer|Barcode|Audio|Polyline)|correctPassword|matchPass)/i,
    'verification',
  ],
  [
    /^(?:find|get|fetch|load|select|look_?up|query|read|retrieve|search|one|first|exists|count|by|delete|remove|destroy|update)/i,
    'look-up',
  ],
  [
    /^(?:parse|safeParse|validat|isValid|isNaN|is[A-Z]|parseInt|parseFloat|Number$|test$|match$|check$|ObjectId)/,
    'validation',
  ],
];

/** Where the value of an expression came from, as far as this handler shows. */
export function readOrigin(expression: Expression, of: HandlerFunction, file: FileView, depth = 0): Origin {
  if (depth > MAX_DEPTH) return 'unknown';
  const value = unwrapAwait(expression);
  const made = findMadeOrigin(value, of, file);
  if (made) return withoutSecrets(made, accessedName(value));
  if (isTypeOfExpression(value)) return readOrigin(value.expression, of, file, depth + 1);
  if (isPrefixUnaryExpression(value)) return readOrigin(value.operand, of, file, depth + 1);
  if (isConditionalExpression(value)) {
    const first = readOrigin(value.whenTrue, of, file, depth + 1);
    return first === 'unknown' ? readOrigin(value.whenFalse, of, file, depth + 1) : first;
  }
  if (isNewExpression(value)) return originOfConversion(value, of, file, depth);
  if (isBinaryExpression(value)) {
    // `email && (await User.findOne({ email }))` is the user, if there is one.
    const joins = value.operatorToken.kind === SyntaxKind.AmpersandAmpersandToken;
    const last = joins ? readOrigin(value.right, of, file, depth + 1) : 'unknown';
    if (last !== 'unknown') return last;
    const left = readOrigin(value.left, of, file, depth + 1);
    return left === 'unknown' ? readOrigin(value.right, of, file, depth + 1) : left;
  }
  if (isCallExpression(value)) return originOfCall(value, of, file, depth);
  if (isPropertyAccessExpression(value) || isElementAccessExpression(value)) {
    const name = accessedName(value);
    if (isOfAnswer(name, value.expression, of, file)) return 'unknown';
    if (isRequest(value.expression, of, file)) return originOfPart(name);
    if (name === 'searchParams') return 'query';
    if (isLocals(value.expression, of, file)) return WHO.test(name ?? '') ? 'session or user' : 'unknown';
    if (isPropertyAccessExpression(value) && file.text(value.expression) === 'process.env') return 'environment';
    return withoutSecrets(readOrigin(value.expression, of, file, depth + 1), name);
  }
  if (!isIdentifier(value)) return 'unknown';
  const declaration = findDeclaration(file.scopes, value);
  switch (declaration?.kind) {
    case 'catch':
      return 'caught error';
    case 'parameter':
      return originOfParameter(declaration, of, file, depth);
    case 'variable':
      return declaration.node.initializer
        ? readOrigin(declaration.node.initializer, of, file, depth + 1)
        : originOfAssigned(value, of, file, depth);
    case 'element': {
      const { root, path } = declaration;
      if (root === of.request?.parameter)
        return withoutSecrets(originOfPart(path[path[0] === 'request' ? 1 : 0]), path.at(-1));
      if (isParameter(root) && isArgument(root, of)) return 'argument';
      if (!root.initializer) return 'unknown';
      if (isOfAnswer(path[0], root.initializer, of, file)) return 'unknown';
      const part = isRequest(root.initializer, of, file) ? originOfPart(path[0]) : undefined;
      const source = findElement(root.initializer, path[0]);
      return withoutSecrets(part ?? readOrigin(source, of, file, depth + 1), path.at(-1));
    }
    default:
      return 'unknown';
  }
}

/** What code puts on the request or on `res.locals` to tell who asks. */
const WHO =
  /^_?(?:current|auth|logged|jwt|my)?_?(?:user|session|auth|account|admin|member|identity|claims|uid)(?:_?(?:id|data|info|doc))?$/i;

function originOfPart(name: string | undefined): Origin {
  if (name === undefined) return 'unknown';
  return REQUEST_PARTS[name] ?? (WHO.test(name) ? 'session or user' : 'unknown');
}

/** True for what a context that is both request and response has of the response, such as the `body` of Koa's. */
function isOfAnswer(name: string | undefined, context: Expression, of: HandlerFunction, file: FileView): boolean {
  return name !== undefined && Object.hasOwn(of.adapter.properties, name) && isResponse(context, of, file);
}

function isLocals(expression: Expression, of: HandlerFunction, file: FileView): boolean {
  const inner = unwrapAwait(expression);
  return (
    isPropertyAccessExpression(inner) &&
    (inner.name.text === 'locals' || inner.name.text === 'state') &&
    isAtPlace(inner.expression, of.response, file)
  );
}

/** True for what a service or a helper is given: it does not see the request itself. */
function isArgument(parameter: ParameterDeclaration, { fn, handler, response, next, error }: HandlerFunction): boolean {
  const roles = [response, next, error].map((place) => place?.parameter);
  return handler.helper && fn.parameters.includes(parameter) && !roles.includes(parameter);
}

/** What the client sent stays what the client sent in another form: `Number(req.params.id)`, `new ObjectId(id)`. */
function originOfConversion(
  call: CallExpression | NewExpression,
  of: HandlerFunction,
  file: FileView,
  depth: number,
): Origin {
  const [first] = call.arguments ?? [];
  const origin = first ? readOrigin(first, of, file, depth + 1) : 'unknown';
  return SENT.has(origin) || origin === 'look-up' ? origin : 'unknown';
}

const SENT: ReadonlySet<Origin> = new Set(['path parameter', 'body', 'query', 'header', 'session or user', 'argument']);

/** What proves who somebody is. */
const PROOF =
  /token|jwt|jws|pass|pwd|cred|auth(?!or)|header|cookie|secret|sign|hash|session|otp|code|bearer|ticket|assertion|claim|key\b|Key|login|identity|user\b|crypt/i;

/** A call named as a check is one of a proof if it is given one, or named after one; else it may check anything. */
function kindOfCheck(call: CallExpression, name: string, file: FileView): Origin {
  if (isIdentifier(unwrapAwait(call.expression)) && call.arguments.length === 1 && /password|pwd/i.test(name))
    return 'validation';
  return !/^verify/i.test(name) || PROOF.test(file.text(call)) ? 'verification' : 'other call';
}

const CONVERTS =
  /^(?:keys|values|entries|Number|String|BigInt|parseInt|parseFloat|ObjectId|toString|trim|toLowerCase|toObjectId)$|^(?:get|read|parse|to|as|first)\w*(?:Params?|String|Number|Int)$/;

function isWholeBody(expression: Expression, of: HandlerFunction, file: FileView): boolean {
  const inner = unwrapAwait(expression);
  return isPropertyAccessExpression(inner) && inner.name.text === 'body' && isRequest(inner.expression, of, file);
}

/** A token in the path names no resource: it is something that the client must know. */
function withoutSecrets(origin: Origin, name: string | undefined): Origin {
  return origin === 'path parameter' &&
    name !== undefined &&
    /token|otp|code|secret|hash|api_?key|access_?key/i.test(name)
    ? 'unknown'
    : origin;
}

function originOfParameter(
  declaration: Extract<Declaration, { kind: 'parameter' }>,
  of: HandlerFunction,
  file: FileView,
  depth: number,
): Origin {
  const given = of.origins?.get(declaration.node);
  if (given) return given;
  if (declaration.node === of.error?.parameter || isErrorOfCallback(declaration)) return 'caught error';
  if (isArgument(declaration.node, of)) return 'argument';
  const call = findCallOfCallback(declaration);
  return call ? originOfCall(call, of, file, depth + 1) : 'unknown';
}

/** The call that hands its result to a callback: `findById(id, (error, user) => …)`, `find(id).then((user) => …)`. */
export function findCallOfCallback({
  owner,
  index,
}: Extract<Declaration, { kind: 'parameter' }>): CallExpression | undefined {
  const call = owner.parent;
  if (!isFunctionValue(owner) || !isCallExpression(call)) return undefined;
  const callee = unwrapAwait(call.expression);
  if (index === 0 && isPropertyAccessExpression(callee) && callee.name.text === 'then') {
    const before = unwrapAwait(callee.expression);
    return isCallExpression(before) ? before : undefined;
  }
  return index > 0 && call.arguments.at(-1) === owner ? call : undefined;
}

/** The call whose failure a callback is told of: `jwt.verify(token, key, (error) => …)`. */
export function findFailedCall(declaration: Extract<Declaration, { kind: 'parameter' }>): CallExpression | undefined {
  const { parent } = declaration.owner;
  return isErrorOfCallback(declaration) && isCallExpression(parent) ? parent : undefined;
}

/** Node's callbacks take their error first. */
export function isErrorOfCallback({ owner, index, node }: Extract<Declaration, { kind: 'parameter' }>): boolean {
  return (
    index === 0 &&
    isFunctionValue(owner) &&
    isIdentifier(node.name) &&
    /^_?(?:e|er|err|error|erro)$/i.test(node.name.text) &&
    isCallExpression(owner.parent)
  );
}

function originOfAssigned(name: Identifier, of: HandlerFunction, file: FileView, depth: number): Origin {
  const value = listAssignments(name.text, findDeclaration(file.scopes, name), file).find(
    (assignment) => assignment.value,
  )?.value;
  return value ? readOrigin(value, of, file, depth + 1) : 'unknown';
}

/** Methods that only narrow or shape what was looked up. */
const SHAPES =
  /^(?:equals|toString|map|filter|find|at|slice|populate|lean|sort|limit|skip|exec|then|catch|orFail|where|from|\w*[jJ]oin|orderBy|single|maybeSingle|eq|match|session|cache|setOptions|input|request|query|andWhere|in)$/;

/** What a method of something that was looked up gives: a check of a password, another look-up, or a part of it. */
function askOf(name: string, count: number): Origin {
  const own = CALL_ORIGINS.find(([verb]) => verb.test(name))?.[1];
  if (own === 'validation' || /^(?:has|can|was)[A-Z]/.test(name)) return 'look-up';
  if (own) return own;
  return count === 0 || SHAPES.test(name) ? 'look-up' : 'other call';
}

/** Calls that tell who is logged in. */
const SESSIONS =
  /^(?:get)?(?:Server|Current|Auth|Api)?Session$|^getSession|^auth$|^getAuth$|^currentUser$|^getCurrentUser/;

/** A statement in SQL, by whatever method it is run. */
function isStatement(argument: Expression | undefined): boolean {
  const text = argument && stringOf(unwrapAwait(argument));
  return text !== undefined && /^\s*(?:select|update|delete)\s/i.test(text);
}

/** Questions about a thing, by their names, other than whether something is valid. */
const ASKS_STATE = /^is(?!\w*(?:[vV]alid|[aA]uth))[A-Z]/;

function isAwaited(call: Expression): boolean {
  let around: Node = call.parent;
  while (isParenthesizedExpression(around)) around = around.parent;
  return isAwaitExpression(around);
}

const SIEVES = /^(?:filter|find|some|every)$/;

/** True for a callback that looks at something which was found elsewhere: `(id) => !known.includes(id)`. */
function holdsAgainstFound(callback: Expression, of: HandlerFunction, file: FileView, depth: number): boolean {
  if (!isFunctionValue(callback) || !callback.body) return false;
  const visit = (node: Node): boolean =>
    (isIdentifier(node) && readOrigin(node, of, file, depth) === 'look-up') ||
    (forEachChild(node, (child) => visit(child) || undefined) ?? false);
  return visit(callback.body);
}

function originOfCall(call: Expression, of: HandlerFunction, file: FileView, depth: number): Origin {
  if (!isCallExpression(call)) return 'unknown';
  const callee = unwrapAwait(call.expression);
  if (isPropertyAccessExpression(callee)) {
    if (isRequest(callee.expression, of, file)) return REQUEST_PARTS[callee.name.text] ?? 'other call';
    // What is left of a list after it was held against what was found is not wrong input alone.
    if (SIEVES.test(callee.name.text) && call.arguments.some((one) => holdsAgainstFound(one, of, file, depth + 1)))
      return 'other call';
    // A repository that a service was given is no input.
    const receiver = readOrigin(callee.expression, of, file, depth + 1);
    const asked = receiver === 'look-up' ? askOf(callee.name.text, call.arguments.length) : receiver;
    // Whether a list that was checked before holds something is another question than the check.
    const asksList = receiver === 'validation' && /^(?:includes|has|indexOf)$/.test(callee.name.text);
    if (asked !== 'unknown' && asked !== 'other call' && asked !== 'argument' && !asksList) return asked;
    if (receiver === 'look-up') return 'other call';
  }
  const name = calledName(call) ?? '';
  const [first] = call.arguments;
  const { readers } = of.adapter;
  if (readers && Object.hasOwn(readers, name) && first && isRequest(first, of, file)) return readers[name] ?? 'unknown';
  if (first && isRequest(first, of, file) && /user|session|auth|account|identity|viewer/i.test(name))
    return 'session or user';
  // A test of what the client sent, whatever the function is called: `emailPattern.test(email)`.
  const converted = CONVERTS.test(name) ? originOfConversion(call, of, file, depth) : 'unknown';
  if (converted !== 'unknown') return converted;
  // A session that the address names is a thing like any other.
  if (SESSIONS.test(name) && first && readOrigin(first, of, file, depth + 1) === 'path parameter') return 'look-up';
  if (SESSIONS.test(name) || (call.arguments.length === 0 && WHO.test(name.replace(/^get/, ''))))
    return 'session or user';
  const verb = isStatement(first) ? 'look-up' : CALL_ORIGINS.find(([pattern]) => pattern.test(name))?.[1];
  // `await isFollowing(id)` asks elsewhere how things stand: what was sent may be well formed all the same.
  if (verb === 'validation' && ASKS_STATE.test(name) && isAwaited(call)) return 'other call';
  // A password alone is looked at for its strength; with another thing or for somebody it is compared.
  const own = verb === 'verification' ? kindOfCheck(call, name, file) : verb;
  // What reads the whole body gives the body, or nothing if it is not right.
  if (/^(?:read|parse|to|as|extract|pick|sanit)/i.test(name) && first && isWholeBody(first, of, file)) return 'body';
  if (own) return own;
  const given = call.arguments.map((argument) => readOrigin(argument, of, file, depth + 1));
  return given.find((origin) => origin === 'caught error') ?? 'other call';
}
