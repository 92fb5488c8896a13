import { Router } from 'express';
import { findProductBySku, type Product, store } from '../store.ts';

export const products = Router();
export const legacyProducts = Router();

products.get('/', (req, res) => {
  const found = searchProducts(req.query.search);
  // Right: a list without entries is still a list.
  res.json(found);
});

legacyProducts.get('/', (req, res) => {
  const found = searchProducts(req.query.search);
  if (found.length === 0) {
    // Mistake: 404 says that there is no product list at all, but there is one: it is empty.
    // (rule: no-not-found-for-empty-list)
    return res.status(404).json({ error: 'No products found' });
  }
  res.json(found);
});

products.get('/:id', (req, res) => {
  const product = store.products.get(req.params.id);
  if (!product) {
    // Right: the address names a product that does not exist, and the status says so.
    return res.status(404).json({ error: 'Product not found' });
  }
  res.set('ETag', versionOf(product));
  if (req.get('If-None-Match') === versionOf(product)) {
    // Right: the client has this version already, so nothing but the headers is sent.
    return res.status(304).end();
  }
  res.json(product);
});

legacyProducts.get('/:id', (req, res) => {
  const product = store.products.get(req.params.id);
  if (!product) {
    // Mistake: 200 with an error body. Clients, caches and monitors read the status and see a success.
    // (rule: no-error-body-with-success)
    return res.json({ error: 'Product not found' });
  }
  res.set('ETag', versionOf(product));
  if (req.get('If-None-Match') === versionOf(product)) {
    // Mistake: 304 with a body. It is made and then thrown away, because a 304 never carries one.
    // (rule: no-body-with-bodyless-status)
    return res.status(304).json(product);
  }
  res.json(product);
});

products.get('/by-sku/:sku', (req, res) => {
  const product = findProductBySku(req.params.sku);
  if (!product) return res.sendStatus(404);
  // Right: 302 sends the client to the product's address and keeps asking here the next time.
  res.redirect(302, `/products/${product.id}`);
});

legacyProducts.get('/by-sku/:sku', (req, res) => {
  const product = findProductBySku(req.params.sku);
  if (!product) return res.sendStatus(404);
  // Mistake: a redirection without Location. The client is told to go elsewhere, but not where.
  // (rule: require-location-with-redirect)
  res.status(302).json({ url: `/legacy/products/${product.id}` });
});

products.get('/:id/stock', (req, res) => {
  const product = store.products.get(req.params.id);
  if (!product) {
    res.status(404).json({ error: 'Product not found' });
    return;
  }
  res.json({ stock: product.stock });
});

legacyProducts.get('/:id/stock', (req, res) => {
  const product = store.products.get(req.params.id);
  if (!product) {
    // Mistake: a number given to send() is a body in Express 5, so this answers 200 with the text 404.
    // (rule: no-legacy-express-signature)
    res.send(404);
    return;
  }
  res.json({ stock: product.stock });
});

function searchProducts(search: unknown): Product[] {
  const wanted = typeof search === 'string' ? search.toLowerCase() : '';
  return [...store.products.values()].filter((product) => product.name.toLowerCase().includes(wanted));
}

function versionOf(product: Product): string {
  return `"${product.sku}-${product.price}-${product.stock}"`;
}
