import { add, addLegacy, follow, followLegacy, remove, removeLegacy } from './links.ts';
import { notFound } from './respond.ts';

/** The shortener, twice: as it should be, and with its mistakes. */
export default {
  async fetch(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    const [, legacy, name = ''] = /^(\/legacy)?\/links(?:\/([\w-]+))?$/.exec(pathname) ?? [];
    if (!/^(?:\/legacy)?\/links/.test(pathname)) return notFound();
    switch (request.method) {
      case 'GET':
        return legacy ? followLegacy(name) : follow(name);
      case 'POST':
        return legacy ? addLegacy(request) : add(request);
      case 'DELETE':
        return legacy ? removeLegacy(name) : remove(name);
      default:
        // Right: 405 says with Allow what would be taken.
        return new Response('Method not allowed', { status: 405, headers: { Allow: 'GET, POST, DELETE' } });
    }
  },
};
