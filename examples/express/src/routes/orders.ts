import { Router } from 'express';
import { findCurrentUser } from '../auth.ts';
import { charge, fetchReceipt, PaymentProviderError } from '../payments.ts';
import { addOrder, store, totalOf } from '../store.ts';

export const orders = Router();
export const legacyOrders = Router();

orders.post('/', async (req, res) => {
  const user = findCurrentUser(req);
  if (!user) {
    // Right: nobody is logged in. "Who are you?" is 401.
    return res.status(401).set('WWW-Authenticate', 'Bearer').json({ error: 'Log in to order' });
  }
  const cart = store.carts.get(String(req.body?.cartId));
  if (!cart || cart.lines.length === 0) {
    // Right: the check returns, so no order is made.
    return res.status(422).json({ error: 'cartId names no cart with something in it' });
  }
  try {
    await charge(user.id, totalOf(cart.lines));
  } catch (error) {
    if (!(error instanceof PaymentProviderError)) throw error;
    // Right: a service behind this one failed. The request was good, and trying again later may help.
    return res.status(502).json({ error: 'The payment provider does not answer' });
  }
  const order = addOrder(user.id, cart.lines);
  res.status(201).location(`/orders/${order.id}`).json(order);
});

legacyOrders.post('/', async (req, res) => {
  const user = findCurrentUser(req);
  if (!user) {
    // Mistake: 403 says "I know who you are, and you may not". Nobody is logged in here, which is 401.
    // (rule: no-unauthorized-forbidden-mixup)
    return res.status(403).json({ error: 'Log in to order' });
  }
  const cart = store.carts.get(String(req.body?.cartId));
  const lines = cart?.lines ?? [];
  if (lines.length === 0) {
    // Mistake: the client reads 422, but without a return the card is charged and the order made all the same.
    // (rule: no-double-response)
    res.status(422).json({ error: 'cartId names no cart with something in it' });
  }
  try {
    await charge(user.id, totalOf(lines));
    const order = addOrder(user.id, lines);
    res.status(201).location(`/legacy/orders/${order.id}`).json(order);
  } catch (error) {
    if (res.headersSent) throw error;
    // Mistake: whatever breaks while charging is called the client's fault.
    // (rule: no-client-error-for-server-fault)
    res.status(400).json({ error: 'Payment failed' });
  }
});

orders.get('/:id', (req, res) => {
  const user = findCurrentUser(req);
  if (!user) return res.status(401).set('WWW-Authenticate', 'Bearer').json({ error: 'Log in first' });
  const order = store.orders.get(req.params.id);
  if (!order) return res.status(404).json({ error: 'Order not found' });
  if (order.userId !== user.id) {
    // Right: we know who asks, and it is somebody else's order.
    return res.status(403).json({ error: 'This is not your order' });
  }
  res.json(order);
});

legacyOrders.get('/:id', (req, res) => {
  const user = findCurrentUser(req);
  if (!user) return res.status(401).set('WWW-Authenticate', 'Bearer').json({ error: 'Log in first' });
  const order = store.orders.get(req.params.id);
  if (!order) return res.status(404).json({ error: 'Order not found' });
  if (order.userId !== user.id) {
    // Mistake: 401 asks for a log-in, but this user is logged in. Logging in again will not help.
    // (rule: no-unauthorized-forbidden-mixup)
    return res.status(401).json({ error: 'This is not your order' });
  }
  res.json(order);
});

orders.get('/:id/receipt', async (req, res, next) => {
  const order = store.orders.get(req.params.id);
  if (!order) return res.status(404).json({ error: 'Order not found' });
  // Right: a cancelled order has no receipt, and what comes behind says that there is nothing.
  if (order.state === 'cancelled') return next();
  try {
    res.type('text').send(await fetchReceipt(order.id));
  } catch (error) {
    // Right: what is not known here is handed on to those who answer errors.
    next(error);
  }
});

legacyOrders.get('/:id/receipt', async (req, res, next) => {
  const order = store.orders.get(req.params.id);
  // Mistake: nothing is sent and nothing handed on, so the client waits until it gives up.
  // (rule: no-unanswered-path)
  if (!order) return;
  if (order.state === 'cancelled') return next();
  try {
    res.type('text').send(await fetchReceipt(order.id));
    // Mistake: the failure is logged, and the client is told nothing of it.
    // (rule: no-unanswered-path)
  } catch (error) {
    console.error(`The receipt of ${order.id} failed:`, error);
  }
});

orders.post('/:id/cancel', (req, res) => {
  const order = store.orders.get(req.params.id);
  if (!order) return res.status(404).json({ error: 'Order not found' });
  if (order.state === 'shipped') {
    // Right: the order is in a state that forbids it.
    return res.status(409).json({ success: false, message: 'The parcel is on its way already' });
  }
  order.state = 'cancelled';
  res.json({ success: true, order });
});

legacyOrders.post('/:id/cancel', (req, res) => {
  const order = store.orders.get(req.params.id);
  if (!order) return res.status(404).json({ error: 'Order not found' });
  if (order.state === 'shipped') {
    // Mistake: the body says that it failed, the status says that it worked.
    // (rule: no-error-body-with-success)
    return res.json({ success: false, message: 'The parcel is on its way already' });
  }
  order.state = 'cancelled';
  res.json({ success: true, order });
});
