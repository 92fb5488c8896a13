import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { transformSync } from 'esbuild';
import { answersOf, skeletonOf } from './all.ts';

/** Serves the snippets of NestJS in one controller on Express; what they throw is answered by NestJS itself. */
export async function mountNest(id: string): Promise<{
  readonly ask: (path: string, method?: string) => Promise<Response>;
  readonly stop: () => Promise<void>;
}> {
  const require = createRequire(resolve('package.json'));
  const { NestFactory } = require('@nestjs/core');
  const common = require('@nestjs/common');
  const methods = answersOf(id).map(
    ({ code, text }) => `@Get('${code}') answer${code}(@Res({ passthrough: true }) response) {\n${text}\n}`,
  );
  const source = `
    const { ${Object.keys(common).join(', ')} } = common;
    @Controller() class Answers { ${methods.join('\n')} }
    @Controller('users') class Users {
      users = { find: async (id) => (id === '7' ? { id } : undefined), remove: async () => {} };
      ${['handler', '201', '204'].map((name) => skeletonOf(id, name)).join('\n')}
    }
    @Module({ controllers: [Answers, Users] }) class App {}
    return App;`;
  const { code } = transformSync(`function make(common) {${source}}`, {
    loader: 'ts',
    tsconfigRaw: { compilerOptions: { experimentalDecorators: true, useDefineForClassFields: false } },
  });
  const app = await NestFactory.create(new Function('common', `${code}\nreturn make(common);`)(common), {
    logger: false,
  });
  await app.listen(0, '127.0.0.1');
  const address: string = await app.getUrl();
  return {
    ask: (path, method = 'GET') => fetch(address + path, { method, headers: { Connection: 'close' } }),
    stop: () => app.close(),
  };
}
