import type { FrameworkAdapter, Overload, ResponseMethod, Spelling } from '../adapter.ts';
import { one, unknown, valuesOf } from '../known.ts';
import type { Literal, Response, TextEdit } from '../model.ts';
import { createChainedSpelling } from '../spelling/chained.ts';
import { textAt } from '../spelling/text.ts';

/** Express 4 still takes Express 3's `send(status)`; Express 5 sends the number as the body, or answers 500. */
function until5(now: ResponseMethod, argument: number, body: ResponseMethod['body']): ResponseMethod {
  const then: ResponseMethod = { ...now, legacy: true, status: { argument } };
  return { ...now, legacy: true, older: { before: 5, method: body === undefined ? then : { ...then, body } } };
}

const plainSend: ResponseMethod = { role: 'send', body: 0 };

const send: Overload = (shapes) => {
  if (shapes.length === 0) return { role: 'send' };
  if (shapes[0] === 'number') return until5(plainSend, 0, shapes.length > 1 ? 1 : 'reason phrase');
  return shapes[1] === 'number' ? until5(plainSend, 1, 0) : plainSend;
};

const json: Overload = (shapes) => {
  if (shapes.length === 0) return { role: 'send' };
  if (shapes[1] === 'number') return until5(plainSend, 1, 0);
  return shapes[0] === 'number' && shapes.length > 1 ? until5(plainSend, 0, 1) : plainSend;
};

const redirect: Overload = (shapes) => {
  const sent: ResponseMethod = { role: 'send', header: 'Location' };
  if (shapes[1] === 'number') return until5({ ...sent, status: { always: 500 } }, 1, undefined);
  if (shapes.length > 1) return { ...sent, status: { argument: 0 } };
  return { ...sent, status: { always: 302 } };
};

/** Measured: Express 4 takes texts and rounds down, Express 5 throws for all but integers; both refuse the rest. */
function answerTo(written: Literal | undefined, version: number | undefined): number | undefined {
  if (version === undefined) {
    const [in4, in5] = [answerTo(written, 4), answerTo(written, 5)];
    return in4 === in5 ? in4 : undefined;
  }
  const code = version < 5 ? Math.trunc(Number(written ?? Number.NaN)) : Number(written);
  const taken = version < 5 || typeof written === 'number';
  return taken && Number.isInteger(code) && code >= 100 && code <= 999 ? code : 500;
}

export const adapter: FrameworkAdapter = {
  id: 'express',
  name: 'Express',
  packages: ['express', 'express4', 'express-promise-router', 'express-async-router'],
  defaultStatus: 200,
  handlers: {
    makers: [
      'express#*',
      'express#default',
      'express#Router',
      'express4#*',
      'express4#default',
      'express4#Router',
      'express-promise-router#*',
      'express-promise-router#default',
    ],
    verbs: {
      get: 'GET',
      post: 'POST',
      put: 'PUT',
      patch: 'PATCH',
      delete: 'DELETE',
      head: 'HEAD',
      options: 'OPTIONS',
      all: undefined,
      use: undefined,
    },
    usualNames: /^(?:app|server|api|routes?|.*(?:router|routes|app))$/i,
    responseTypes: ['express#Response', 'express4#Response', 'express-serve-static-core#Response'],
    handlerTypes: [
      'express#RequestHandler',
      'express#Handler',
      'express#ErrorRequestHandler',
      'express-serve-static-core#RequestHandler',
    ],
    telling: [
      'status',
      'sendStatus',
      'json',
      'send',
      'redirect',
      'render',
      'sendFile',
      'download',
      'jsonp',
      'writeHead',
    ],
    // Measured: the first of the error's fields that is a client or server error, then the response's own, then 500.
    answersErrors: (fields, inForce) => {
      for (const field of [...fields, inForce]) {
        if (field?.kind === 'unknown') return field;
        const codes = (field && valuesOf(field)) ?? [];
        if (codes.length > 0 && codes.every((code) => code >= 400 && code < 600)) return field ?? inForce;
        if (codes.some((code) => code >= 400 && code < 600)) return unknown('operator');
      }
      return one(500);
    },
    awaitsHandlersSince: 5,
    rejectionsHandledBy: [
      '@nestjs/common',
      'express-async-errors',
      'express-async-handler',
      'express-async-router',
      'express-promise-router',
      '@awaitjs/express',
      'async-express-decorator',
      'awilix-express',
      'inversify-express-utils',
      'routing-controllers',
      'tsoa',
      'zone.js',
    ],
    hangsUnanswered: true,
    answerTo,
    parameters: { 1: 'q', 2: 'qs', 3: 'qsn', 4: 'eqsn' },
  },
  methods: {
    status: { role: 'status', status: { argument: 0 } },
    writeHead: { role: 'status', status: { argument: 0 }, fields: [1, 2] },
    sendStatus: { role: 'send', status: { argument: 0 }, body: 'reason phrase' },
    send,
    json,
    jsonp: json,
    end: (shapes) => (shapes.length === 0 ? { role: 'send' } : { role: 'send', body: 0 }),
    redirect,
    render: { role: 'send', body: 'made elsewhere' },
    sendFile: { role: 'send', body: 'made elsewhere' },
    sendfile: { role: 'send', body: 'made elsewhere' },
    download: { role: 'send', body: 'made elsewhere' },
    format: { role: 'stream', body: 'made elsewhere' },
    write: { role: 'stream', body: 'made elsewhere' },
    flushHeaders: { role: 'stream', body: 'made elsewhere' },
    set: { role: 'header', header: 0 },
    header: { role: 'header', header: 0 },
    setHeader: { role: 'header', header: 0 },
    append: { role: 'header', header: 0 },
    type: { role: 'header', header: 'Content-Type' },
    contentType: { role: 'header', header: 'Content-Type' },
    attachment: { role: 'header', header: 'Content-Disposition' },
    location: { role: 'header', header: 'Location' },
    links: { role: 'header', header: 'Link' },
    vary: { role: 'header', header: 'Vary' },
    cookie: { role: 'header', header: 'Set-Cookie' },
    clearCookie: { role: 'header', header: 'Set-Cookie' },
  },
  sinks: ['pipe', 'pipeline'],
  properties: { statusCode: { role: 'status' }, statusMessage: { role: 'reason phrase' } },
  spell: createChainedSpelling({
    status: 'status',
    nothing: 'end()',
    header: 'set',
    redirect: 'status first',
    modernise,
  }),
};

/** `send(404)` becomes `sendStatus(404)`, `json(body, 404)` and its kin become `status(404).json(body)`. */
function modernise(response: Response, spelling: Spelling): readonly TextEdit[] | undefined {
  const [written] = response.statusSpans;
  const last = response.parts.at(-1);
  const part = response.parts.find(({ legacy }) => legacy) ?? (response.body.kind === 'literal' ? last : undefined);
  if (!part) return undefined;
  const [first, second] = part.argumentSpans;
  const code = written ?? (first && /^\d+$/.test(textAt(first, spelling)) ? first : second);
  if (!first || !code) return undefined;
  const status = textAt(code, spelling);
  const span = { start: part.nameSpan.start, end: part.span.end };
  if (part.name === 'redirect') return second && [{ span, text: `redirect(${status}, ${textAt(first, spelling)})` }];
  if (!second) return [{ span, text: `sendStatus(${status})` }];
  const body = textAt(code.start === first.start ? second : first, spelling);
  return [{ span, text: `status(${status}).${part.name}(${body})` }];
}

/** What running it has shown. */
export const facts: readonly string[] = [
  'See [the guide for rules](rules/README.md): `res.send(404)`, `res.json(body, 404)` and `res.redirect(url, 301)` mean something else since Express 5.',
  'A body with 204 or 304 is dropped.',
  'A rejected promise of a handler is answered since Express 5, and leaves the request open before.',
];
