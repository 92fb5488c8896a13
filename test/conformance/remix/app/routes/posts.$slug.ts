import { json, type LoaderFunctionArgs, redirect, redirectDocument } from '@remix-run/server-runtime';

interface Post {
  slug: string;
  draft?: boolean;
  movedTo?: string;
}

const posts: Post[] = [{ slug: 'hello' }, { slug: 'secret', draft: true }, { slug: 'old', movedTo: 'hello' }];

function invariantResponse(condition: unknown, message: string, init?: ResponseInit): asserts condition {
  if (!condition) throw new Response(message, { status: 400, ...init });
}

// case read: GET /posts/hello
// case moved: GET /posts/old
// case draft: GET /posts/secret
// case missing: GET /posts/nothing
// case document: GET /posts/away
export async function loader({ params, request }: LoaderFunctionArgs) {
  invariantResponse(params.slug, 'slug is missing');
  if (params.slug === 'away') return redirectDocument('/elsewhere'); // answers document
  const post = posts.find(({ slug }) => slug === params.slug);
  invariantResponse(post, 'No such post', { status: 404 }); // answers missing
  if (post.movedTo) return redirect(`/posts/${post.movedTo}`, { status: 301 }); // answers moved
  if (post.draft && !request.headers.has('cookie')) {
    throw json({ message: 'Not yet' }, { status: 403 }); // answers draft
  }
  return json(post); // answers read
}

export default function ShowPost() {
  return null;
}
