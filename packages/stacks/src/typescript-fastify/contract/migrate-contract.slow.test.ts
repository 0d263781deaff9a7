import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PGlite } from '@electric-sql/pglite';
import { readDocument } from '@quantumlayer/blueprint';
import type { Blueprint } from '@quantumlayer/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AppVersion, followOn, generateApp } from '../../next-version.ts';
import { compareRows } from '../../rows/compare-rows.ts';
import { readTableRows, type TableRows } from '../../rows/table-rows.ts';
import { describeCatalog } from '../migrations/catalog.fixture.ts';
import { BREAKPOINT } from '../migrations/read-schema.ts';
import { typescriptFastify as stack } from '../stack.ts';

type Properties = Readonly<Record<string, object>>;
const text = { type: 'string' };
const uuid = { type: 'string', format: 'uuid', readOnly: true };

/** Things that can be listed and made, each with these properties beside its key. */
function documentOf(things: Readonly<Record<string, Properties>>): string {
  const schemas = Object.entries(things).map(([name, properties]) => [
    name,
    { type: 'object', properties: { id: uuid, ...properties } },
  ]);
  const json = (schema: object) => ({ content: { 'application/json': { schema } } });
  const paths = Object.keys(things).flatMap((name) => {
    const own = { $ref: `#/components/schemas/${name}` };
    const path = `/${name.toLowerCase()}s`;
    const one = { 200: { description: 'ok', ...json(own) }, 404: { description: 'none' } };
    const id = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };
    const all = { 200: { description: 'ok', ...json({ type: 'array', items: own }) } };
    const made = { 201: { description: 'made', ...json(own) } };
    return [
      [path, { get: { responses: all }, post: { requestBody: json(own), responses: made } }],
      [`${path}/{id}`, { parameters: [id], get: { responses: one } }],
    ];
  });
  return JSON.stringify({
    ...{ openapi: '3.1.0', info: { title: 'Library', version: '1' } },
    ...{ paths: Object.fromEntries(paths), components: { schemas: Object.fromEntries(schemas) } },
  });
}

async function read(things: Readonly<Record<string, Properties>>): Promise<Blueprint> {
  const reading = await readDocument({ name: 'library.json', text: documentOf(things) });
  return reading.blueprint;
}

function versionOf(blueprint: Blueprint): AppVersion {
  const generated = generateApp(stack, blueprint);
  return { blueprint, generated, code: generated };
}

function nextOf(base: AppVersion, blueprint: Blueprint) {
  const change = { blueprint, title: 'A new document', renames: new Map(), values: new Map() };
  return followOn(stack, base, change, generateApp(stack, blueprint));
}

const FIRST = {
  Book: { title: text, pages: { type: 'integer' }, isbn: text },
  Shelf: { name: text, broken: { type: 'boolean' } },
};
const scriptOf = ({ generated }: Pick<AppVersion, 'generated'>) =>
  generated.find(({ path }) => path === 'migrations/0001-initial.sql')?.content ?? '';

describe('the database of the next version of a document', () => {
  let folder: string;
  let database: PGlite;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'contract-'));
    database = await PGlite.create({ dataDir: `${folder}/postgres` });
  });
  afterEach(async () => {
    await database.close();
    await rm(folder, { recursive: true });
  });

  async function apply(script: string): Promise<void> {
    for (const statement of script.split(BREAKPOINT)) await database.exec(statement);
  }

  /** A program of the stack, beside a database that nobody else has open. */
  async function beside([, ...argv]: readonly string[]): Promise<string> {
    await database.close();
    const env = { ...process.env, DATA_DIR: folder };
    const { stdout } = await promisify(execFile)(process.execPath, argv, { env });
    database = await PGlite.create({ dataDir: `${folder}/postgres` });
    return stdout;
  }

  const rows = async (): Promise<TableRows[]> => readTableRows(await beside(stack.data.dump));

  it('keeps every row of what stays, and says what is dropped', async () => {
    const base = versionOf(await read(FIRST));
    await apply(scriptOf(base));
    await beside(stack.data.fill ?? []);
    const before = await rows();
    const after = await read({
      Book: { title: text, pages: { type: 'integer' }, language: text },
      Member: { email: { type: 'string', format: 'email' } },
    });
    const next = nextOf(base, after);
    await apply(next.migration.migration?.content ?? '');
    const compared = compareRows(before, await rows(), next.migration);

    expect(before.map((table) => table.rows.length)).toEqual([4, 4]);
    expect(compared).toMatchObject({ rowsThatDiffer: 0, differences: [] });
    expect(next.migration.losses).toEqual(['Shelf', 'Book.isbn']);
    expect(next.migration.migration?.path).toBe('migrations/0002_a_new_document.sql');
    expect(next.migration.files.map(({ path }) => path)).toEqual([
      'migrations/0001-initial.sql',
      'migrations/0002_a_new_document.sql',
      'migrations/schema/schema.sql',
    ]);
  });

  it('has the database that a new app of it has', async () => {
    const base = versionOf(await read(FIRST));
    const after = await read({ Book: { title: text, isbn: { type: 'integer' } } });
    const next = nextOf(base, after);
    await apply(scriptOf(base));
    await apply(next.migration.migration?.content ?? '');
    const migrated = await describeCatalog(database);
    await database.exec('drop schema public cascade; create schema public;');
    await apply(scriptOf(versionOf(after)));

    expect(migrated).toEqual(await describeCatalog(database));
  });
});

describe('the files of the next version of a document', () => {
  it('start from what the versions before have made together', async () => {
    const first = versionOf(await read(FIRST));
    const blueprint = await read({ ...FIRST, Member: { name: text } });
    const second = nextOf(first, blueprint);
    const third = nextOf(
      { blueprint, generated: second.generated, code: second.files },
      first.blueprint,
    );

    expect(third.migration.losses).toEqual(['Member']);
    expect(third.migration.migration?.path).toBe('migrations/0003_a_new_document.sql');
  });

  it('have no migration where what is kept stays as it is', async () => {
    const base = versionOf(await read(FIRST));

    expect(nextOf(base, base.blueprint).migration.migration).toBeNull();
  });

  it('keep what people changed by hand', async () => {
    const base = versionOf(await read(FIRST));
    const byHand = base.code.map((file) =>
      file.path === 'README.md' ? { ...file, content: `${file.content}\nAsk Ann.\n` } : file,
    );
    const next = nextOf({ ...base, code: byHand }, await read({ Book: { title: text } }));

    expect(next.conflicts).toEqual([]);
    expect(next.files.find(({ path }) => path === 'README.md')?.content).toContain('Ask Ann.');
  });

  it('are refused where rows would be found by another key', async () => {
    const base = versionOf(await read(FIRST));
    const after = await read({
      ...FIRST,
      Book: { title: text, id: { type: 'integer', readOnly: true } },
    });

    expect(() => nextOf(base, after)).toThrow(
      /found by another key now \(id text, then id integer\)/,
    );
  });
});
