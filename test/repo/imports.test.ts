import assert from 'node:assert/strict';
import { type Import, listImports } from './imports.ts';

const ENGINE = 'server/src/engine';

function describeImport({ from, specifier }: Import): string {
  return `${from} imports ${specifier}`;
}

function assertNone(imports: readonly Import[]): void {
  assert.deepEqual(imports.map(describeImport), []);
}

function isInside(path: string | undefined, folder: string): boolean {
  return path?.startsWith(`${folder}/`) ?? false;
}

describe('imports', () => {
  const server = listImports('server/src');
  const client = listImports('client/src');
  const engine = server.filter(({ from }) => isInside(from, ENGINE));

  it('are read at all', () => {
    assert.ok(engine.length > 100);
    assert.ok(client.some(({ specifier }) => specifier === 'vscode'));
  });

  it('of the engine stay inside it, but for the parser', () => {
    assertNone(
      engine.filter(
        ({ from, specifier, to }) =>
          !isInside(to, ENGINE) && !(specifier === 'typescript' && from === `${ENGINE}/syntax/parser.ts`),
      ),
    );
  });

  it('of the engine from outside go through its façade', () => {
    const others = [...server.filter(({ from }) => !isInside(from, ENGINE)), ...client];
    assertNone(others.filter(({ to }) => isInside(to, ENGINE) && to !== `${ENGINE}/index.ts`));
  });

  it('of rules know facts, not syntax, adapters or each other', () => {
    const allowed = [
      'known.ts',
      'messages.ts',
      'model.ts',
      'handler-flow.ts',
      'file-facts.ts',
      'rule.ts',
      'status-text.ts',
      'body.ts',
      'declared-statuses.ts',
      'error-body.ts',
      'policy.ts',
      'settings.ts',
    ];
    const folders = ['status-codes', 'scenarios'];
    assertNone(
      engine.filter(
        ({ from, to }) =>
          isInside(from, `${ENGINE}/rules`) &&
          !allowed.some((file) => to === `${ENGINE}/${file}`) &&
          !folders.some((folder) => isInside(to, `${ENGINE}/${folder}`)),
      ),
    );
  });

  it('of adapters know no rule and no other adapter', () => {
    assertNone(
      engine.filter(
        ({ from, to }) =>
          isInside(from, `${ENGINE}/frameworks`) &&
          (isInside(to, `${ENGINE}/rules`) || isInside(to, `${ENGINE}/frameworks`)),
      ),
    );
  });

  it('of the parser pass through one file', () => {
    const syntax = [
      `${ENGINE}/syntax`,
      `${ENGINE}/flow`,
      `${ENGINE}/responses`,
      `${ENGINE}/project`,
      `${ENGINE}/values`,
      `${ENGINE}/fixes`,
      `${ENGINE}/positions`,
      `${ENGINE}/reuse`,
    ];
    assertNone(
      engine.filter(
        ({ from, to }) => to === `${ENGINE}/syntax/parser.ts` && !syntax.some((folder) => isInside(from, folder)),
      ),
    );
  });

  it('of VS Code and of the LSP stay on their own sides', () => {
    assertNone(server.filter(({ specifier }) => specifier === 'vscode'));
    assertNone(
      server.filter(
        ({ from, specifier }) =>
          specifier.startsWith('vscode-') && !isInside(from, 'server/src/lsp') && !/\/main\.\w+\.ts$/.test(from),
      ),
    );
    assertNone(client.filter(({ to }) => isInside(to, 'server') && to !== 'server/src/lsp/protocol.ts'));
  });

  it('go round in no circle', () => {
    const edges = new Map<string, string[]>();
    for (const { from, to } of [...server, ...client]) if (to) edges.set(from, [...(edges.get(from) ?? []), to]);
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (file: string, trail: readonly string[]): void => {
      if (trail.includes(file)) circles.push([...trail.slice(trail.indexOf(file)), file].join(' → '));
      if (done.has(file) || trail.includes(file)) return;
      for (const next of edges.get(file) ?? []) visit(next, [...trail, file]);
      done.add(file);
    };
    for (const file of edges.keys()) visit(file, []);
    assert.deepEqual(circles, []);
  });
});
