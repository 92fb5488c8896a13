import assert from 'node:assert/strict';
import { addUser } from '../../examples/express/src/auth.ts';
import { paymentProvider } from '../../examples/express/src/payments.ts';
import { addOrder, resetStore, store } from '../../examples/express/src/store.ts';
import { RunningShop } from './running-shop.ts';

describe('examples/express over a real socket', () => {
  let shop: RunningShop;
  before(async () => {
    shop = await RunningShop.start();
  });
  after(() => shop.stop());
  beforeEach(() => {
    resetStore();
    paymentProvider.available = true;
  });

  describe('the right twins', () => {
    it('find a product, or say that there is none', async () => {
      assert.equal((await shop.send('GET /products/tea')).status, 200);
      assert.equal((await shop.send('GET /products/none')).status, 404);
      assert.equal((await shop.send('GET /products?search=none')).text, '[]');
    });

    it('answer 304 without a body if the client has this version', async () => {
      const version = (await shop.send('GET /products/tea')).headers.get('ETag') ?? '';
      const answer = await shop.send('GET /products/tea', { headers: { 'If-None-Match': version } });
      assert.deepEqual([answer.status, answer.text], [304, '']);
    });

    it('send the client on with Location', async () => {
      const answer = await shop.send('GET /products/by-sku/POT-1');
      assert.deepEqual([answer.status, answer.headers.get('Location')], [302, '/products/pot']);
    });

    it('tell 401, 403, 400, 409 and 201 apart when a product is added', async () => {
      const body = { sku: 'JAR-1', name: 'Jar', price: 900, stock: 5 };
      const token = shop.logIn('admin');
      assert.equal((await shop.send('POST /products', { body })).status, 401);
      assert.equal((await shop.send('POST /products', { body, token: shop.logIn('customer') })).status, 403);
      assert.equal((await shop.send('POST /products', { body: { sku: 'JAR-1' }, token })).status, 400);
      const added = await shop.send('POST /products', { body, token });
      assert.equal(added.status, 201);
      assert.equal((await shop.send(`GET ${added.headers.get('Location')}`)).status, 200);
      assert.equal((await shop.send('POST /products', { body, token })).status, 409);
    });

    it('delete once with 204, and then with 404', async () => {
      const first = await shop.send('DELETE /products/cup');
      assert.deepEqual([first.status, first.text], [204, '']);
      assert.equal((await shop.send('DELETE /products/cup')).status, 404);
    });

    it('refuse an impossible quantity with 422', async () => {
      const id = await shop.fillCart(1);
      const answer = await shop.send(`POST /carts/${id}/items`, { body: { productId: 'pot', quantity: -5 } });
      assert.equal(answer.status, 422);
    });

    it('order once the user is logged in, the cart is filled and the payment went through', async () => {
      const token = shop.logIn();
      const body = { cartId: await shop.fillCart(2) };
      assert.equal((await shop.send('POST /orders', { body })).status, 401);
      assert.equal((await shop.send('POST /orders', { body: {}, token })).status, 422);
      paymentProvider.available = false;
      assert.equal((await shop.send('POST /orders', { body, token })).status, 502);
      paymentProvider.available = true;
      assert.equal((await shop.send('POST /orders', { body, token })).status, 201);
      assert.equal(store.orders.size, 1);
    });

    it('send the receipt of an order, or what keeps it back', async () => {
      const user = addUser({ email: 'ada@example.com', name: 'Ada', password: 'difference' });
      const { id } = addOrder(user.id, []);
      const receipt = await shop.send(`GET /orders/${id}/receipt`);
      assert.deepEqual([receipt.status, receipt.text], [200, `Receipt of order ${id}`]);
      assert.equal((await shop.send('GET /orders/none/receipt')).status, 404);
      paymentProvider.available = false;
      assert.equal((await shop.send(`GET /orders/${id}/receipt`)).status, 500);
      await shop.send(`POST /orders/${id}/cancel`);
      assert.equal((await shop.send(`GET /orders/${id}/receipt`)).status, 404);
    });

    it('refuse a second sign-up with the same address with 409', async () => {
      const body = { email: 'ada@example.com', name: 'Ada', password: 'difference' };
      assert.equal((await shop.send('POST /users/sign-up', { body })).status, 201);
      assert.equal((await shop.send('POST /users/sign-up', { body })).status, 409);
      assert.equal((await shop.send('POST /users/sign-up', { body: {} })).status, 400);
    });

    it('log in, and slow down whoever guesses', async () => {
      shop.logIn('customer', 'bob@example.com');
      const attempt = (password: string) => shop.send('POST /login', { body: { email: 'bob@example.com', password } });
      assert.equal((await attempt('correct horse')).status, 200);
      for (let count = 0; count < 5; count++) assert.equal((await attempt('wrong')).status, 401);
      const limited = await attempt('correct horse');
      assert.deepEqual([limited.status, limited.headers.get('Retry-After')], [429, '60']);
    });

    it('take webhooks, and name the method that the address takes', async () => {
      const headers = { 'X-Webhook-Secret': 'whsec-demo' };
      assert.equal((await shop.send('POST /webhooks/parcels', { body: {} })).status, 401);
      assert.equal((await shop.send('POST /webhooks/parcels', { headers, body: { type: 'other' } })).status, 200);
      const wrongMethod = await shop.send('GET /webhooks/parcels');
      assert.deepEqual([wrongMethod.status, wrongMethod.headers.get('Allow')], [405, 'POST']);
    });

    it('report their health, keep the inside to themselves and know what they do not have', async () => {
      assert.equal((await shop.send('GET /health')).status, 200);
      paymentProvider.available = false;
      assert.equal((await shop.send('GET /health')).status, 503);
      assert.equal((await shop.send('GET /nothing')).status, 404);
      const malformed = await shop.send('POST /login', { headers: { 'Content-Type': 'application/json' }, body: 'x' });
      assert.equal(malformed.status, 400);
    });
  });

  describe('the mistakes, as clients meet them today', () => {
    it('answer 200 where there is nothing', async () => {
      const answer = await shop.send('GET /legacy/products/none');
      assert.deepEqual([answer.status, answer.text], [200, '{"error":"Product not found"}']);
      const number = await shop.send('GET /legacy/products/none/stock');
      assert.deepEqual([number.status, number.text], [200, '404']);
    });

    it('lose the body of 204, 205 and 304', async () => {
      const id = await shop.fillCart(1);
      const version = (await shop.send('GET /legacy/products/tea')).headers.get('ETag') ?? '';
      const answers = [
        await shop.send('DELETE /legacy/products/cup'),
        await shop.send(`DELETE /legacy/carts/${id}/items/pot`),
        await shop.send(`DELETE /legacy/carts/${id}/items`),
        await shop.send('GET /legacy/products/tea', { headers: { 'If-None-Match': version } }),
        await shop.send('POST /legacy/logout', { token: shop.logIn() }),
      ];
      assert.deepEqual(
        answers.map(({ status, text }) => [status, text]),
        [
          [204, ''],
          [204, ''],
          [205, ''],
          [304, ''],
          [204, ''],
        ],
      );
    });

    it('call a failed sign-up a success', async () => {
      shop.logIn('customer', 'ada@example.com');
      const body = { email: 'ada@example.com', name: 'Ada', password: 'difference' };
      assert.equal((await shop.send('POST /legacy/users/sign-up', { body })).status, 200);
    });

    it('blame the server for invalid input, and call a duplicate malformed', async () => {
      const body = { sku: 'POT-1', name: 'Teapot', price: 3200, stock: 3 };
      assert.equal((await shop.send('POST /legacy/products', { body: {} })).status, 500);
      assert.equal((await shop.send('POST /legacy/products', { body })).status, 400);
      assert.equal((await shop.send('POST /legacy/products', { body: { ...body, sku: 'POT-2' } })).status, 200);
    });

    it('make an order out of an empty cart although the client reads 422', async () => {
      const answer = await shop.send('POST /legacy/orders', { body: {}, token: shop.logIn() });
      assert.equal(answer.status, 422);
      assert.equal(store.orders.size, 1);
    });

    it('let the client wait for a status that is never sent', () =>
      expectSilence('DELETE /legacy/users/me', () => store.users.size === 0));

    it('log what keeps a receipt back, and let the client wait for it', async () => {
      const { id } = addOrder('nobody', []);
      paymentProvider.available = false;
      const { error } = console;
      const logged: string[] = [];
      console.error = (message: string) => logged.push(message);
      try {
        await expectSilence(`GET /legacy/orders/${id}/receipt`, () => logged.length > 0);
      } finally {
        console.error = error;
      }
      assert.deepEqual(logged, [`The receipt of ${id} failed:`]);
    });

    /** A later request is answered in the meantime, so the first one was reached and is left hanging. */
    async function expectSilence(line: string, isReached: () => boolean): Promise<void> {
      const waiting = new AbortController();
      const answer = shop.send(line, { token: shop.logIn(), signal: waiting.signal });
      while (!isReached()) await shop.send('GET /health');
      assert.equal(await Promise.race([answer, Promise.resolve('nothing yet')]), 'nothing yet');
      waiting.abort();
      await assert.rejects(answer, { name: 'AbortError' });
    }

    it('show the stack of an unknown error', async () => {
      const answer = await shop.send('GET /legacy/products/%');
      assert.equal(answer.status, 500);
      assert.match(answer.text, /"stack":"URIError/);
    });
  });
});
