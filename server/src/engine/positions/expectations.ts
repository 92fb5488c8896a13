import {
  type CallExpression,
  type Expression,
  isCallExpression,
  isIdentifier,
  isPropertyAccessExpression,
} from '../syntax/parser.ts';
import { unwrapAwait } from '../syntax/tree.ts';
import { namesStatus, readsStatus } from './status-reads.ts';

/** Assertions on what `expect(…)` was given. */
const MATCHERS =
  /^(?:toBe|toEqual|toStrictEqual|toMatchObject|equal|equals|eql|eq|toHaveStatus|toHaveStatusCode|toBeOneOf)$/;
/** Assertions that compare two arguments. */
const COMPARERS = /^(?:equal|strictEqual|deepEqual|deepStrictEqual|is|equals|same|notEqual|notStrictEqual|not)$/;
/** Methods of HTTP that a client under test is asked with. */
const REQUESTS =
  /^(?:get|post|put|patch|delete|del|head|options|request|intercept|send|set|query|field|attach|expect)$/;

/** True if the argument of a call is the status that a test expects or that a mock answers with. */
export function isExpectation(call: CallExpression, index: number): boolean {
  const callee = unwrapAwait(call.expression);
  if (!isPropertyAccessExpression(callee)) return false;
  const name = callee.name.text;
  const { expression: receiver } = callee;
  // supertest's `.expect(404)` and nock's `.reply(404)` stand behind the request; `toHaveStatus` names what it means.
  if (name === 'expect' || name === 'reply') return index === 0 && asks(receiver);
  if (name === 'toHaveStatus' || name === 'toHaveStatusCode') return index === 0 && isAboutStatus(receiver, true);
  if (name === 'status') return index === 0 && endsIn(receiver, 'have');
  if (name === 'toHaveProperty' || name === 'property')
    return index === 1 && namesStatus(call.arguments[0]) && isAboutStatus(receiver, true);
  if (name === 'should') return index === 1 && isAboutStatus(receiver, false);
  if (MATCHERS.test(name) && index === 0 && isAboutStatus(receiver, false)) return true;
  return COMPARERS.test(name) && index < 2 && comparesStatus(call, index);
}

function comparesStatus(call: CallExpression, index: number): boolean {
  const other = call.arguments[1 - index];
  return other !== undefined && readsStatus(other);
}

/** True if a chain of matchers begins with `expect(res.status)`, or with any `expect(…)` where `anything` will do. */
function isAboutStatus(receiver: Expression, anything: boolean): boolean {
  let inner = unwrapAwait(receiver);
  for (;;) {
    if (isPropertyAccessExpression(inner)) {
      if (inner.name.text === 'should') return readsStatus(inner.expression);
      inner = unwrapAwait(inner.expression);
    } else if (isCallExpression(inner)) {
      const callee = unwrapAwait(inner.expression);
      const [first] = inner.arguments;
      if (isIdentifier(callee))
        return callee.text === 'expect' && first !== undefined && (anything || readsStatus(first));
      if (!isPropertyAccessExpression(callee)) return false;
      if (callee.name.text === 'expect') return first !== undefined && (anything || readsStatus(first));
      // Cypress: `cy.request(…).its('status').should('eq', 404)`.
      if (callee.name.text === 'its') return namesStatus(first);
      inner = unwrapAwait(callee.expression);
    } else return false;
  }
}

function endsIn(receiver: Expression, name: string): boolean {
  const inner = unwrapAwait(receiver);
  return isPropertyAccessExpression(inner) && inner.name.text === name;
}

/** True if a chain of calls sends a request: `request(app).get('/users').set(…)`. */
function asks(receiver: Expression): boolean {
  let inner = unwrapAwait(receiver);
  while (isCallExpression(inner)) {
    const callee = unwrapAwait(inner.expression);
    if (!isPropertyAccessExpression(callee)) return false;
    if (REQUESTS.test(callee.name.text)) return true;
    inner = unwrapAwait(callee.expression);
  }
  return false;
}
