import type { Packages } from './fetched.ts';

/** A framework whose handlers are run, and read by the engine. */
export interface Platform {
  /** Names the file of `servers/` that runs them. */
  readonly id: string;
  /** The adapter that knows it; absent where that has the same id. */
  readonly adapter?: string;
  readonly name: string;
  readonly folder: string;
  /** The package that a project which uses the framework depends on; undefined for what Node itself has. */
  readonly dependency: string | undefined;
  /** Packages that it depends on besides, in any version. */
  readonly besides?: readonly string[];
  readonly versions: readonly PlatformVersion[];
  /** How many cases there are at the least. */
  readonly cases: number;
  /** The share of answers that the engine claimed when this was last measured. It only goes up; the goal is 0.95. */
  readonly claimed: number;
}

export interface PlatformVersion {
  readonly major: number;
  /** What is run. */
  readonly package: string;
  /** Packages that are fetched for it; absent where it is installed with the rest. */
  readonly fetched?: Packages;
}

const NEXT: Packages = { next: '16.4.6', react: '19.3.1', 'react-dom': '19.3.1' };

export const platforms: readonly Platform[] = [
  {
    id: 'express',
    name: 'Express',
    folder: 'test/conformance/handlers',
    dependency: 'express',
    versions: [
      { major: 4, package: 'express4' },
      { major: 5, package: 'express' },
    ],
    cases: 380,
    claimed: 0.95,
  },
  {
    id: 'fastify',
    name: 'Fastify',
    folder: 'test/conformance/fastify',
    dependency: 'fastify',
    versions: [
      { major: 4, package: 'fastify4' },
      { major: 5, package: 'fastify' },
    ],
    cases: 25,
    claimed: 0.9,
  },
  {
    id: 'koa',
    name: 'Koa',
    folder: 'test/conformance/koa',
    dependency: 'koa',
    versions: [
      { major: 2, package: 'koa2' },
      { major: 3, package: 'koa' },
    ],
    cases: 25,
    claimed: 0.9,
  },
  {
    id: 'node-http',
    name: 'Node',
    folder: 'test/conformance/node-http',
    dependency: undefined,
    versions: [{ major: 20, package: 'node:http' }],
    cases: 25,
    claimed: 0.9,
  },
  {
    id: 'elysia',
    name: 'Elysia',
    folder: 'test/conformance/elysia',
    dependency: 'elysia',
    versions: [{ major: 1, package: 'elysia' }],
    cases: 8,
    claimed: 0.9,
  },
  {
    id: 'hapi',
    name: 'hapi',
    folder: 'test/conformance/hapi',
    dependency: '@hapi/hapi',
    versions: [{ major: 21, package: '@hapi/hapi' }],
    cases: 8,
    claimed: 0.9,
  },
  {
    id: 'h3',
    name: 'h3',
    folder: 'test/conformance/h3',
    dependency: 'h3',
    versions: [{ major: 1, package: 'h3' }],
    cases: 8,
    claimed: 0.9,
  },
  {
    id: 'routing-controllers',
    name: 'routing-controllers',
    folder: 'test/conformance/routing-controllers',
    dependency: 'routing-controllers',
    versions: [{ major: 0, package: 'routing-controllers' }],
    cases: 10,
    claimed: 0.9,
  },
  {
    id: 'lambda',
    name: 'Lambda',
    folder: 'test/conformance/lambda',
    dependency: '@middy/core',
    versions: [{ major: 6, package: '@middy/core' }],
    cases: 25,
    claimed: 0.9,
  },
  {
    id: 'nest-express',
    name: 'NestJS on Express',
    folder: 'test/conformance/nest',
    dependency: '@nestjs/common',
    besides: ['@nestjs/platform-express'],
    versions: [{ major: 11, package: '@nestjs/common' }],
    cases: 50,
    claimed: 0.95,
  },
  {
    id: 'nest-fastify',
    name: 'NestJS on Fastify',
    folder: 'test/conformance/nest',
    dependency: '@nestjs/common',
    besides: ['@nestjs/platform-fastify'],
    versions: [{ major: 11, package: '@nestjs/common' }],
    cases: 50,
    claimed: 0.95,
  },
  {
    id: 'hono',
    name: 'Hono',
    folder: 'test/conformance/hono',
    dependency: 'hono',
    versions: [{ major: 4, package: 'hono' }],
    cases: 25,
    claimed: 0.9,
  },
  {
    id: 'fetch',
    name: 'Fetch API',
    folder: 'test/conformance/fetch',
    dependency: undefined,
    versions: [{ major: 20, package: 'node:http' }],
    cases: 25,
    claimed: 0.9,
  },
  {
    id: 'next',
    name: 'Next.js',
    folder: 'test/conformance/next',
    dependency: 'next',
    versions: [
      {
        major: 16,
        package: 'next/server',
        fetched: NEXT,
      },
    ],
    cases: 50,
    claimed: 0.77,
  },
  {
    id: 'sveltekit',
    name: 'SvelteKit',
    folder: 'test/conformance/sveltekit',
    dependency: '@sveltejs/kit',
    versions: [{ major: 2, package: '@sveltejs/kit', fetched: { '@sveltejs/kit': '2.70.4', svelte: '5.57.3' } }],
    cases: 35,
    claimed: 0.85,
  },
  {
    id: 'react-router',
    adapter: 'remix',
    name: 'React Router',
    folder: 'test/conformance/react-router',
    dependency: 'react-router',
    versions: [
      {
        major: 7,
        package: 'react-router',
        fetched: { 'react-router': '7.18.6', react: '19.3.1', 'react-dom': '19.3.1' },
      },
    ],
    cases: 30,
    claimed: 0.76,
  },
  {
    id: 'remix',
    name: 'Remix',
    folder: 'test/conformance/remix',
    dependency: '@remix-run/server-runtime',
    versions: [
      {
        major: 2,
        package: '@remix-run/server-runtime',
        fetched: { '@remix-run/server-runtime': '2.17.5', react: '18.3.1', 'react-dom': '18.3.1' },
      },
    ],
    cases: 8,
    claimed: 0.8,
  },
  {
    id: 'next-pages',
    name: 'Next.js API routes',
    folder: 'test/conformance/next-pages',
    dependency: 'next',
    versions: [{ major: 16, package: 'next', fetched: NEXT }],
    cases: 25,
    claimed: 0.9,
  },
];
