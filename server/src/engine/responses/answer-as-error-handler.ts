import { frameworks } from '../registry.generated.ts';
import type { FileView } from '../syntax/file-view.ts';
import type { FunctionLikeDeclaration } from '../syntax/parser.ts';
import { fillIn, workOut } from '../values/evaluate.ts';
import { toNumber } from '../values/literal.ts';
import { type ErrorAnswer, missing, type Value } from '../values/model.ts';
import { ownerOf } from '../values/owners.ts';
import { readValue } from '../values/read.ts';
import { isTrue } from '../values/tests.ts';
import { type AllowsTest, collectDrafts } from './collect.ts';
import { createHandler } from './roles.ts';

/** Reads what an error handler makes of one error: which of its tests the error passes, and what is answered then. */
export function answerAsErrorHandler(
  fn: FunctionLikeDeclaration,
  file: FileView,
  error: Value,
  inForce: Value,
): ErrorAnswer {
  const { world } = file;
  for (const adapter of frameworks) {
    // What has no response object has no error handlers that answer through one.
    if (Object.keys(adapter.methods).length === 0) continue;
    const of = createHandler(fn, { method: undefined, route: undefined, by: 'call' }, file, adapter);
    if (!of?.error || !of.response) continue;
    const args: Value[] = fn.parameters.map(() => ({ kind: 'unknown', why: 'parameter' }));
    args[fn.parameters.indexOf(of.error.parameter)] = error;
    args[fn.parameters.indexOf(of.response.parameter)] = respond(inForce);
    const fill = (value: Value): Value => fillIn(value, ownerOf(fn, file), args);
    const allows: AllowsTest = (test, holds) => {
      const outcome = isTrue(fill(readValue(test, file)), (value) => workOut(value, world));
      return outcome === undefined || outcome === holds;
    };
    const { drafts, passedOn, mayBeLost } = collectDrafts(of, file, allows);
    const statuses = drafts
      .filter(({ sent, via }) => sent && via !== 'next' && via !== 'throw')
      .map(({ status }) => toNumber(status ? fill(status.symbolic) : valueInForce(inForce), world));
    return { statuses, passedOn: passedOn.map((one) => fill(readValue(one, file))), silent: mayBeLost };
  }
  return { statuses: [], passedOn: [], silent: true };
}

/** The response as an error handler finds it. */
function respond(inForce: Value): Value {
  const properties = new Map<string, Value>([
    ['statusCode', valueInForce(inForce)],
    ['headersSent', { kind: 'literal', value: false }],
  ]);
  return { kind: 'object', open: true, properties };
}

function valueInForce(inForce: Value): Value {
  return inForce === missing ? { kind: 'literal', value: 200 } : inForce;
}
