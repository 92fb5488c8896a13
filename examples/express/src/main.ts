import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp } from './app.ts';
import { addUser } from './auth.ts';

// The store is empty at each start, so somebody has to be there who may add products.
addUser({ email: 'admin@shop.example', name: 'Admin', password: 'open-sesame' }, 'admin');

const server = createServer(createApp());
server.listen(Number(process.env.PORT ?? 3000), '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  console.log(`The shop answers on http://127.0.0.1:${port} (try /products and /legacy/products/none)`);
});
