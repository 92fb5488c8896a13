import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

describe('what a client of fetch sees', () => {
  const server = createServer((request, response) => {
    const status = Number(request.url?.slice(1));
    response.writeHead(status, status < 400 && status >= 300 ? { Location: '/200' } : {});
    response.end();
  });
  let address = '';
  before(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(() => server.close());

  for (const status of [301, 302, 303, 307, 308])
    it(`is what a ${status} leads to`, async () => {
      const { status: seen, redirected } = await fetch(`${address}/${status}`);
      assert.deepEqual({ seen, redirected }, { seen: 200, redirected: true });
    });

  for (const status of [200, 201, 299, 304, 400, 404, 500, 599])
    it(`is ${status} as a number, which is ok if it is a success`, async () => {
      const response = await fetch(`${address}/${status}`);
      assert.strictEqual(response.status, status);
      assert.equal(response.ok, status >= 200 && status < 300);
    });

  it('is a redirection that it asks for', async () => {
    assert.equal((await fetch(`${address}/302`, { redirect: 'manual' })).status, 302);
  });
});
