import { findOrAnswer404, respond } from '../make-response.ts';
import { LANGUAGES, type SnippetWords } from '../model.ts';

export const words: SnippetWords = {
  id: 'fetch',
  alsoFor: ['astro', 'remix'],
  name: 'Response',
  response: '',
  languages: LANGUAGES,
  oneStatement: true,
  answer: (parts) => respond(parts, 'Response'),
  skeletons: [findOrAnswer404('Response')],
};
