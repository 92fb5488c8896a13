import type { FastifyInstance } from 'fastify';
import { findMember, saveMember } from './store.ts';

interface SignUp {
  Body: { email: string; name: string };
}

export async function members(fastify: FastifyInstance): Promise<void> {
  fastify.post<SignUp>('/', async (request, reply) => {
    const { email, name } = request.body;
    const existing = await findMember(email);
    if (existing) {
      // Right: the address belongs to somebody already.
      return reply.code(409).send({ error: 'The address is taken' });
    }
    const member = await saveMember({ email, name });
    // Right: the status that was set before goes with what is returned.
    reply.code(201);
    return member;
  });
}

export async function legacyMembers(fastify: FastifyInstance): Promise<void> {
  fastify.post<SignUp>('/', async (request, reply) => {
    const { email, name } = request.body;
    try {
      const existing = await findMember(email);
      if (existing) {
        // Mistake: nothing is wrong with the request; the address belongs to somebody already.
        // (rule: prefer-conflict-for-duplicate)
        return reply.code(400).send({ error: 'The address is taken' });
      }
      const member = await saveMember({ email, name });
      return reply.code(201).send(member);
    } catch (error) {
      // Mistake: a failing database is told to the client word for word, with its address.
      // (rule: no-internal-error-leak)
      return reply.code(500).send({ error: (error as Error).message });
    }
  });
}
