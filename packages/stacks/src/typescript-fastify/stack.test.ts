import { stripTypeScriptTypes } from 'node:module';
import {
  type Blueprint,
  blueprintSchema,
  designSchema,
  generatedFileSchema,
} from '@quantumlayer/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clinicWithPeople,
  everyAccess,
  everyBranch,
  everyReader,
  everyRecord,
  everyRecordOpen,
  everyRelation,
  everyRule,
  everyTeam,
  everyTogether,
  everyType,
  invoicing,
  reservedNames,
  sizedBlueprint,
} from '../fixtures/index.ts';
import { findStack, stacks } from '../index.ts';
import { typescriptFastify as stack } from './stack.ts';

const all = {
  invoicing,
  everyType,
  everyRelation,
  everyRule,
  everyTogether,
  reservedNames,
  clinicWithPeople,
  everyAccess,
  everyRecord,
  everyRecordOpen,
  everyTeam,
  everyBranch,
  everyReader,
  twenty: sizedBlueprint(20),
};

function generate(blueprint: Blueprint, order: (ids: string[]) => string[] = (ids) => ids) {
  const units = order(stack.codeUnits(blueprint).map(({ id }) => id));
  const files = units.flatMap((id) => stack.generateUnit(blueprint, id));
  return [...files, ...stack.generateTests(blueprint)];
}

describe.each(Object.entries(all))('the app of %s', (_name, blueprint) => {
  const files = generate(blueprint);

  it('starts from a blueprint that is valid', () => {
    expect(() => blueprintSchema.parse(blueprint)).not.toThrow();
  });

  it('has every path once, inside its folder', () => {
    const paths = files.map(({ path }) => path.toLowerCase());
    expect(new Set(paths).size).toBe(paths.length);
    for (const file of files) {
      expect(generatedFileSchema.safeParse(file).success).toBe(true);
      expect(file.path).not.toMatch(/^\/|\.\.|\\/);
    }
  });

  it('is TypeScript and JSON that parses', () => {
    for (const { path, content } of files) {
      if (path.endsWith('.json')) expect(() => JSON.parse(content), path).not.toThrow();
      if (!path.endsWith('.ts')) continue;
      expect(() => stripTypeScriptTypes(content), path).not.toThrow();
    }
  });

  it('imports only files that exist', () => {
    const paths = new Set(files.map(({ path }) => path));
    for (const { path, content } of files) {
      for (const [, target = ''] of content.matchAll(/from '(\.[^']+\.ts)'/g)) {
        expect(paths, path).toContain(new URL(target, `file:///${path}`).pathname.slice(1));
      }
    }
  });

  it('has the same bytes in whatever order its units are generated', () => {
    const sorted = (list: typeof files) => list.toSorted((a, b) => (a.path < b.path ? -1 : 1));
    expect(sorted(generate(structuredClone(blueprint), (ids) => ids.reverse()))).toEqual(
      sorted(files),
    );
  });

  it('has a design whose operations and tables are distinct', () => {
    const design = designSchema.parse(stack.design(blueprint));
    const operations = design.endpoints.map(({ operationId }) => operationId);
    expect(new Set(operations).size).toBe(operations.length);
    const tables = design.tables.map(({ name }) => name);
    expect(new Set(tables).size).toBe(tables.length);
    expect(tables.every((name) => name.length <= 63)).toBe(true);
  });
});

describe('a generated app', () => {
  it('is made in half a second for twenty entities', () => {
    generate(all.twenty);
    const started = performance.now();
    generate(all.twenty);
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it('has the dependencies of the set, and the lock file that pins them', () => {
    const set = stack.dependencySet();
    const files = new Map(generate(clinicWithPeople).map(({ path, content }) => [path, content]));
    const manifest = JSON.parse(files.get('package.json') ?? '');
    const lock = JSON.parse(files.get('package-lock.json') ?? '');
    // What only apps of documents need is left out.
    const {
      ajv,
      'ajv-formats': formats,
      '@fastify/multipart': multipart,
      ...all
    } = JSON.parse(set.packageJson).dependencies;
    expect([ajv, formats, multipart].every((version) => typeof version === 'string')).toBe(true);
    expect(manifest.dependencies).toEqual(all);
    expect(manifest.devDependencies).toEqual(JSON.parse(set.packageJson).devDependencies);
    expect(lock.packages[''].dependencies).toEqual(manifest.dependencies);
    expect(lock.name).toBe('clinic-with-people');
    for (const version of Object.values<string>(manifest.dependencies)) {
      expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    }
    expect(set.lockFile).not.toMatch(/"resolved"/);
  });

  it('knows nothing of mail, accounts or roles when nobody signs in', () => {
    for (const { path, content } of generate(invoicing)) {
      expect(path).not.toMatch(/people|access/);
      expect(content, path).not.toMatch(/nodemailer|account|@if|@end/);
    }
  });

  it('leaves out signing up when only the last role makes accounts', () => {
    const { people } = clinicWithPeople;
    const closed = {
      ...clinicWithPeople,
      people: people && { ...people, signUp: 'closed' as const },
    };
    for (const { path, content } of generate(closed)) {
      expect(content, path).not.toMatch(/sign-?up['/R]|@if|@end/i);
    }
  });

  it('contains no text of the blueprint as code', () => {
    const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(text, text, text, (title, description, value) => {
        const [entity] = invoicing.entities;
        if (entity === undefined || value.includes('\0') || !value.isWellFormed()) return;
        const blueprint: Blueprint = {
          ...invoicing,
          title,
          description,
          entities: [
            {
              ...entity,
              description,
              relations: [],
              fields: [
                {
                  name: 'kind',
                  type: 'enum',
                  required: true,
                  unique: false,
                  values: [value],
                  description,
                },
              ],
            },
          ],
        };
        for (const { path, content } of generate(blueprint)) {
          if (!/about\.ts$|customer.*\.ts$/.test(path)) continue;
          expect(() => stripTypeScriptTypes(content), path).not.toThrow();
        }
      }),
      { numRuns: 30 },
    );
  });

  it('makes a circle of required references possible by relaxing one, and says so', () => {
    const titles = stack.design(everyRelation).decisions.map(({ title }) => title);
    expect(titles).toContain('Folder.parentId is optional');
    expect(titles).toContain('Egg.layerId is optional');
  });
});

describe('a blueprint that contradicts itself', () => {
  const [customer] = invoicing.entities;
  const withField = (field: object): Blueprint =>
    blueprintSchema.parse({
      ...invoicing,
      entities: [
        {
          ...customer,
          relations: [],
          fields: [{ name: 'x', required: true, unique: false, ...field }],
        },
      ],
    });

  it.each([
    [{ type: 'integer', min: 5, max: 1 }],
    [{ type: 'string', minLength: 9, maxLength: 3 }],
    [{ type: 'enum' }],
    [{ type: 'enum', values: ['a'], default: 'b' }],
    [{ type: 'boolean', default: 'yes' }],
    [{ type: 'decimal', min: 1, max: 0 }],
    [{ type: 'money', default: 0.001 }],
    [{ type: 'date', default: 'whenever' }],
  ])('%j is refused with the name of the field', (field) => {
    expect(() => stack.design(withField(field))).toThrow(/^Customer\.x: /);
  });

  it('is refused when a relation has no other side', () => {
    expect(() => stack.design({ ...invoicing, entities: invoicing.entities.slice(0, 1) })).toThrow(
      /Customer\.invoices: there is no entity Invoice/,
    );
  });
});

describe('the stacks', () => {
  it('are found by their id', () => {
    expect(findStack('typescript-fastify')).toBe(stacks[0]);
    expect(findStack('cobol')).toBeNull();
  });
});
