import type { FastifyInstance } from 'fastify';
import { findTool } from './store.ts';

interface OneLoan {
  Params: { id: string };
  Body: { email?: string };
  Headers: { 'x-member'?: string };
}

const LOAN = { type: 'object', properties: { id: { type: 'string' }, lentTo: { type: 'string' } } };
const PROBLEM = { type: 'object', properties: { error: { type: 'string' } } };

export async function loans(fastify: FastifyInstance): Promise<void> {
  fastify.get<OneLoan>('/:id', { schema: { response: { 200: LOAN, 404: PROBLEM } } }, async (request, reply) => {
    const tool = await findTool(request.params.id);
    // Right: clients can read in the schema that this may come.
    if (!tool) return reply.code(404).send({ error: 'Tool not found' });
    return reply.send({ id: tool.id, lentTo: tool.lentTo });
  });

  fastify.put<OneLoan>('/:id', async (request, reply) => {
    const { email } = request.body;
    if (!email) {
      // Right: the request itself is incomplete.
      return reply.code(400).send({ error: 'email is missing' });
    }
    const tool = await findTool(request.params.id);
    if (!tool) return reply.code(404).send({ error: 'Tool not found' });
    if (tool.lentTo !== undefined) {
      // Right: the request is fine, the state of the tool is not.
      return reply.code(409).send({ error: 'The tool is lent already' });
    }
    tool.lentTo = email;
    return { id: tool.id, lentTo: email };
  });
}

export async function legacyLoans(fastify: FastifyInstance): Promise<void> {
  fastify.get<OneLoan>('/:id', { schema: { response: { 200: LOAN } } }, async (request, reply) => {
    const tool = await findTool(request.params.id);
    // Mistake: the schema does not tell of it, and neither do the clients that are generated from it.
    // (rule: no-undeclared-status)
    if (!tool) return reply.code(404).send({ error: 'Tool not found' });
    return reply.send({ id: tool.id, lentTo: tool.lentTo });
  });

  fastify.put<OneLoan>('/:id', async (request, reply) => {
    const { email } = request.body;
    if (!email) {
      // Mistake: nothing on the server has failed, the client left something out.
      // (rule: no-server-error-for-client-error)
      return reply.code(500).send({ error: 'email is missing' });
    }
    const tool = await findTool(request.params.id);
    if (!tool) {
      // Mistake: the request is well-formed, what it is about does not exist.
      // (rule: prefer-not-found-for-missing)
      return reply.code(400).send({ error: 'Tool not found' });
    }
    tool.lentTo = email;
    return { id: tool.id, lentTo: email };
  });
}
