import type { WorkerStart } from './lsp/protocol.ts';

/** The global of a web worker, of which the types for Node know nothing. */
declare const self: { onmessage: ((event: { readonly data: WorkerStart }) => void) | null };
declare function importScripts(address: string): void;

// The engine is a file of its own that all servers share, and it is a module of Node: here it gets what it exports to.
self.onmessage = async ({ data: { engine } }) => {
  self.onmessage = null;
  const module = { exports: {} };
  Object.assign(self, { module, require: () => module.exports });
  importScripts(engine);
  // Whatever imports the engine must not run before it is there.
  const { startWorkerServer } = await import('./lsp/start-worker.ts');
  startWorkerServer();
};
