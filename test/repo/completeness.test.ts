import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { ruleDescriptions } from '../../server/src/engine/index.ts';
import { frameworks, rules } from '../../server/src/engine/registry.generated.ts';
import { examples } from '../rule-examples.generated.ts';

const ENGINE = 'server/src/engine';
/** The longest check that a reader can hold in mind. Examples do not count. */
const MAX_LINES_OF_CHECK = 80;

function idsIn(folder: string): readonly string[] {
  return readdirSync(`${ENGINE}/${folder}`)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.slice(0, -3))
    .sort();
}

describe('the registry', () => {
  it('has every rule of its folder, each under the name of its file', () => {
    assert.deepEqual(rules.map(({ id }) => id).sort(), idsIn('rules'));
  });

  it('has every adapter of its folder, each under the name of its file', () => {
    assert.deepEqual(frameworks.map(({ id }) => id).sort(), idsIn('frameworks'));
  });

  it('describes every rule to the outside', () => {
    assert.deepEqual(
      ruleDescriptions.map(({ id }) => id),
      rules.map(({ id }) => id),
    );
  });
});

for (const rule of rules) {
  describe(`rule ${rule.id} is complete`, () => {
    it('says what and why in sentences', () => {
      assert.match(rule.summary, /^[A-Z`].*\.$/);
      assert.match(rule.why, /^[A-Z`].*\.$/);
    });

    it('checks responses, handlers or the file', () => {
      assert.ok(rule.check ?? rule.checkHandler ?? rule.checkFile);
    });

    it('rests on a specification or on what a framework does', () => {
      assert.ok(rule.specs.length > 0);
      for (const { title, url } of rule.specs) {
        assert.ok(title.length > 5);
        assert.match(
          url,
          /^https:\/\/(?:www\.rfc-editor\.org\/rfc\/rfc\d+(?:#section-[\d.]+)?|expressjs\.com\/|nodejs\.org\/|fetch\.spec\.whatwg\.org\/|owasp\.org\/|cheatsheetseries\.owasp\.org\/|www\.iana\.org\/)/,
        );
      }
    });

    it('has two bad and two good examples at the least', () => {
      const own = examples.find(({ id }) => id === rule.id);
      assert.ok(own && own.bad.length >= 2 && own.good.length >= 2);
      const titles = [...own.bad, ...own.good].map(({ title }) => title);
      assert.equal(new Set(titles).size, titles.length);
    });

    it('has its page and its line in the README', () => {
      assert.ok(existsSync(`docs/rules/${rule.id}.md`));
      assert.ok(readFileSync('README.md', 'utf8').includes(`docs/rules/${rule.id}.md`));
    });

    it('is checked by short functions', () => {
      const path = `${ENGINE}/rules/${rule.id}.ts`;
      const tree = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
      const visit = (node: ts.Node): void => {
        if (ts.isFunctionLike(node)) {
          const lines = node.getText(tree).split('\n').length;
          assert.ok(lines <= MAX_LINES_OF_CHECK, `a function of ${lines} lines`);
        }
        ts.forEachChild(node, visit);
      };
      visit(tree);
    });
  });
}

for (const adapter of frameworks) {
  describe(`adapter ${adapter.id} is complete`, () => {
    it('has a name, its packages and a default status', () => {
      assert.match(adapter.name, /^(?:[A-Z]|node|hapi$|h3$|tsoa$|tRPC$|routing-controllers$)/);
      assert.ok(adapter.packages.length > 0);
      assert.ok(adapter.defaultStatus >= 200 && adapter.defaultStatus < 600);
    });

    it('declares where handlers stand, and a way to send', () => {
      const { makers, verbs, responseTypes, parameters, routeFiles = [] } = adapter.handlers;
      // Where handlers are decorated methods, or what they give back is the answer, nothing else is to be declared.
      if (adapter.decorated) assert.ok(Object.keys(adapter.decorated.methods).length > 0);
      if (adapter.shaped) assert.ok(adapter.shaped.body.length > 0);
      if (adapter.decorated || adapter.shaped || adapter.handlers.ownErrors) return;
      assert.ok(makers.length + responseTypes.length + routeFiles.length > 0);
      assert.ok(Object.keys(verbs).length + routeFiles.length > 0 && Object.keys(parameters).length > 0);
      const roles = Object.values({ ...adapter.methods, ...adapter.made }).map((method) =>
        typeof method === 'function' ? method(['other']).role : method.role,
      );
      for (const { role } of Object.values(adapter.properties)) roles.push(role === 'body' ? 'send' : 'status');
      assert.ok(roles.includes('make') || (roles.includes('send') && roles.includes('status')));
    });
  });
}

describe('source files', () => {
  it('stay short enough to be read at once', () => {
    const long = ['server/src', 'client/src', 'test', 'scripts'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.(?:ts|mjs)$/.test(name))
        .map((name) => `${folder}/${name}`)
        .filter((path) => readFileSync(path, 'utf8').split('\n').length > 400),
    );
    assert.deepEqual(long, []);
  });
});
