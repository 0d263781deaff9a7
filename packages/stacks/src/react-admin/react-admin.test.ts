import { readFileSync } from 'node:fs';
import { readDocument } from '@quantumlayer/blueprint';
import type { Blueprint } from '@quantumlayer/contracts';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import * as fixtures from '../fixtures/index.ts';
import { field } from '../fixtures/parts.ts';
import { findStack } from '../index.ts';
import { typescriptFastify } from '../typescript-fastify/stack.ts';
import { reactAdmin as stack } from './stack.ts';

const { clinicWithPeople, everyAccess, everyBranch, everyComputed, everyNested } = fixtures;
const { everyReader, everyRecord, everyRecordOpen, everyRelation, everyRule } = fixtures;
const { everyTeam, everyTogether, everyType, lockerRoom, reservedNames } = fixtures;
const all: Readonly<Record<string, Blueprint>> = {
  ...{ clinicWithPeople, everyAccess, everyBranch, everyComputed, everyNested },
  ...{ everyReader, everyRecord, everyRecordOpen, everyRelation, everyRule },
  ...{ everyTeam, everyTogether, everyType, lockerRoom, reservedNames },
  twenty: fixtures.sizedBlueprint(20),
};

function generate(blueprint: Blueprint) {
  const units = stack.codeUnits(blueprint).map(({ id }) => id);
  const code = units.flatMap((id) => stack.generateUnit(blueprint, id));
  return [...code, ...stack.generateTests(blueprint)];
}

const contentOf = (blueprint: Blueprint, path: string) =>
  generate(blueprint).find((file) => file.path === path)?.content ?? '';

function syntaxErrors(path: string, content: string): string[] {
  const options = { jsx: ts.JsxEmit.ReactJSX, target: ts.ScriptTarget.ESNext };
  const { diagnostics = [] } = ts.transpileModule(content, {
    ...{ fileName: path, compilerOptions: options, reportDiagnostics: true },
  });
  return diagnostics.map(({ messageText }) => `${path}: ${JSON.stringify(messageText)}`);
}

function importsOf({ path, content }: { path: string; content: string }): string[] {
  const found = content.matchAll(/(?:from |import\()'(\.[^']+\.tsx?)'/g);
  return [...found].map(([, target = '']) => new URL(target, `file:///${path}`).pathname.slice(1));
}

/** Each circle as the path that leads around it. */
function circlesIn(imports: ReadonlyMap<string, readonly string[]>): string[] {
  const circles: string[] = [];
  const done = new Set<string>();
  const visit = (path: string, way: readonly string[]): void => {
    const at = way.indexOf(path);
    if (at >= 0) circles.push([...way.slice(at), path].join(' -> '));
    if (at >= 0 || done.has(path)) return;
    for (const target of imports.get(path) ?? []) visit(target, [...way, path]);
    done.add(path);
  };
  for (const path of imports.keys()) visit(path, []);
  return circles;
}

describe.each(Object.entries(all))('the full-stack app of %s', (_name, blueprint) => {
  const files = generate(blueprint);

  it('has every path once', () => {
    const paths = files.map(({ path }) => path.toLowerCase());
    expect(new Set(paths).size).toBe(paths.length);
  });

  it('has pages that parse, without a word of another kind of app', () => {
    for (const { path, content } of files.filter((file) => /^web\/.*\.tsx?$/.test(file.path))) {
      expect(syntaxErrors(path, content)).toEqual([]);
      expect(content, path).not.toMatch(/@if|@end/);
    }
  });

  it('imports only files that exist', () => {
    const paths = new Set(files.map(({ path }) => path));
    for (const file of files) {
      for (const target of importsOf(file)) expect(paths, file.path).toContain(target);
    }
  });

  it('has no files that import each other in a circle', () => {
    expect(circlesIn(new Map(files.map((file) => [file.path, importsOf(file)])))).toEqual([]);
  });

  it('has the same bytes from the same blueprint', () => {
    expect(generate(structuredClone(blueprint))).toEqual(files);
  });

  it('counts one module more than its API has alone', () => {
    const modules = (one: typeof stack) => one.design(blueprint).modules.map(({ name }) => name);
    expect(modules(stack)).toEqual([...modules(typescriptFastify), 'web']);
  });
});

describe('a web UI', () => {
  it('has neither scripts nor styles in its page, whatever the app is called', () => {
    const title = '"></title><script>alert(1)</script><style>';
    const page = contentOf({ ...fixtures.invoicing, title }, 'web/index.html');
    expect(page.match(/<script[^>]*>/g)).toEqual([
      '<script src="/theme.js">',
      '<script type="module" src="/src/main.tsx">',
    ]);
    expect(page).not.toMatch(/<style|onload|<script>/);
  });

  it('tells records by what they are about where nothing names them', () => {
    const entity = {
      ...{ name: 'LineItem', plural: 'LineItems', relations: [] },
      fields: [field('quantity', 'integer'), field('description', 'text')],
    };
    const file = contentOf(
      { ...fixtures.invoicing, entities: [entity] },
      'web/src/entities/line-item/description.ts',
    );
    expect(file).toContain("label: 'description'");
  });

  it('offers no change in states that keep a record as it is', () => {
    const description = (file: string, app: Blueprint) =>
      contentOf(app, `web/src/entities/${file}/description.ts`);

    expect(description('invoice', fixtures.everyRecord)).toContain("fixed: ['sent', 'paid'],");
    // A form alone changes this one.
    expect(description('booking', fixtures.everyRule)).not.toContain('fixed:');
  });

  it('leaves the addresses of the app to the app', () => {
    const entities = ['Doc', 'Asset', 'Count', 'Customer'].map((name) => ({
      ...{ name, plural: `${name}s`, fields: [field('name', 'string')], relations: [] },
    }));
    const app = { ...fixtures.invoicing, entities };
    const pathOf = (file: string) =>
      /path: '(.*)'/.exec(contentOf(app, `web/src/entities/${file}/description.ts`))?.[1];
    expect(['doc', 'asset', 'count', 'customer'].map(pathOf)).toEqual([
      ...['docs-2', 'assets-2', 'counts-2', 'customers'],
    ]);
  });

  it('knows neither accounts nor signing in where nobody signs in', () => {
    for (const { path, content } of generate(fixtures.invoicing)) {
      expect(path).not.toMatch(/people/);
      if (path.startsWith('web/')) expect(content, path).not.toMatch(/sign-in|useSession/);
    }
  });

  it('offers signing up only where everybody may', () => {
    const { people } = clinicWithPeople;
    const closed = people && { ...people, signUp: 'closed' as const };
    const has = (blueprint: Blueprint) =>
      generate(blueprint).some(({ content }) => content.includes('sign-up-page'));
    expect(has(clinicWithPeople)).toBe(true);
    expect(has({ ...clinicWithPeople, people: closed })).toBe(false);
  });

  it('is none of an API alone', () => {
    const units = typescriptFastify.codeUnits(fixtures.invoicing);
    const files = units.flatMap(({ id }) => typescriptFastify.generateUnit(fixtures.invoicing, id));
    expect(files.filter(({ path, content }) => /^web|react/.test(path + content))).toEqual([]);
  });
});

describe('the stack', () => {
  it('is found by its id and says that it is more than an API', () => {
    expect(findStack('react-admin')).toBe(stack);
    expect(stack.kind).toBe('full-stack');
  });

  it('has a dependency set of its own, with what the API has', () => {
    const own = JSON.parse(stack.dependencySet().packageJson);
    const api = JSON.parse(typescriptFastify.dependencySet().packageJson);
    // Only servers of OpenAPI documents, which have no web UI, need these.
    const { ajv, 'ajv-formats': _, '@fastify/multipart': __, ...shared } = api.dependencies;
    expect(ajv).toEqual(expect.any(String));
    expect(own.dependencies).toEqual(shared);
    expect(own.devDependencies).toMatchObject(api.devDependencies);
    const lock = JSON.parse(stack.dependencySet().lockFile);
    expect(lock.packages[''].devDependencies).toEqual(own.devDependencies);
    const manifest = JSON.parse(contentOf(clinicWithPeople, 'package.json'));
    expect(manifest.devDependencies).toEqual(own.devDependencies);
  });
});

describe('an OpenAPI document', () => {
  it('gets no web UI, whose API would be another one', async () => {
    const file = '../../../blueprint/src/documents/openapi/fixtures/petstore.yaml';
    const text = readFileSync(new URL(file, import.meta.url), 'utf8');
    const { blueprint } = await readDocument({ name: 'petstore.yaml', text });

    expect(() => stack.design(blueprint)).toThrow(/build it as an API alone/);
  });
});
