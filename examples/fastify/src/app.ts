import Fastify, { type FastifyInstance } from 'fastify';
import { legacyLoans, loans } from './loans.ts';
import { legacyMembers, members } from './members.ts';
import { legacyTools, tools } from './tools.ts';

export function createApp(logger = false): FastifyInstance {
  const app = Fastify({ logger });

  app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    // Right: an error of Fastify's own carries a status, and its message was written for the client.
    const status = error.statusCode;
    if (status !== undefined && status < 500) return reply.code(status).send({ error: error.message });
    request.log.error(error);
    // Right: the details go to the log, the client only learns that it was not at fault.
    return reply.code(500).send({ error: 'Something went wrong on our side' });
  });

  app.get('/health', async () => ({ status: 'up' }));
  app.register(tools, { prefix: '/tools' });
  app.register(loans, { prefix: '/loans' });
  app.register(members, { prefix: '/members' });
  app.register(legacyTools, { prefix: '/legacy/tools' });
  app.register(legacyLoans, { prefix: '/legacy/loans' });
  app.register(legacyMembers, { prefix: '/legacy/members' });
  return app;
}
