import { randomUUID } from 'node:crypto';
import { type Request, type Response, Router } from 'express';
import { type Cart, store } from '../store.ts';

export const carts = Router();
export const legacyCarts = Router();

carts.post('/', createCart);
legacyCarts.post('/', createCart);

carts.get('/:id', (req, res) => {
  const cart = store.carts.get(req.params.id);
  if (!cart) return res.status(404).json({ error: 'Cart not found' });
  res.json(cart);
});

legacyCarts.get('/:id', (req, res) => {
  const cart = store.carts.get(req.params.id);
  // Mistake: there is no return, so a missing cart is answered a second time below, and Express throws.
  // (rule: no-double-response)
  if (!cart) res.status(404).json({ error: 'Cart not found' });
  res.json(cart);
});

carts.delete('/:id', (req, res) => {
  try {
    releaseItems(req.params.id);
    res.status(204).end();
  } catch {
    // Right: the cart is still there, and the client may try again.
    res.status(500).json({ error: 'The cart could not be emptied' });
  }
});

legacyCarts.delete('/:id', (req, res) => {
  try {
    releaseItems(req.params.id);
    res.status(204).end();
  } catch {
    // Mistake: nothing was released, yet 200 tells the client that all went well.
    // (rule: no-success-in-catch)
    res.status(200).json({ released: true });
  }
});

carts.post('/:id/items', (req, res) => {
  const cart = store.carts.get(req.params.id);
  if (!cart) return res.status(404).json({ error: 'Cart not found' });
  const { productId, quantity } = req.body ?? {};
  if (typeof productId !== 'string' || typeof quantity !== 'number') {
    return res.status(400).json({ error: 'productId and quantity are required' });
  }
  if (quantity < 1) {
    // Right: the request can be read but makes no sense.
    return res.status(422).json({ errors: ['quantity must be at least 1'] });
  }
  if (!store.products.has(productId)) {
    // Right: the cart of this address exists; it is the body that names an unknown product.
    return res.status(422).json({ errors: ['productId names no product'] });
  }
  addToCart(cart, productId, quantity);
  res.json(cart);
});

legacyCarts.post('/:id/items', (req, res) => {
  const cart = store.carts.get(req.params.id);
  if (!cart) return res.status(404).json({ error: 'Cart not found' });
  const { productId, quantity } = req.body ?? {};
  if (!productId || !(quantity >= 1)) {
    // Mistake: 200 with nothing but errors. `response.ok` is true in the browser, so the shop shows "added".
    // (rule: no-error-body-with-success)
    return res.status(200).json({ errors: ['quantity must be at least 1'] });
  }
  addToCart(cart, productId, quantity);
  res.json(cart);
});

carts.delete('/:id/items/:productId', (req, res) => {
  const cart = store.carts.get(req.params.id);
  if (!cart) return res.status(404).json({ error: 'Cart not found' });
  removeFromCart(cart, req.params.productId);
  // Right: sendStatus() knows that a 204 has no text.
  res.sendStatus(204);
});

legacyCarts.delete('/:id/items/:productId', (req, res) => {
  const cart = store.carts.get(req.params.id);
  if (!cart) return res.status(404).json({ error: 'Cart not found' });
  removeFromCart(cart, req.params.productId);
  // Mistake: 204 with a text that nobody will ever read. Drop it, or answer 200.
  // (rule: no-body-with-bodyless-status)
  res.status(204).send('deleted');
});

carts.delete('/:id/items', (req, res) => {
  const cart = store.carts.get(req.params.id);
  if (!cart) return res.status(404).json({ error: 'Cart not found' });
  cart.lines = [];
  // Right: the client wants to see the emptied cart, so this is 200 with the cart.
  res.json(cart);
});

legacyCarts.delete('/:id/items', (req, res) => {
  const cart = store.carts.get(req.params.id);
  if (!cart) return res.status(404).json({ error: 'Cart not found' });
  cart.lines = [];
  // Mistake: 205 tells the client to clear its form and carries no content; the emptied cart is lost on the way.
  // (rule: no-body-with-bodyless-status)
  res.status(205).json(cart);
});

function createCart(_req: Request, res: Response) {
  const cart: Cart = { id: randomUUID(), lines: [] };
  store.carts.set(cart.id, cart);
  // Right: a new resource, its address and the resource itself.
  res.status(201).location(`/carts/${cart.id}`).json(cart);
}

function addToCart(cart: Cart, productId: string, quantity: number): void {
  const line = cart.lines.find((candidate) => candidate.productId === productId);
  if (line) line.quantity += quantity;
  else cart.lines.push({ productId, quantity });
}

function removeFromCart(cart: Cart, productId: string): void {
  cart.lines = cart.lines.filter((line) => line.productId !== productId);
}

function releaseItems(id: string): void {
  for (const { productId } of store.carts.get(id)?.lines ?? [])
    if (!store.products.has(productId)) throw new Error(`${productId} is no longer sold`);
  store.carts.delete(id);
}
