import { Router } from 'express';
import { findCurrentUser } from '../auth.ts';
import { addProduct, findProductBySku, type Product, store } from '../store.ts';

export const productAdmin = Router();
export const legacyProductAdmin = Router();

productAdmin.post('/', (req, res) => {
  const user = findCurrentUser(req);
  if (!user) return res.status(401).set('WWW-Authenticate', 'Bearer').json({ error: 'Log in first' });
  if (user.role !== 'admin') return res.status(403).json({ error: 'Only admins add products' });
  const input = readNewProduct(req.body);
  if (!input) {
    // Right: the request is at fault, and the client can repair it.
    return res.status(400).json({ error: 'sku, name, price and stock are required' });
  }
  if (findProductBySku(input.sku)) {
    // Right: the request is fine in itself but collides with what is there.
    return res.status(409).json({ error: `There is a product ${input.sku} already` });
  }
  const product = addProduct(input);
  // Right: first the status, then the body.
  res.status(201).location(`/products/${product.id}`).json(product);
});

legacyProductAdmin.post('/', (req, res) => {
  const input = readNewProduct(req.body);
  if (!input) {
    // Mistake: 500 for invalid input blames the server, wakes somebody up and invites the client to try again.
    // (rule: no-server-error-for-client-error)
    return res.status(500).json({ error: 'sku, name, price and stock are required' });
  }
  const existing = findProductBySku(input.sku);
  if (existing) {
    // Mistake: 400 says that the request is malformed. It is not: the product exists already, which is 409.
    // (rule: prefer-conflict-for-duplicate)
    return res.status(400).json({ error: `There is a product ${input.sku} already` });
  }
  const product = addProduct(input);
  // Mistake: json() has sent the answer when status() is called, so the client gets 200.
  // (rule: no-status-after-send)
  res.json(product).status(201);
});

productAdmin.post('/import', (req, res) => {
  const rows: unknown[] = Array.isArray(req.body) ? req.body : [];
  const imported: Product[] = [];
  const errors: string[] = [];
  rows.forEach((row, index) => {
    const input = readNewProduct(row);
    if (input) imported.push(addProduct(input));
    else errors.push(`Row ${index + 1} is not a product`);
  });
  // Right: some rows failed, others did not. The errors stand beside the result, so it is a success with remarks.
  res.json({ imported, errors });
});

productAdmin.delete('/:id', (req, res) => {
  if (!store.products.delete(req.params.id)) {
    // Right: there is nothing to delete at this address.
    return res.status(404).json({ error: 'Product not found' });
  }
  // Right: done, and nothing more to say.
  res.status(204).end();
});

legacyProductAdmin.delete('/:id', (req, res) => {
  if (!store.products.delete(req.params.id)) {
    // Mistake: 500 for a product that does not exist. Nothing broke in the server.
    // (rule: prefer-not-found-for-missing)
    return res.status(500).json({ error: 'Product not found' });
  }
  // Mistake: 204 with a body. The client never gets { ok: true } and fails when it parses the empty answer.
  // (rule: no-body-with-bodyless-status)
  res.status(204).json({ ok: true });
});

function readNewProduct(body: unknown): Omit<Product, 'id'> | undefined {
  const { sku, name, price, stock } = (body ?? {}) as Record<string, unknown>;
  if (typeof sku !== 'string' || typeof name !== 'string') return undefined;
  if (typeof price !== 'number' || typeof stock !== 'number') return undefined;
  return { sku, name, price, stock };
}
