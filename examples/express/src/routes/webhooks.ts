import { Router } from 'express';
import { store } from '../store.ts';

export const webhooks = Router();
export const legacyWebhooks = Router();

const SECRET = 'whsec-demo';

webhooks.post('/parcels', (req, res) => {
  if (req.get('X-Webhook-Secret') !== SECRET) return res.status(401).json({ error: 'Unknown sender' });
  if (req.body?.type !== 'parcel.shipped') {
    // Right: an event that does not concern us was received all the same; anything but 2xx would bring it again.
    return res.status(200).json({ received: true, ignored: true });
  }
  markShipped(req.body.orderId);
  // Right: received, and nothing to say.
  res.status(204).end();
});

legacyWebhooks.post('/parcels', (req, res) => {
  if (req.get('X-Webhook-Secret') !== SECRET) return res.status(401).json({ error: 'Unknown sender' });
  if (req.body?.type !== 'parcel.shipped') {
    // Mistake: 204 with a body. The sender's log shows an empty answer where "ignored" was meant to help.
    // (rule: no-body-with-bodyless-status)
    return res.status(204).send({ ignored: true });
  }
  try {
    markShipped(req.body.orderId);
    res.status(204).end();
  } catch {
    // Right: senders of webhooks repeat whatever is not a 2xx, so an event that nobody can use is confirmed.
    res.status(200).json({ received: true });
  }
});

webhooks.all('/parcels', (_req, res) => {
  // Right: the address exists, and Allow names the methods that it takes.
  res.status(405).set('Allow', 'POST').json({ error: 'Only POST is allowed' });
});

legacyWebhooks.all('/parcels', (_req, res) => {
  // Mistake: 405 without Allow leaves the client to guess which method would work.
  // (rule: require-header)
  res.status(405).json({ error: 'Method not allowed' });
});

function markShipped(orderId: unknown): void {
  const order = store.orders.get(String(orderId));
  if (!order) throw new Error(`a parcel was shipped for the unknown order ${String(orderId)}`);
  order.state = 'shipped';
}
