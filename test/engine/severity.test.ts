import assert from 'node:assert/strict';
import { analyze, defaultSettings } from '../../server/src/engine/index.ts';

const RULE = 'no-body-with-bodyless-status';

function severityOf(text: string, highest?: 'error' | 'warning' | 'hint', id = RULE): string | undefined {
  const settings = { ...defaultSettings, rules: highest ? { [id]: highest } : {} };
  return analyze({ path: 'src/app.ts', text }, settings).findings.find(({ rule }) => rule === id)?.severity;
}

const DROPPED = `
import express from 'express';
express().delete('/', (req, res) => { res.status(204).json({ deleted: true }); });
`;
const THROWN = `
export default { fetch: (request) => new Response('deleted', { status: 204 }) };
`;

describe('the severity of a finding', () => {
  it('is one step higher where the program breaks', () => {
    assert.equal(severityOf(DROPPED), 'warning');
    assert.equal(severityOf(THROWN), 'error');
  });

  it('follows the setting, and goes no higher than an error', () => {
    assert.equal(severityOf(DROPPED, 'hint'), 'hint');
    assert.equal(severityOf(THROWN, 'hint'), 'information');
    assert.equal(severityOf(THROWN, 'error'), 'error');
  });

  it('is that of a hint where the answer rests on what was never run', () => {
    const answer = (call: string): string => `
import fastify from 'fastify';
fastify().get('/', (request, reply) => { reply.code(700).${call}; });
`;
    const severities = ["send('x')", "view('x')"].map((call) =>
      analyze({ path: 'src/app.ts', text: answer(call) }).findings.map(({ rule, severity }) => `${rule}: ${severity}`),
    );
    assert.deepEqual(severities, [['valid-status-code: error'], ['valid-status-code: hint']]);
  });

  it('is lower where a guard only says no: it has chosen no status', () => {
    const guard = (refusal: string): string => `
import { CanActivate, ForbiddenException } from '@nestjs/common';
export class RolesGuard implements CanActivate {
  canActivate(context) {
    const { user } = context.switchToHttp().getRequest();
    if (!user) ${refusal};
    return user.role === 'admin';
  }
}
`;
    const severities = ['return false', "throw new ForbiddenException('Log in first')"].map((refusal) =>
      severityOf(guard(refusal), undefined, 'no-unauthorized-forbidden-mixup'),
    );
    assert.deepEqual(severities, ['information', 'warning']);
  });

  it('is not lower where a guard that only says no asks for what proves who somebody is', () => {
    const guard = `
import { CanActivate } from '@nestjs/common';
export class TokenGuard implements CanActivate {
  async canActivate(context) {
    const request = context.switchToHttp().getRequest();
    const token = request.cookies.token;
    if (!token) return false;
    request.user = await this.users.findOne({ token });
    return true;
  }
}
`;
    assert.equal(severityOf(guard, undefined, 'no-unauthorized-forbidden-mixup'), 'warning');
  });

  it('is far lower where a status that comes too late is the one that was sent', () => {
    const late = (code: number): string =>
      `import express from 'express';\nexpress().get('/', (req, res) => { res.json([]); res.status(${code}); });\n`;
    assert.equal(severityOf(late(201), undefined, 'no-status-after-send'), 'error');
    assert.equal(severityOf(late(200), undefined, 'no-status-after-send'), 'information');
  });
});
