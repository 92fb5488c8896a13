import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Ask = (path: string, method?: string) => Promise<Response>;

/** A server, or what stands for one. */
export interface Running {
  readonly ask: Ask;
  readonly stop: () => Promise<void>;
}

/** Serves every answer of a framework under its code, and its skeletons under `/users/:id` and `/fails`. */
export type Mount = (id: string) => Promise<Running>;

type AsyncFunction = (...given: readonly unknown[]) => Promise<unknown>;
const AsyncFunctionConstructor = (async () => {}).constructor as new (...parts: readonly string[]) => AsyncFunction;

/** A handler with these statements. */
export function toHandler(names: readonly string[], statements: string): AsyncFunction {
  return new AsyncFunctionConstructor(...names, statements);
}

/** The only user there is has the id 7. */
export const findUser = async (id: string): Promise<{ id: string } | undefined> => (id === '7' ? { id } : undefined);

/** What an error handler is to log, and the test does not show. */
export const silence = { error: (): void => {} };

export async function listen(listener: RequestListener): Promise<Running> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    ask: (path, method = 'GET') =>
      fetch(`http://127.0.0.1:${port}${path}`, { method, headers: { Connection: 'close' } }),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
