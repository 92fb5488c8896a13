const sensible = require('@fastify/sensible');

/** The plug-in's names for statuses, each of which is sent as an error. */
module.exports = async (fastify) => {
  await fastify.register(sensible);

  // case bad-request: GET /bad-request
  fastify.get('/bad-request', async (_request, reply) => reply.badRequest('400')); // answers bad-request

  // case unauthorized: GET /unauthorized
  fastify.get('/unauthorized', async (_request, reply) => reply.unauthorized('401')); // answers unauthorized

  // case payment-required: GET /payment-required
  fastify.get('/payment-required', async (_request, reply) => reply.paymentRequired('402')); // answers payment-required

  // case forbidden: GET /forbidden
  fastify.get('/forbidden', async (_request, reply) => reply.forbidden('403')); // answers forbidden

  // case not-found: GET /not-found
  fastify.get('/not-found', async (_request, reply) => reply.notFound('404')); // answers not-found

  // case method-not-allowed: GET /method-not-allowed
  fastify.get('/method-not-allowed', async (_request, reply) => reply.methodNotAllowed('405')); // answers method-not-allowed

  // case not-acceptable: GET /not-acceptable
  fastify.get('/not-acceptable', async (_request, reply) => reply.notAcceptable('406')); // answers not-acceptable

  // case proxy-authentication-required: GET /proxy-authentication-required
  fastify.get('/proxy-authentication-required', async (_request, reply) => reply.proxyAuthenticationRequired('407')); // answers proxy-authentication-required

  // case request-timeout: GET /request-timeout
  fastify.get('/request-timeout', async (_request, reply) => reply.requestTimeout('408')); // answers request-timeout

  // case conflict: GET /conflict
  fastify.get('/conflict', async (_request, reply) => reply.conflict('409')); // answers conflict

  // case gone: GET /gone
  fastify.get('/gone', async (_request, reply) => reply.gone('410')); // answers gone

  // case length-required: GET /length-required
  fastify.get('/length-required', async (_request, reply) => reply.lengthRequired('411')); // answers length-required

  // case precondition-failed: GET /precondition-failed
  fastify.get('/precondition-failed', async (_request, reply) => reply.preconditionFailed('412')); // answers precondition-failed

  // case payload-too-large: GET /payload-too-large
  fastify.get('/payload-too-large', async (_request, reply) => reply.payloadTooLarge('413')); // answers payload-too-large

  // case uri-too-long: GET /uri-too-long
  fastify.get('/uri-too-long', async (_request, reply) => reply.uriTooLong('414')); // answers uri-too-long

  // case unsupported-media-type: GET /unsupported-media-type
  fastify.get('/unsupported-media-type', async (_request, reply) => reply.unsupportedMediaType('415')); // answers unsupported-media-type

  // case range-not-satisfiable: GET /range-not-satisfiable
  fastify.get('/range-not-satisfiable', async (_request, reply) => reply.rangeNotSatisfiable('416')); // answers range-not-satisfiable

  // case expectation-failed: GET /expectation-failed
  fastify.get('/expectation-failed', async (_request, reply) => reply.expectationFailed('417')); // answers expectation-failed

  // case imateapot: GET /imateapot
  fastify.get('/imateapot', async (_request, reply) => reply.imateapot('418')); // answers imateapot

  // case misdirected-request: GET /misdirected-request
  fastify.get('/misdirected-request', async (_request, reply) => reply.misdirectedRequest('421')); // answers misdirected-request

  // case unprocessable-entity: GET /unprocessable-entity
  fastify.get('/unprocessable-entity', async (_request, reply) => reply.unprocessableEntity('422')); // answers unprocessable-entity

  // case locked: GET /locked
  fastify.get('/locked', async (_request, reply) => reply.locked('423')); // answers locked

  // case failed-dependency: GET /failed-dependency
  fastify.get('/failed-dependency', async (_request, reply) => reply.failedDependency('424')); // answers failed-dependency

  // case too-early: GET /too-early
  fastify.get('/too-early', async (_request, reply) => reply.tooEarly('425')); // answers too-early

  // case upgrade-required: GET /upgrade-required
  fastify.get('/upgrade-required', async (_request, reply) => reply.upgradeRequired('426')); // answers upgrade-required

  // case precondition-required: GET /precondition-required
  fastify.get('/precondition-required', async (_request, reply) => reply.preconditionRequired('428')); // answers precondition-required

  // case too-many-requests: GET /too-many-requests
  fastify.get('/too-many-requests', async (_request, reply) => reply.tooManyRequests('429')); // answers too-many-requests

  // case request-header-fields-too-large: GET /request-header-fields-too-large
  fastify.get('/request-header-fields-too-large', async (_request, reply) => reply.requestHeaderFieldsTooLarge('431')); // answers request-header-fields-too-large

  // case unavailable-for-legal-reasons: GET /unavailable-for-legal-reasons
  fastify.get('/unavailable-for-legal-reasons', async (_request, reply) => reply.unavailableForLegalReasons('451')); // answers unavailable-for-legal-reasons

  // case internal-server-error: GET /internal-server-error
  fastify.get('/internal-server-error', async (_request, reply) => reply.internalServerError('500')); // answers internal-server-error

  // case not-implemented: GET /not-implemented
  fastify.get('/not-implemented', async (_request, reply) => reply.notImplemented('501')); // answers not-implemented

  // case bad-gateway: GET /bad-gateway
  fastify.get('/bad-gateway', async (_request, reply) => reply.badGateway('502')); // answers bad-gateway

  // case service-unavailable: GET /service-unavailable
  fastify.get('/service-unavailable', async (_request, reply) => reply.serviceUnavailable('503')); // answers service-unavailable

  // case gateway-timeout: GET /gateway-timeout
  fastify.get('/gateway-timeout', async (_request, reply) => reply.gatewayTimeout('504')); // answers gateway-timeout

  // case http-version-not-supported: GET /http-version-not-supported
  fastify.get('/http-version-not-supported', async (_request, reply) => reply.httpVersionNotSupported('505')); // answers http-version-not-supported

  // case variant-also-negotiates: GET /variant-also-negotiates
  fastify.get('/variant-also-negotiates', async (_request, reply) => reply.variantAlsoNegotiates('506')); // answers variant-also-negotiates

  // case insufficient-storage: GET /insufficient-storage
  fastify.get('/insufficient-storage', async (_request, reply) => reply.insufficientStorage('507')); // answers insufficient-storage

  // case loop-detected: GET /loop-detected
  fastify.get('/loop-detected', async (_request, reply) => reply.loopDetected('508')); // answers loop-detected

  // case bandwidth-limit-exceeded: GET /bandwidth-limit-exceeded
  fastify.get('/bandwidth-limit-exceeded', async (_request, reply) => reply.bandwidthLimitExceeded('509')); // answers bandwidth-limit-exceeded

  // case not-extended: GET /not-extended
  fastify.get('/not-extended', async (_request, reply) => reply.notExtended('510')); // answers not-extended

  // case network-authentication-required: GET /network-authentication-required
  fastify.get('/network-authentication-required', async (_request, reply) =>
    reply.networkAuthenticationRequired('511'),
  ); // answers network-authentication-required

  // case thrown: GET /thrown
  fastify.get('/thrown', async () => {
    throw fastify.httpErrors.conflict('There is one'); // answers thrown
  });
};
