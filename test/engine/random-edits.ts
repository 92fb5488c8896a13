/** Edits a text at random, as somebody does who types, deletes, copies and renames. The same seed gives the same edits. */
export function createEditor(seed: number): (text: string) => string {
  let state = seed;
  const below = (bound: number): number => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return Math.floor((state / 4294967296) * bound);
  };
  const choose = <T>(list: readonly T[]): T | undefined => list[below(list.length)];

  const replaceMatch = (text: string, pattern: RegExp, by: (found: string) => string): string => {
    const match = choose([...text.matchAll(pattern)]);
    return match ? text.slice(0, match.index) + by(match[0]) + text.slice(match.index + match[0].length) : text;
  };
  const editLines = (text: string, edit: (lines: string[]) => void): string => {
    const lines = text.split('\n');
    edit(lines);
    return lines.join('\n');
  };
  const insert = (text: string, added: string): string => {
    const at = below(text.length + 1);
    return text.slice(0, at) + added + text.slice(at);
  };

  const edits: readonly ((text: string) => string)[] = [
    (text) => insert(text, choose(CHARACTERS) ?? ''),
    (text) => insert(text, choose(CHARACTERS) ?? ''),
    (text) => {
      const at = below(text.length);
      return text.slice(0, at) + text.slice(at + 1);
    },
    (text) => insert(text, choose(PIECES) ?? ''),
    (text) => editLines(text, (lines) => insertAtTop(lines, choose(STATEMENTS) ?? '', below(lines.length + 1))),
    (text) => editLines(text, (lines) => lines.splice(below(lines.length), 1)),
    (text) => editLines(text, (lines) => lines.splice(below(lines.length), 0, choose(lines) ?? '')),
    (text) => replaceMatch(text, /\b[1-5]\d\d\b/g, () => choose(STATUSES) ?? '404'),
    (text) => replaceMatch(text, NAME, (name) => `${name}2`),
    (text) => replaceMatch(text, NAME, () => choose(text.match(NAME) ?? []) ?? 'other'),
    (text) => {
      const from = below(text.length);
      return text.slice(0, from) + text.slice(from + below(200));
    },
    (text) => {
      const from = below(text.length);
      return insert(text, text.slice(from, from + below(400)));
    },
  ];
  return (text) => choose(edits)?.(text) ?? text;
}

/** The next place at the top level, as far as lines tell. */
function insertAtTop(lines: string[], statement: string, from: number): void {
  let at = from;
  while (at < lines.length && /^[\s})\]]/.test(lines[at] ?? '')) at++;
  lines.splice(at, 0, statement);
}

const NAME = /\b[A-Za-z_]\w{2,}\b/g;
const STATUSES = ['200', '201', '204', '400', '401', '403', '404', '409', '422', '500', '503'];
const CHARACTERS = [...'axs140.,(){};\'"` \n=!?/\\$_:*&<>@#'];
const PIECES = [
  'return ',
  'await ',
  'async ',
  'if (!found) ',
  'throw new Error("x");',
  'next(err);',
  'res.status(400).json({ error: "bad" });',
  '.status(500)',
  'try { ',
  ' } catch (error) { res.status(500).end(); }',
  '/* c */',
  '// status-lens-disable-next-line',
];
const STATEMENTS = [
  'app.get("/z", (req, res) => { res.status(404).json({ error: "x" }); });',
  'app.use((err, req, res, next) => { res.status(err.status || 500).json({ error: err.message }); });',
  'app.use((req, res, next) => { res.fail = (code) => res.status(code).json({}); next(); });',
  'router.get("/q", show);',
  'router.post("/r", check, fail);',
  'function fail(res, code) { return res.status(code).json({ error: "x" }); }',
  'async function show(req, res) { return fail(res, 409); }',
  'const check = (req, res, next) => (req.user ? next() : res.status(401).end());',
  'class ApiError extends Error { constructor(status) { super("x"); this.status = status; } }',
  'import { fail } from "./fail";',
  'import express from "express";',
  'const app = express();',
  'const router = express.Router();',
  'export const GET = () => new Response("x", { status: 204 });',
  'export { show as POST };',
  'let last; last = 404;',
  'module.exports = { fail, show };',
  'var z = 500;',
];
