import type { Blueprint, GeneratedFile } from '@quantumlayer/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { invoicing } from './fixtures/index.ts';
import { editsByHand, generatedFrom } from './merge/edits-by-hand.ts';
import { type AppVersion, editByHand, followOn, generateApp, goBack } from './next-version.ts';
import { typescriptFastify as stack } from './typescript-fastify/stack.ts';

const generated = generateApp(stack, invoicing);
const first: AppVersion = { blueprint: invoicing, generated, code: generated };
const step = { title: 'Add a note', renames: new Map(), values: new Map() };
const order = (files: readonly GeneratedFile[]) =>
  files.toSorted((left, right) => (left.path < right.path ? -1 : 1));

function withField(blueprint: Blueprint, name: string): Blueprint {
  const next = structuredClone(blueprint);
  next.entities[1]?.fields.push({ name, type: 'string', required: false, unique: false });
  return next;
}

function follow(base: AppVersion, name: string) {
  const blueprint = withField(base.blueprint, name);
  const change = { ...step, title: `Add ${name}`, blueprint };
  const next = followOn(stack, base, change, generateApp(stack, blueprint));
  return { next, version: { blueprint, generated: next.generated, code: next.files } };
}

function edited(version: AppVersion, path: string, line: string): AppVersion {
  const code = version.code.map((file) =>
    file.path === path ? { ...file, content: `${file.content}${line}\n` } : file,
  );
  return { ...version, code: [...code, { path: 'src/own.ts', content: 'export {};\n' }] };
}

const pathsOf = (files: readonly GeneratedFile[], start: string) =>
  files.flatMap(({ path }) => (path.startsWith(start) ? [path] : []));

describe('the next version of an app', () => {
  it('is what a new app would be, but for its migrations', () => {
    const { next, version } = follow(first, 'note');
    const fresh = generateApp(stack, version.blueprint);
    const code = (files: readonly GeneratedFile[]) =>
      order(files.filter(({ path }) => !stack.isSchemaFile(path)));

    expect(code(next.files)).toEqual(code(fresh));
    expect(pathsOf(next.files, 'migrations/')).toEqual([
      'migrations/0001_initial.sql',
      'migrations/0002_add_note.sql',
      'migrations/schema/schema.sql',
    ]);
    expect(next).toMatchObject({ conflicts: [], kept: [], migration: { losses: [] } });
    expect(next.migration.migration?.path).toBe('migrations/0002_add_note.sql');
  });

  it('keeps what people changed, also over the version behind it', () => {
    const mine = edited(first, 'README.md', 'Ask Ann.');
    const { next, version } = follow(mine, 'note');
    const { next: second } = follow(version, 'code');

    for (const { kept, files, conflicts } of [next, second]) {
      expect({ kept, conflicts }).toEqual({ kept: ['README.md', 'src/own.ts'], conflicts: [] });
      expect(files.find(({ path }) => path === 'README.md')?.content).toContain('Ask Ann.\n');
    }
    expect(pathsOf(second.files, 'migrations/0')).toHaveLength(3);
  });

  it('by hand has the code of people and the schema of before', () => {
    const code = edited(first, 'README.md', 'Ask Ann.').code;
    const next = editByHand(stack, first, code);

    expect(next.files).toEqual(order(code));
    expect(next.kept.toSorted()).toEqual(['README.md', 'src/own.ts']);
    expect(next.generated).toEqual(order(generated));
    expect(next.migration).toMatchObject({ migration: null, losses: [], dropped: [] });
    expect(next.migration.kept.length).toBeGreaterThan(1);
  });

  it('can be an earlier one again: its code, with a migration on top of all others', () => {
    const mine = edited(first, 'README.md', 'Ask Ann.');
    const { version } = follow(first, 'note');
    const back = goBack(stack, version, mine, { ...step, title: 'Back', blueprint: invoicing });

    const isCode = ({ path }: GeneratedFile) => !stack.isSchemaFile(path);
    expect(back.files.filter(isCode)).toEqual(order(mine.code).filter(isCode));
    expect(pathsOf(back.files, 'migrations/0')).toEqual([
      'migrations/0001_initial.sql',
      'migrations/0002_add_note.sql',
      'migrations/0003_back.sql',
    ]);
    expect(back.migration.losses).toEqual(['Invoice.note']);
    expect(back.migration.dropped).toEqual(['invoice.note']);
  });
});

describe('edits by hand', () => {
  const paths = fc.constantFrom('a.ts', 'b.ts', 'c.ts', 'd/e.ts');
  const files = fc
    .uniqueArray(fc.record({ path: paths, content: fc.constantFrom('1', '2', '') }), {
      selector: ({ path }) => path,
    })
    .map(order);

  it('lead back to what was generated, whatever they are', () => {
    fc.assert(
      fc.property(files, files, (made, code) => {
        expect(generatedFrom(code, editsByHand(made, code))).toEqual(made);
      }),
    );
  });

  it('are nothing where nobody changed anything', () => {
    expect(editsByHand(generated, generated)).toEqual({ added: [], generated: [] });
  });
});
