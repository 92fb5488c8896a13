const { createError, createRouter, defineEventHandler, send, sendError, sendStream, setResponseStatus } = require('h3');
const { Readable } = require('node:stream');

module.exports = createRouter()
  // case sent: GET /sent
  .get(
    '/sent',
    defineEventHandler((event) => send(event, 'hello')), // answers sent
  )
  // case sent-with-status: GET /sent-with-status
  .get(
    '/sent-with-status',
    defineEventHandler((event) => {
      setResponseStatus(event, 206);
      return send(event, 'part'); // answers sent-with-status
    }),
  )
  // case error-sent: GET /error-sent
  .get(
    '/error-sent',
    defineEventHandler((event) => sendError(event, createError({ statusCode: 409 }))), // answers error-sent
  )
  // case streamed: GET /streamed
  .get(
    '/streamed',
    defineEventHandler((event) => sendStream(event, Readable.from(['part']))), // answers streamed
  )
  // case by-hand: GET /by-hand
  .get(
    '/by-hand',
    defineEventHandler((event) => {
      event.node.res.writeHead(410);
      event.node.res.end('gone'); // answers by-hand
    }),
  )
  // case null: GET /null
  .get(
    '/null',
    defineEventHandler(() => null), // answers null
  );
