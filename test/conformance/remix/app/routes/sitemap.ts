import type { LoaderFunction } from '@remix-run/server-runtime';

// case map: GET /sitemap
// case feed: GET /sitemap?as=rss
// case image: GET /sitemap?as=png
export const loader: LoaderFunction = ({ request }) => {
  const kind = new URL(request.url).searchParams.get('as') ?? 'xml';
  const headers = new Headers({ 'Content-Type': 'application/xml' });
  if (kind === 'rss') return new Response('<rss/>', { status: 200, headers }); // answers feed
  if (kind !== 'xml') {
    throw new Response('Not that way', { status: 406 }); // answers image
  }
  return new Response('<urlset/>', { headers }); // answers map
};
