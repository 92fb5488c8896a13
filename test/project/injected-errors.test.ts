import assert from 'node:assert/strict';
import { analyze, createProject, defaultSettings } from '../../server/src/engine/index.ts';
import { createMemoryHost } from './memory-host.ts';

const SERVICE = `
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { Errors } from './errors';
import { User } from './user.entity';
@Injectable()
export class UsersService {
  constructor(private readonly errors: Errors, @InjectRepository(User) private users: Repository<User>) {}
  async add(email: string) {
    const existing = await this.users.findOne({ where: { email } });
    if (existing) throw this.errors.taken;
    return this.users.save({ email });
  }
}
`;

const errors = (taken: string): string => `
import { HttpException, HttpStatus } from '@nestjs/common';
export class Errors {
  ${taken}
}
`;

describe('an error that stands in a field of something injected', () => {
  it('is answered with its status', () => {
    const text = errors("taken = new HttpException('Taken', HttpStatus.METHOD_NOT_ALLOWED);");
    assert.deepEqual(find(text), ['prefer-conflict-for-duplicate']);
  });

  const silent = {
    fits: "taken = new HttpException('Taken', HttpStatus.CONFLICT);",
    'is told by whoever makes the object': 'constructor(public taken: HttpException) {}',
    'is another one in the end': 'taken: HttpException; constructor() { this.taken = make(); }',
  };
  for (const [title, text] of Object.entries(silent))
    it(`draws nothing where it ${title}`, () => assert.deepEqual(find(errors(text)), []));
});

/** The rules that speak in the service. */
function find(errorsText: string): readonly string[] {
  const files = {
    'package.json': '{ "dependencies": { "@nestjs/common": "^11.0.0" } }',
    'src/users.service.ts': SERVICE,
    'src/errors.ts': errorsText,
  };
  const project = createProject(createMemoryHost(files));
  const { findings, problems } = analyze({ path: 'src/users.service.ts', text: SERVICE }, defaultSettings, project);
  assert.deepEqual(problems, []);
  return findings.map(({ rule }) => rule);
}
