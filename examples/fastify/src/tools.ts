import type { FastifyInstance } from 'fastify';
import { findTool, store } from './store.ts';

interface OneTool {
  Params: { id: string };
}

export async function tools(fastify: FastifyInstance): Promise<void> {
  fastify.get('/', async () => [...store.tools.values()]);

  fastify.get<OneTool>('/:id', async (request, reply) => {
    const tool = await findTool(request.params.id);
    if (!tool) {
      // Right: the address names a tool that the library does not have.
      return reply.code(404).send({ error: 'Tool not found' });
    }
    return tool;
  });

  fastify.delete<OneTool>('/:id', async (request, reply) => {
    store.tools.delete(request.params.id);
    // Right: there is nothing to say, and 204 says nothing.
    return reply.code(204).send();
  });

  fastify.get<OneTool>('/:id/manual', (request, reply) => {
    // Right: in Fastify 5 the address comes first, and the status after it.
    reply.redirect(`https://manuals.example/${request.params.id}`, 302);
  });
}

export async function legacyTools(fastify: FastifyInstance): Promise<void> {
  fastify.get<OneTool>('/:id', async (request) => {
    const tool = await findTool(request.params.id);
    if (!tool) {
      // Mistake: what is returned is sent with 200. Clients, caches and monitors see a success.
      // (rule: no-error-body-with-success)
      return { error: 'Tool not found' };
    }
    return tool;
  });

  fastify.delete<OneTool>('/:id', async (request, reply) => {
    store.tools.delete(request.params.id);
    // Mistake: the body is made and then thrown away, because a 204 never carries one.
    // (rule: no-body-with-bodyless-status)
    return reply.code(204).send({ deleted: request.params.id });
  });

  fastify.get<OneTool>('/:id/manual', (_request, reply) => {
    // Mistake: Fastify refuses a status above 599, and the client gets 500.
    // (rule: valid-status-code)
    reply.code(730).send({ error: 'The manual is lost' });
  });
}
