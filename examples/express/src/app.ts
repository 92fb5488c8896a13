import express, { type Express } from 'express';
import { answerError, answerErrorWithStack } from './errors.ts';
import { carts, legacyCarts } from './routes/carts.ts';
import { health, legacyHealth } from './routes/health.ts';
import { legacyOrders, orders } from './routes/orders.ts';
import { legacyProductAdmin, productAdmin } from './routes/product-admin.ts';
import { legacyProducts, products } from './routes/products.ts';
import { legacySessions, sessions } from './routes/sessions.ts';
import { legacyUsers, users } from './routes/users.ts';
import { legacyWebhooks, webhooks } from './routes/webhooks.ts';

/** The shop twice: as it should answer, and under `/legacy` with a mistake in each route. */
export function createApp(): Express {
  const app = express();
  app.use(express.json());
  app.use('/legacy', createLegacyShop());
  app.use('/products', products, productAdmin);
  app.use('/carts', carts);
  app.use('/orders', orders);
  app.use('/users', users);
  app.use('/', sessions);
  app.use('/webhooks', webhooks);
  app.use('/health', health);
  app.use((req, res) => {
    res.status(404).json({ error: `There is nothing at ${req.path}` });
  });
  app.use(answerError);
  return app;
}

function createLegacyShop() {
  const shop = express.Router();
  shop.use('/products', legacyProducts, legacyProductAdmin);
  shop.use('/carts', legacyCarts);
  shop.use('/orders', legacyOrders);
  shop.use('/users', legacyUsers);
  shop.use('/', legacySessions);
  shop.use('/webhooks', legacyWebhooks);
  shop.use('/health', legacyHealth);
  shop.use(answerErrorWithStack);
  return shop;
}
