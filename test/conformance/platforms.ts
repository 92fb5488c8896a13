import type { Packages } from './fetched.ts';

/** A framework whose handlers are run, and read by the engine. */
export interface Platform {
  /** Names the file of `servers/` that runs them. */
  readonly id: string;
  /** The adapter that knows it. */
  readonly adapter: string;
  readonly name: string;
  readonly folder: string;
  /** The package that a project which uses the framework depends on; undefined for what Node itself has. */
  readonly dependency: string | undefined;
  /** Packages that it depends on besides, in any version. */
  readonly besides: readonly string[];
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

/** A platform with what most have in common left out: its folder and its adapter have its name. */
type Entry = Pick<Platform, 'id' | 'name' | 'dependency' | 'versions' | 'cases' | 'claimed'> & Partial<Platform>;

const NODE = 'node:http';

const NEXT: Packages = { next: '16.4.6', react: '19.3.1', 'react-dom': '19.3.1' };

const MIDDY: Packages = { '@middy/core': '6.4.5', '@middy/http-error-handler': '6.4.5', 'http-errors': '2.0.1' };

/** NestJS in the versions that projects have; 11 is installed. */
const NEST: readonly PlatformVersion[] = [
  { major: 10, package: '@nestjs/common', fetched: nest('10.4.22', '10.4.22') },
  { major: 11, package: '@nestjs/common' },
  { major: 12, package: '@nestjs/common', fetched: nest('12.5.1', '12.5.0') },
];

const entries: readonly Entry[] = [
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
    dependency: 'fastify',
    versions: [
      { major: 4, package: 'fastify', fetched: { fastify: '4.29.1', '@fastify/sensible': '5.6.0' } },
      { major: 5, package: 'fastify', fetched: { fastify: '5.12.8', '@fastify/sensible': '6.0.6' } },
    ],
    cases: 110,
    claimed: 0.95,
  },
  {
    id: 'koa',
    name: 'Koa',
    dependency: 'koa',
    versions: [
      { major: 2, package: 'koa2' },
      { major: 3, package: 'koa' },
    ],
    cases: 50,
    claimed: 0.95,
  },
  {
    id: 'node-http',
    name: 'Node',
    dependency: undefined,
    versions: [{ major: 20, package: NODE }],
    cases: 25,
    claimed: 0.95,
  },
  {
    id: 'elysia',
    name: 'Elysia',
    dependency: 'elysia',
    versions: [{ major: 1, package: 'elysia' }],
    cases: 45,
    claimed: 0.95,
  },
  {
    id: 'hapi',
    name: 'hapi',
    dependency: '@hapi/hapi',
    versions: [{ major: 21, package: '@hapi/hapi' }],
    cases: 20,
    claimed: 0.95,
  },
  {
    id: 'h3',
    name: 'h3',
    dependency: 'h3',
    versions: [{ major: 1, package: 'h3' }],
    cases: 8,
    claimed: 0.9,
  },
  {
    id: 'routing-controllers',
    name: 'routing-controllers',
    dependency: 'routing-controllers',
    versions: [{ major: 0, package: 'routing-controllers' }],
    cases: 10,
    claimed: 0.9,
  },
  {
    id: 'lambda',
    name: 'Lambda with middy',
    dependency: '@middy/core',
    besides: ['@middy/http-error-handler'],
    versions: [{ major: 6, package: '@middy/core', fetched: MIDDY }],
    cases: 40,
    claimed: 0.9,
  },
  {
    id: 'lambda-v2',
    adapter: 'lambda',
    name: 'Lambda behind HTTP APIs',
    dependency: 'aws-lambda',
    besides: ['@middy/core', '@middy/http-error-handler'],
    versions: [{ major: 2, package: NODE, fetched: MIDDY }],
    cases: 28,
    claimed: 0.95,
  },
  {
    id: 'nest-express',
    adapter: 'nest',
    name: 'NestJS on Express',
    folder: 'test/conformance/nest',
    dependency: '@nestjs/common',
    besides: ['@nestjs/platform-express'],
    versions: NEST,
    cases: 50,
    claimed: 0.95,
  },
  {
    id: 'nest-fastify',
    adapter: 'nest',
    name: 'NestJS on Fastify',
    folder: 'test/conformance/nest',
    dependency: '@nestjs/common',
    besides: ['@nestjs/platform-fastify'],
    versions: NEST,
    cases: 50,
    claimed: 0.95,
  },
  {
    id: 'nest-global',
    name: 'NestJS with filters for all handlers',
    folder: 'test/conformance/nest-global',
    dependency: '@nestjs/common',
    besides: ['@nestjs/platform-express'],
    versions: [{ major: 11, package: '@nestjs/common' }],
    cases: 6,
    claimed: 0.95,
  },
  {
    id: 'hono',
    name: 'Hono',
    dependency: 'hono',
    versions: [{ major: 4, package: 'hono' }],
    cases: 50,
    claimed: 0.92,
  },
  {
    id: 'fetch',
    name: 'Fetch API on Node',
    dependency: undefined,
    versions: [{ major: 20, package: NODE }],
    cases: 40,
    claimed: 0.92,
  },
  {
    id: 'workerd',
    adapter: 'fetch',
    name: 'Workers',
    folder: 'test/conformance/fetch',
    dependency: 'wrangler',
    versions: [{ major: 1, package: 'workerd', fetched: { workerd: '1.20261117.1' } }],
    cases: 40,
    claimed: 0.92,
  },
  {
    id: 'next',
    name: 'Next.js',
    dependency: 'next',
    versions: [{ major: 16, package: 'next/server', fetched: NEXT }],
    cases: 50,
    claimed: 0.92,
  },
  {
    id: 'next-middleware',
    adapter: 'next',
    name: 'Next.js middleware',
    dependency: 'next',
    versions: [{ major: 16, package: 'next/server', fetched: NEXT }],
    cases: 35,
    claimed: 0.95,
  },
  {
    id: 'next-pages',
    name: 'Next.js API routes',
    dependency: 'next',
    versions: [{ major: 16, package: 'next', fetched: NEXT }],
    cases: 25,
    claimed: 0.9,
  },
  {
    id: 'sveltekit',
    name: 'SvelteKit',
    dependency: '@sveltejs/kit',
    versions: [{ major: 2, package: '@sveltejs/kit', fetched: { '@sveltejs/kit': '2.70.4', svelte: '5.57.3' } }],
    cases: 40,
    claimed: 0.95,
  },
  {
    id: 'react-router',
    adapter: 'remix',
    name: 'React Router',
    dependency: 'react-router',
    versions: [
      {
        major: 7,
        package: 'react-router',
        fetched: { 'react-router': '7.18.6', react: '19.3.1', 'react-dom': '19.3.1' },
      },
    ],
    cases: 30,
    claimed: 0.95,
  },
  {
    id: 'remix',
    name: 'Remix',
    dependency: '@remix-run/server-runtime',
    versions: [
      {
        major: 2,
        package: '@remix-run/server-runtime',
        fetched: { '@remix-run/server-runtime': '2.17.5', react: '18.3.1', 'react-dom': '18.3.1' },
      },
    ],
    cases: 34,
    claimed: 0.95,
  },
  {
    id: 'astro',
    name: 'Astro',
    dependency: 'astro',
    versions: [{ major: 5, package: NODE, fetched: { astro: '5.18.2' } }],
    cases: 25,
    claimed: 0.95,
  },
  {
    id: 'azure-functions',
    name: 'Azure Functions',
    dependency: '@azure/functions',
    versions: [{ major: 4, package: '@azure/functions', fetched: { '@azure/functions': '4.16.5' } }],
    cases: 15,
    claimed: 0.87,
  },
  {
    id: 'trpc',
    name: 'tRPC',
    dependency: '@trpc/server',
    versions: [{ major: 11, package: '@trpc/server' }],
    cases: 14,
    claimed: 0.85,
  },
  {
    id: 'tsoa',
    name: 'tsoa',
    dependency: 'tsoa',
    versions: [{ major: 6, package: 'tsoa', fetched: { tsoa: '6.6.0', '@tsoa/runtime': '6.6.0' } }],
    cases: 12,
    claimed: 0.92,
  },
];

export const platforms: readonly Platform[] = entries.map((entry) => ({
  adapter: entry.id,
  folder: `test/conformance/${entry.id}`,
  besides: [],
  ...entry,
}));

function nest(version: string, fastify: string): Packages {
  return {
    '@nestjs/core': version,
    '@nestjs/common': version,
    '@nestjs/platform-express': version,
    '@nestjs/platform-fastify': fastify,
    'reflect-metadata': '0.2.2',
    rxjs: '7.8.2',
  };
}
