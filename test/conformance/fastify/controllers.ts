import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

class Orders {
  async find(request: FastifyRequest<{ Params: { id: string } }>, rep: FastifyReply) {
    if (request.params.id !== '7') return rep.code(404).send({ error: 'No such order' }); // answers typed-missing
    return { id: request.params.id }; // answers typed-found
  }

  cancel = async (_request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    deny(reply, 'Paid already'); // answers helped
  };
}

function deny(reply: FastifyReply, message: string, status = 409) {
  reply.status(status).send({ message });
}

const orders = new Orders();

export default async function routes(app: FastifyInstance) {
  // case typed-found: GET /orders/7
  // case typed-missing: GET /orders/9
  app.get('/orders/:id', orders.find);
  // case helped: DELETE /orders/7
  app.delete('/orders/:id', orders.cancel);
}
