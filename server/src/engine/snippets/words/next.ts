import { findOrAnswer404, respond } from '../make-response.ts';
import { LANGUAGES, type SnippetWords } from '../model.ts';

export const words: SnippetWords = {
  id: 'next',
  name: 'Next.js',
  response: '',
  languages: LANGUAGES,
  oneStatement: true,
  needs: { module: 'next/server', names: () => ['NextResponse'] },
  answer: (parts) => respond(parts, 'NextResponse'),
  skeletons: [findOrAnswer404('NextResponse')],
};
