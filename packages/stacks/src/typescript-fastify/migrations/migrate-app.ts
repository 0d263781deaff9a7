import type { Blueprint, Field, GeneratedFile } from '@quantumlayer/contracts';
import type { AppMigration, PreviousApp } from '../../stack.ts';
import { buildModel } from '../build-model.ts';
import { migrationFile } from '../files/migration-file.ts';
import { kindOf } from '../kind-of.ts';
import type { AppModel } from '../model.ts';
import { migrationBetween } from './migration-between.ts';
import type { MigrationHints } from './migration-hints.ts';
import { pathsOfColumns } from './paths-of-columns.ts';
import { BREAKPOINT, readSchema } from './read-schema.ts';

/** The whole schema, where more than one migration has made it. */
const SCHEMA = 'migrations/schema/schema.sql';
const MIGRATION = /^migrations\/(\d{4})_[^/]*\.sql$/;

/** The migrations of an app that was built before, and the one that leads to what it is to be now. */
export function migrateApp(blueprint: Blueprint, previous: PreviousApp): AppMigration {
  const [before, after] = [buildModel(previous.blueprint), buildModel(blueprint)];
  const script = migrationFile(after).content;
  const { statements, losses, unfilled, kept } = migrationBetween(
    readSchema(schemaOf(previous)),
    readSchema(script),
    hintsOf(before, after, previous),
  );
  const applied = previous.files.filter(({ path }) => MIGRATION.test(path));
  const [oldPaths, newPaths] = [pathsOfColumns(before), pathsOfColumns(after)];
  const said = (paths: ReadonlyMap<string, string>) => (name: string) => paths.get(name) ?? name;
  const report = {
    losses: losses.map(said(oldPaths)),
    unfilled: unfilled.map(said(newPaths)),
    ...{ kept, dropped: losses },
  };
  if (statements.length === 0) {
    const files = previous.files.filter(({ path }) => isSchemaFile(path));
    return { files, migration: null, ...report };
  }
  const header = `-- ${previous.title.replaceAll(/\s+/g, ' ')}\n-- Applied once, at start, in one transaction. Never edit it afterwards.\n`;
  const migration = {
    path: `migrations/${nextNumber(applied)}_${slug(previous.title)}.sql`,
    content: `${header}${statements.join(`\n${BREAKPOINT}\n`)}\n`,
  };
  const whole = script.replace(
    /^--.*\n/,
    '-- What all migrations together have made. Nothing runs it.\n',
  );
  const files = [...applied, migration, { path: SCHEMA, content: whole }];
  return { files, migration, ...report };
}

/** All that lies with the migrations: what is there is applied, whoever wrote it. */
export const isSchemaFile = (path: string): boolean => path.startsWith('migrations/');

/** The same migration, but one that fails when it has done everything. */
export function failingMigration({ path, content }: GeneratedFile): GeneratedFile {
  return { path, content: `${content}${BREAKPOINT}\nselect 1 / 0;\n` };
}

/** What its migrations have made: written down with the second one, and the first one itself before. */
function schemaOf({ files }: PreviousApp): string {
  const whole = files.find(({ path }) => path === SCHEMA);
  const [first] = files.filter(({ path }) => MIGRATION.test(path));
  const found = whole ?? first;
  if (found === undefined) throw new Error('the app that was built before has no migrations');
  return found.content;
}

function nextNumber(applied: readonly GeneratedFile[]): string {
  const numbers = applied.map(({ path }) => Number(MIGRATION.exec(path)?.[1]));
  return String(Math.max(0, ...numbers) + 1).padStart(4, '0');
}

function slug(title: string): string {
  const words = title.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return words.join('_').slice(0, 40).replace(/_$/, '') || 'change';
}

/** Names and values of the blueprint as those of the database. */
function hintsOf(
  before: AppModel,
  after: AppModel,
  { renames, values }: PreviousApp,
): MigrationHints {
  const hints = {
    tables: new Map<string, string>(),
    columns: new Map<string, string>(),
    fills: new Map<string, string>(),
  };
  for (const entity of after.entities) {
    const oldName = renames.get(entity.name) ?? entity.name;
    const old = before.entities.find(({ name }) => name === oldName);
    if (old === undefined) continue;
    if (old.table !== entity.table) hints.tables.set(entity.table, old.table);
    for (const { column, field } of entity.fields) {
      const path = `${entity.name}.${field.name}`;
      const oldField = renames.get(path) ?? field.name;
      const from = old.fields.find((each) => each.field.name === oldField);
      if (from && from.column !== column)
        hints.columns.set(`${entity.table}.${column}`, from.column);
      const fill = fillOf(field, path, values.get(path));
      if (fill !== null) hints.fills.set(`${entity.table}.${column}`, fill);
    }
    for (const { column, relation } of entity.references) {
      const oldRelation = renames.get(`${entity.name}.${relation.name}`) ?? relation.name;
      const from = old.references.find((each) => each.relation.name === oldRelation);
      if (from && from.column !== column)
        hints.columns.set(`${entity.table}.${column}`, from.column);
    }
  }
  return hints;
}

/** A value as SQL, held to what the field takes. Throws BlueprintUnsound. */
function fillOf(field: Field, path: string, value: Field['default']): string | null {
  if (value === undefined) return null;
  return kindOf({ ...field, default: value }, path).defaultValue?.sql ?? null;
}
