import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';

/** A text to parse, under the file name that decides its language. */
export interface Sample {
  readonly name: string;
  readonly text: string;
}

const REAL_CODE = [
  '{client,server,scripts,test,examples}/**/*.{ts,mjs,js}',
  '*.mjs',
  'node_modules/{express,express4,mocha}/lib/**/*.{js,cjs,mjs}',
  'node_modules/@types/{express,express-serve-static-core,mocha}/*.d.ts',
  'node_modules/esbuild/lib/main.d.ts',
  'node_modules/vscode-languageserver/lib/common/*.d.ts',
];

const TRICKY: readonly Sample[] = [
  {
    name: 'page.tsx',
    text: 'const Page = <T,>(p: Props<T>) => <><a {...p} b="c" d={1 as number}>text {p.x} &amp; <b.c/></a></>;',
  },
  {
    name: 'page.jsx',
    text: 'export default () => (<ul>{items.map((i) => <li key={i} onClick={() => go(i)}>{`#${i}`}</li>)}</ul>);',
  },
  {
    name: 'cast.ts',
    text: 'const a = <Response>res; const b = a!.send?.(x satisfies Body)!; let c = a < b > (d); f<T>`t${u}`;',
  },
  {
    name: 'regex.js',
    text: 'const r = a / b / c; const s = /[/\\]]+(?<n>x)\\k<n>/giu.exec(t); x = y\n/z/g.exec(q); i++\n/1/g',
  },
  {
    name: 'classes.ts',
    text: '@d() abstract class A<in out T> extends B(C) { static { x; } #p = 1; accessor q; get [k]() { return 1 } declare y: T }',
  },
  {
    name: 'async.js',
    text: 'for await (const a of b) { label: while (1) { continue label } } async function* g() { yield* await x; using = 1 }',
  },
  {
    name: 'modules.mts',
    text: 'import type A, { type B as C } from "m" with { type: "json" }; import x = require("y"); export * as n from "o"; export = x;',
  },
  {
    name: 'types.ts',
    text: 'type A<T> = T extends `a${infer U}` ? { readonly [K in keyof T as `x${K}`]?: T[K] } : asserts; enum E { A = 1 << 2, "b" }',
  },
  {
    name: 'unicode.js',
    text: '\uFEFF#!/usr/bin/env node\r\nconst \u00e9\u{1F600} = "\\u{1F600}\u2028"; /* 😀 */ \\u0061bc = 0xFFn + 1_000.5e-3 + 08; "\\x"; `\\u{`',
  },
  {
    name: 'comments.js',
    text: '<!-- html\n// one\n/** @type {import("x").Y<string>} */ const a = /* @__PURE__ */ f() // end\n/* never closed',
  },
  {
    name: 'broken.ts',
    text: 'app.get("/a", (req, res) => { if (!x { return res.status(404.json({ error: }) } else res. \n try { await } catch ( { \u0000 }',
  },
  { name: 'conflict.ts', text: '<<<<<<< ours\nconst a = 1;\n=======\nconst a = 2;\n>>>>>>> theirs\n' },
];

/** Real files of this project and of the packages that it is tested with. */
export function readRealSources(): Sample[] {
  return globSync(REAL_CODE, { ignore: ['**/fixtures/**'] })
    .sort()
    .map((name) => ({ name, text: readFileSync(name, 'utf8') }));
}

/** Short texts with the syntax that parsers stumble over. */
export function getTrickySources(): readonly Sample[] {
  return TRICKY;
}

/** The text as it stands after `count` different moments of being typed, from the top. */
export function cutAtPlaces({ name, text }: Sample, count: number): Sample[] {
  const places = Array.from({ length: count }, (_, index) => Math.round(((index + 0.5) / count) * text.length));
  return places.map((place) => ({ name: `${place} units of ${name}`, text: text.slice(0, place) }));
}

/** The text with something missing, doubled or wrong in its middle, always at the same places. */
export function mangle({ name, text }: Sample, count: number): Sample[] {
  const next = makeNumbers(text.length);
  return Array.from({ length: count }, (_, index) => {
    const place = Math.floor(next() * text.length);
    const size = 1 + Math.floor(next() * 40);
    const rest = text.slice(place + (index % 2) * size);
    const wrong = WRONG[Math.floor(next() * WRONG.length)];
    return { name: `${name}, mangled at ${place}`, text: `${text.slice(0, place)}${wrong}${rest}` };
  });
}

const WRONG = [
  '',
  '{',
  '}',
  '(',
  ')',
  '`',
  '${',
  '"',
  '/*',
  '<',
  '/',
  '.',
  '?.',
  '@',
  '#',
  '\\',
  '\u0000',
  '=>',
  ' async ',
  'import ',
];

/** A repeatable sequence of numbers from 0 up to 1. */
function makeNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
