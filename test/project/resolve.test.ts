import assert from 'node:assert/strict';
import { analyze, createProject, defaultSettings } from '../../server/src/engine/index.ts';
import { createMemoryHost } from './memory-host.ts';

const HANDLER = `
import express from 'express';
import { HttpException } from '@exceptions/httpException';
express().get('/users/:id', (req, res) => {
  throw new HttpException(409, 'No such user');
});
`;

const FILES = {
  '/app/tsconfig.json': '{ "compilerOptions": { "baseUrl": "src", "paths": { "@exceptions/*": ["exceptions/*"] } } }',
  '/app/src/exceptions/HttpException.ts':
    'export class HttpException extends Error { constructor(public status: number, message: string) { super(message); } }',
};

describe('an import', () => {
  it('finds a file whose name is written in other letters, as file systems do that take both cases for one', () => {
    const project = createProject(createMemoryHost(FILES));
    const { responses } = analyze({ path: '/app/src/users.ts', text: HANDLER }, defaultSettings, project);
    assert.deepEqual(
      responses.map(({ status }) => status),
      [{ kind: 'one', value: 409 }],
    );
  });
});
