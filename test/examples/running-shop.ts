import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp } from '../../examples/express/src/app.ts';
import { addUser, startSession } from '../../examples/express/src/auth.ts';
import type { User } from '../../examples/express/src/store.ts';

/** What came back over the socket. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** The body as text, empty if there was none. */
  readonly text: string;
}

/** The example behind a real socket on a free loopback port. */
export class RunningShop {
  private readonly server: Server;
  private constructor(server: Server) {
    this.server = server;
  }

  static async start(): Promise<RunningShop> {
    const app = createApp();
    // Express prints errors that reach its last handler, except in this environment.
    app.set('env', 'test');
    const server = createServer(app);
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(0, '127.0.0.1', resolve);
    });
    return new RunningShop(server);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /**
   * Sends one request, such as `send('POST /carts')`, and reads the whole answer. Redirections are not followed.
   * Rejects if the connection breaks or `signal` aborts.
   */
  async send(
    line: string,
    options: { body?: unknown; token?: string; headers?: Record<string, string>; signal?: AbortSignal } = {},
  ): Promise<Answer> {
    const [method = 'GET', path = '/'] = line.split(' ');
    const headers = new Headers(options.headers);
    // A connection of its own for each request: a mistake that breaks one must not reach the next test.
    headers.set('Connection', 'close');
    if (options.token !== undefined) headers.set('Authorization', `Bearer ${options.token}`);
    if (options.body !== undefined) headers.set('Content-Type', 'application/json');
    const response = await fetch(`http://127.0.0.1:${(this.server.address() as AddressInfo).port}${path}`, {
      method,
      headers,
      redirect: 'manual',
      ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    });
    return { status: response.status, headers: response.headers, text: await response.text() };
  }

  /** Adds an account and gives its token. */
  logIn(role: User['role'] = 'customer', email = `${role}@example.com`): string {
    return startSession(addUser({ email, name: role, password: 'correct horse' }, role));
  }

  /** Makes a cart with `quantity` teapots and gives its id. */
  async fillCart(quantity: number): Promise<string> {
    const { id } = JSON.parse((await this.send('POST /carts')).text) as { id: string };
    if (quantity > 0) await this.send(`POST /carts/${id}/items`, { body: { productId: 'pot', quantity } });
    return id;
  }
}
