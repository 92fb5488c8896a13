/** Every sentence that a person reads, by id, so that a client can show it in another language. `{name}` is filled in. */
export const messages = {
  'body.refused.sometimes':
    '{status} never carries a body: {framework} drops this one on Node, and answers 500 where `Response` is the platform’s own. Send nothing, or answer 200 OK.',
  'body.refused':
    '`Response` takes no body with {status}: this throws a TypeError, and the client gets 500. Give null, or answer 200 OK.',
  'body.dropped': '{status} never carries a body, so {framework} drops this one. Send nothing, or answer 200 OK.',
  'body.dropped.sometimes':
    'When the status is {status}, {framework} drops this body: that code never carries one. Send nothing there.',
  'body.fix.remove': 'Drop the body that {status} cannot carry',
  'status.fix.keep-body': 'Answer {status} to keep the body',
  'error-body.explicit':
    'The body tells of an error, but the status is {status}: clients, caches and monitors take it for a success. Answer with a 4xx or 5xx status.',
  'error-body.implicit':
    'The body tells of an error, but no status is set, so {framework} answers {status}: clients, caches and monitors take it for a success. Answer with a 4xx or 5xx status.',
  'error-body.habit':
    'Errors of this file are told in the body of a 200 ({told} of {all}). If that is agreed with the clients, set `statusLens.policy.envelope` to "always-200"; if not, "off" points out each place.',
  'error-body.habit.project':
    'This project tells its errors by a code in the body of a 200 ({told} of {all}), which is said here alone. If that is agreed with the clients, set `statusLens.policy.envelope` to "always-200"; if not, "off" points out each place.',
  'error-body.because': 'This branch runs when `{test}`: {scenario}.',
  'scenario.mismatch':
    'This branch runs when `{test}`: {scenario}. {status} tells the client something else; {codes} fits.',
  'scenario.evidence': 'The test that leads here.',
  'reason.found': '`{name}` was found',
  'reason.not-found': '`{name}` was not found',
  'reason.found-nothing': '`{name}` found nothing',
  'reason.missing': '`{name}` is missing',
  'reason.true': '`{name}` is true',
  'reason.false': '`{name}` is false',
  'reason.equal': '`{name}` is `{other}`',
  'reason.different': '`{name}` is not `{other}`',
  'reason.instance': '`{name}` is a `{other}`',
  'reason.more': '`{name}` is over `{other}`',
  'reason.less': '`{name}` is below `{other}`',
  'reason.failed': '`{name}` failed',
  'reason.unusable': 'it is well formed and makes no sense',
  'reason.malformed': 'the request itself is malformed',
  'reason.gone': 'it was there, and is gone for good',
  'reason.precondition': 'the client named the state that it takes for granted',
  'reason.locked': 'it is locked',
  'reason.hidden': 'nobody learns of what belongs to others',
  untested:
    '`{call}` gives nothing where there is no such thing, and nobody asks: the client gets a success with nothing in it. Answer {status} then.',
  'untested.through':
    '`{call}` hands on what `{through}` gives, which is nothing where there is no such thing, and nobody asks: the client gets a success with nothing in it. Answer {status} then.',
  'untested.place': 'This gives nothing where there is no such thing.',
  'server-fault':
    'Whatever fails in this block is answered {status}, as if the client were at fault; calls such as `{call}` fail for reasons of the server. Answer 500 Internal Server Error.',
  'server-fault.callback':
    'A failing call is answered {status}, as if the client were at fault. Answer 500 Internal Server Error.',
  'server-fault.swallowed':
    'A failure of `{call}` is turned into nothing and answered {status}, as if there were none: an outage shows as missing data. Let the failure pass, or answer 500 Internal Server Error.',
  'server-fault.write':
    '`{call}` gave nothing, and that is answered {status}, as if the client were at fault. Answer 500 Internal Server Error.',
  'server-fault.setting':
    'This branch runs when `{test}`: a setting of the server is missing, and no request can mend that. {status} blames the client; answer 500 Internal Server Error.',
  'server-fault.fix': 'Answer 500 Internal Server Error: an unexpected failure',
  'server-fault.fix.hide': 'Answer 500 Internal Server Error with a text of your own, and log the error',
  'success-in-catch':
    'What was tried has failed (`{test}`), and the client is told {status}: nobody learns of it. Answer 500 Internal Server Error, or pass the error on.',
  'success-in-catch.catch': 'What was tried failed, or this clause would not run.',
  'empty-list': 'This branch runs when `{test}`: the list is there, and nothing is in it. Answer {status}.',
  'empty-list.test': 'What was looked up is a list.',
  'empty-list.fix': 'Answer {status}: the list is empty',
  creation: '`{call}` makes something new, and the client is told only that all went well. Answer {status}.',
  queued: '`{call}` puts the work aside for later, and the client is told that it is done. Answer {status}.',
  'leak.stack':
    'This sends the stack of an unknown error to the client: it tells of files, packages and their versions.',
  'leak.raw':
    'This sends an unknown error as it is to the client: it may carry queries, paths and secrets. Send a text of your own and log the error.',
  'leak.message':
    'This sends the message of an unknown error to the client: it may tell of queries, hosts and paths. Send a text of your own and log the error.',
  'leak.place': 'The part of the error that is sent.',
  'leak.fix': 'Send a text of your own, and log the error',
  'legacy.now':
    'Express {version} takes this for something else and answers {status}: the number is no longer the status.',
  'legacy.soon': 'Express 5 takes this for something else: the number would no longer be the status.',
  'legacy.fix': 'Spell it as Express 4 and 5 both understand it',
  'mismatch.code':
    'The body says {told}, and the status is {status}: a client that reads the one or the other goes wrong.',
  'mismatch.text':
    'The body says "{text}", which is the name of {told}, and the status is {status}: one of the two is wrong.',
  'mismatch.refusal':
    'The body refuses the user ("{text}"), as the test `{test}` does, and the status is {status}: {told} fits.',
  'mismatch.fix.status': 'Answer {status}, as the body says',
  'mismatch.fix.body': 'Let the body say {status}',
  'mismatch.success': 'The body says that all went well, and the status is {status}.',
  double:
    'Nothing ends the path after this answer, so it comes to another one, which fails with ERR_HTTP_HEADERS_SENT.',
  'double.dropped':
    'Nothing ends the path after this answer, so it comes to another one, which is dropped: the first answer wins, and the log gets a warning.',
  'double.later': 'The second answer on the same path.',
  'double.fix': 'Return here',
  'double.work':
    'The request is refused here, and the flow goes on to `{call}` all the same: the check prevents nothing. Return here.',
  'double.work.place': 'This still runs after the refusal.',
  'double.error':
    'This is answered here, and `{call}` hands the error on all the same: who takes it answers a second time, and with nobody behind it Express cuts the connection. Do one of the two.',
  'double.error.place': 'The error is handed on after the answer.',
  unanswered:
    'A path through this handler answers nothing: the request hangs. Answer on it, or hand it on with next().',
  'unanswered.when': 'Nothing answers when `{test}`: the request hangs. Answer here, or hand it on with next().',
  'unanswered.catch':
    'Whatever fails here is not answered: the request hangs. Answer an error, or hand it on with next(error).',
  'unanswered.instead':
    'Nothing answers this failure, so {framework} sends {status} with an empty body once the async function ends. Answer an error, or throw it.',
  'unanswered.alone': 'A path through this handler answers nothing: the request hangs. Answer on it.',
  'unanswered.alone.when': 'Nothing answers when `{test}`: the request hangs. Answer here.',
  'unanswered.alone.catch': 'Whatever fails here is not answered: the request hangs. Answer an error.',
  'unanswered.fix.failed': 'Answer {status}: what was tried has failed',
  'unanswered.fix.error': 'Hand the error on with next()',
  'unanswered.fix.next': 'Hand the request on with next()',
  unsent: '{status} is set here and never sent: the request hangs. Send it, with a body or without.',
  'unsent.unmade':
    '{status} is set here and no response is made: {framework} answers {unanswered}. Give the status to the call that makes the response.',
  'unsent.fix': 'Send it',
  unreturned: 'This response is made and given to nobody: the client never gets {status}. Return it.',
  unthrown: 'This error is made and nobody throws it: the client never gets {status}. Throw it.',
  'unreturned.fix': 'Return it',
  'unreturned.fix.status': 'Return it with {status}',
  'late-status':
    '{status} comes too late: the response was sent before, with the status that it had. Set the status first.',
  'late-status.sent': 'The response is sent here.',
  'late-status.fix': 'Set the status first',
  unhandled:
    'When this fails, Express 4 hears nothing of it: the request hangs, and Node may end the process. Catch it and call next(error), or wrap the handler.',
  'unhandled.fix.wrapper': 'Wrap the handler as the others are',
  'unhandled.fix.try': 'Catch what fails and hand it to next()',
  'impossible.text': "`{status}` is a number: it is never '{code}'. Compare it with {code}.",
  'impossible.range': 'A status is an integer from 100 to 599: `{status}` never has this value.',
  'impossible.decided.success': 'An answer of {code} is not `ok`, so it does not come here.',
  'impossible.decided.failure': 'An answer of {code} is `ok`, so it does not come here.',
  'impossible.decided.place': 'This has decided whether it is a success.',
  'impossible.rejected':
    '{client} rejects an answer of {code}, so it does not come here: look at it in a catch clause.',
  'impossible.resolved': '{client} rejects no answer of {code}, so it does not come here.',
  'impossible.followed':
    "{client} follows a redirection, so {code} does not come here: ask for `redirect: 'manual'`, or look at `redirected`.",
  'impossible.fix.number': 'Compare it with the number {code}',
  outdated: 'RFC 9110 calls {code} by another name: {current}, which this table has too.',
  'outdated.fix': 'Write {current}',
  'style.number': 'The statuses of this file are numbers; {code} has its name here.',
  'style.constant': 'The statuses of this file have names; {code} is a number here.',
  'style.fix.number': 'Write {code}',
  'style.fix.constant': 'Write its name',
  'unused-declaration': '{status} is declared, and this handler never sends it.',
  'unused-declaration.fix': 'Declare {status} no more',
  undeclared: '{status} is sent, and this route declares {declared} only. Declare it, or clients will not expect it.',
  'undeclared.fix': 'Declare {status}',
  'undeclared.place': 'The statuses are declared here.',
  'created.read': 'A {method} creates nothing: answer {status}.',
  'created.nothing': 'Nothing is created here: answer {status}.',
  'ignored.given-back':
    'This error is given back, not thrown, so {framework} sends it as the body of a {answered}. Throw it to answer {status}.',
  'ignored.given-back-by':
    'What is called here gives back an error instead of throwing it, and {framework} sends that as the body of a {answered}. Throw it there to answer {status}.',
  'ignored.in-body': '{told} stands in the body only: {framework} answers {status}.',
  'ignored.no-status': 'This error has no status, so it is answered {answered}. Say which one is meant.',
  'ignored.caught': '{status} never reaches the client: the catch of this very function answers in its place.',
  'ignored.overwritten': 'Nobody receives {status}: every path sets another status before it answers.',
  'ignored.fix.throw': 'Throw the error',
  'ignored.instead': 'This is what takes effect.',
  invalid: '{written} is no status code. Give an integer from 200 to 599.',
  'invalid.answers':
    '{written} is no status code: {framework} answers {status} instead. Give an integer from 200 to 599.',
  'invalid.interim':
    '{status} is an interim response: the client goes on waiting for the final one. Answer with a code from 200 on.',
  'invalid.fix': 'Answer {status}, which was meant',
  unregistered: '{status} is not in the registry of HTTP: clients treat it as {class}.',
  'unregistered.vendor':
    '{status} is not in the registry of HTTP: it is a code of {vendor}, which other clients do not know.',
  'unregistered.unused': '{status} is {registration} in the registry of HTTP: do not send it.',
  'no-location': '{status} without a Location field: no client knows where to go. Set it, or use redirect().',
  'no-location.fix': 'Say where to with a Location field',
  'no-field': '{status} must carry the header field {field}.',
  'no-field.asked': '{status} comes without the header field {field}, which this team asks for.',
  'no-field.fix': 'Add {field}',
  'see-other':
    'After a {method}, clients read {status} in different ways. Answer 303 See Other to go on with GET, or 307 or 308 to repeat the method.',
  'no-content': 'The body is empty, and {status} lets the client expect one: answer 204 No Content.',
  'legacy.body':
    'This sends the number {code} as the body, with the status {status}: the client takes the error for a success.',
  'status.fix.scenario': 'Answer {status}: {reason}',
  'status.fix.plain': 'Answer {status}',
  'fix.all': 'Repair all {count} of {rule} in this file',
  'fix.safe': 'Apply all safe repairs of Status Lens',
  explain: 'Explain {rule}',
  'suppress.line': 'Suppress {rule} on this line',
  'suppress.block': 'Suppress {rule} in this block',
  'suppress.file': 'Suppress {rule} in this file',
  'suppression.unused': 'This comment silences nothing: no finding stands where it speaks of.',
  'suppression.unused.rule': '{rule} finds nothing here, so there is nothing to silence.',
  'suppression.unknown': 'There is no rule {rule}, so nothing is silenced by its name.',
  'suppression.fix.comment': 'Remove the comment that silences nothing',
  'suppression.fix.rule': 'Remove {rule} from the comment',
  'hover.use': 'Use it when',
  'hover.not': 'Not when',
  'hover.confused': 'Easily confused with',
  'hover.fields': 'Header fields',
  'hover.retry': 'Retry',
  'hover.cache': 'Cache',
  'hover.example': 'Example',
  'hover.here': 'Here: {facts}.',
  'hover.here.through': 'through `{name}`',
  'hover.here.through.file': 'through `{name}` in {file}',
  'hover.here.scenario': 'This branch runs when `{test}`: {scenario}; {codes} fits.',
  'hover.here.fits': 'This branch runs when `{test}`: {scenario}; {status} says so.',
  'hover.here.comparison': 'Here: compared with the status that came back.',
  'hover.here.bound': 'Here: the bound of a range of statuses.',
  'hover.here.classes': 'Here: the bound of a range of statuses, {classes}.',
  'hover.here.expectation': 'Here: the status that a test expects.',
  'hover.here.declaration': 'Here: declared as one of the answers.',
  'hover.here.member': 'Here: the status of an answer or of an error.',
  'hover.page': 'Look it up',
  'hover.route': '`{address}` answers:',
  'hover.route.own': '- {statuses}: its handler',
  'hover.route.outside': '- {status}: `{from}`, {reason}',
  'hover.route.fields': ', with `{fields}`',
  'hover.route.unproven': ' (by its documentation)',
  'outside.malformed': 'to what it cannot parse',
  'outside.invalid': 'to what breaks the schema',
  'outside.too large': 'to a body that is too large',
  'outside.media type': 'to a body in a charset, an encoding or a format that it does not read',
  'outside.upload': 'to a file or a form that it does not take',
  'outside.not authenticated': 'to a request without valid credentials',
  'outside.elsewhere': 'to a request without valid credentials, which is led elsewhere',
  'outside.not allowed': 'to somebody who lacks the right',
  'outside.forged': 'to a request that may come from another site',
  'outside.limit': 'to requests that come too often',
  'outside.preflight': 'to preflights of browsers',
  'outside.not modified': 'to a client that has the present version',
  'outside.late': 'where the handler takes too long',
  'outside.overload': 'while the server is overloaded',
  'completion.answer': 'the whole answer',
  'completion.not-registered': '{class}, not registered',
  'hover.unassigned': 'Not a registered status code.',
  'exercise.solution': 'What happened: {reason}. What fits: {codes}.',
  'page.all': 'All status codes',
  'page.introduction': 'One page for each code: when to use it, when not, and what it is confused with.',
  'page.code': 'code',
  'page.meaning': 'what it tells the client',
  'page.scenarios': 'Situations',
  'page.scenario.other': '{title}: {usual} is the usual answer, and this one may fit.',
  'page.kind.vendor': 'not a registered code',
  'page.group.informational': '1xx: informational',
  'page.group.success': '2xx: success',
  'page.group.redirection': '3xx: redirection',
  'page.group.client error': '4xx: client errors',
  'page.group.server error': '5xx: server errors',
  'page.group.vendor': 'Codes of vendors',
  'index.failed': 'What {path} registers could not be read, so its routes are not known; everything else is. {error}',
} as const;

export type MessageId = keyof typeof messages;

/** The sentence `id` with its placeholders filled in; one without a value stays as it is. */
export function say(id: MessageId, values: Readonly<Record<string, string>> = {}): string {
  return messages[id].replace(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder);
}
