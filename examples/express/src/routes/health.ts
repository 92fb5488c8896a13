import { Router } from 'express';
import { paymentProvider } from '../payments.ts';
import { store } from '../store.ts';

export const health = Router();
export const legacyHealth = Router();

health.get('/', (_req, res) => {
  if (!paymentProvider.available) {
    // Right: the load balancer reads the status alone, and 503 takes this instance out for a while.
    return res.status(503).set('Retry-After', '30').json({ status: 'down', error: 'Payment provider unreachable' });
  }
  res.json({ status: 'up', products: store.products.size, error: null });
});

legacyHealth.get('/', (_req, res) => {
  if (!paymentProvider.available) {
    // Mistake: a health check that is always 200 can never fail.
    // (rule: no-error-body-with-success)
    return res.status(200).json({ ok: false, error: 'Payment provider unreachable' });
  }
  res.json({ ok: true });
});
