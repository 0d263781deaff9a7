import type { Blueprint, GeneratedFile } from '@quantumlayer/contracts';
import type { AppMigration, PreviousApp } from '../../stack.ts';
import { buildModel } from '../build-model.ts';
import { migrationFile } from '../files/migration-file.ts';
import type { MigrationHints } from './hints.ts';
import { migrationBetween } from './migration-between.ts';
import { hintsOf } from './migration-hints.ts';
import { pathsOfColumns } from './paths-of-columns.ts';
import { BREAKPOINT, readSchema } from './read-schema.ts';

/** The whole schema, where more than one migration has made it. */
const SCHEMA = 'migrations/schema/schema.sql';
const MIGRATION = /^migrations\/(\d{4})[_-][^/]*\.sql$/;

/** The migrations of an app that was built before, and the one that leads to what it is to be now. */
export function migrateApp(blueprint: Blueprint, previous: PreviousApp): AppMigration {
  const [before, after] = [buildModel(previous.blueprint), buildModel(blueprint)];
  return migrateSchema(previous, {
    script: migrationFile(after).content,
    hints: hintsOf(before, after, previous),
    paths: { before: pathsOfColumns(before), after: pathsOfColumns(after) },
  });
}

/** What a database is to be, and what its tables and columns were and are called by people. */
export type NextSchema = {
  script: string;
  hints: MigrationHints;
  paths: Record<'before' | 'after', ReadonlyMap<string, string>>;
};

/** Throws MigrationImpossible and SchemaUnreadable. */
export function migrateSchema(
  previous: PreviousApp,
  { script, hints, paths }: NextSchema,
): AppMigration {
  const { statements, losses, unfilled, kept } = migrationBetween(
    readSchema(schemaOf(previous)),
    readSchema(script),
    hints,
  );
  const applied = previous.files.filter(({ path }) => MIGRATION.test(path));
  const said = (names: ReadonlyMap<string, string>) => (name: string) => names.get(name) ?? name;
  const report = {
    losses: losses.map(said(paths.before)),
    unfilled: unfilled.map(said(paths.after)),
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
    /^(--.*\n)?/,
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
