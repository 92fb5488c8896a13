import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.ts';

const app = await NestFactory.create(AppModule, { logger: false });
await app.listen(Number(process.env['PORT'] ?? 3000), '127.0.0.1');
console.log(`The library listens at ${await app.getUrl()}`);
