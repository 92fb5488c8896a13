import { createApp } from './app.ts';

const app = createApp(true);
const address = await app.listen({ port: Number(process.env.PORT ?? 3001), host: '127.0.0.1' });
console.log(`The tool library answers on ${address} (try /tools and /legacy/tools/none)`);
