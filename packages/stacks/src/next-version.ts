import type { Blueprint, GeneratedFile } from '@quantumlayer/contracts';
import { type Merge, mergeFiles } from './merge/merge-files.ts';
import type { AppMigration, PreviousApp, Stack } from './stack.ts';

/** A version of an app: what it was made from, as it was generated, and as people made it. */
export type AppVersion = {
  blueprint: Blueprint;
  generated: readonly GeneratedFile[];
  /** The same with what people changed by hand. */
  code: readonly GeneratedFile[];
};

/** What leads to the next version; `PreviousApp` says what each is. */
export type Change = Pick<PreviousApp, 'title' | 'renames' | 'values'> & { blueprint: Blueprint };

export type NextVersion = Merge & {
  /** As it is generated now. */
  generated: GeneratedFile[];
  migration: AppMigration;
};

/** Every file of an app, as this stack generates it now. Throws BlueprintUnsound. */
export function generateApp(stack: Stack, blueprint: Blueprint): GeneratedFile[] {
  const units = stack.codeUnits(blueprint).flatMap(({ id }) => stack.generateUnit(blueprint, id));
  return [...units, ...stack.generateTests(blueprint)];
}

/** What is generated from the next blueprint, with the migration to it and what people changed by hand. Throws BlueprintUnsound. */
export function followOn(
  stack: Stack,
  base: AppVersion,
  change: Change,
  generated: readonly GeneratedFile[],
): NextVersion {
  const migration = migrate(stack, base, change);
  const theirs = withSchema(stack, generated, migration);
  const merge = mergeFiles({ base: base.generated, mine: base.code, theirs });
  return { ...merge, generated: theirs, migration };
}

/** The version as people made it now. What is generated stays as it was. */
export function editByHand(
  stack: Stack,
  base: AppVersion,
  code: readonly GeneratedFile[],
): NextVersion {
  const { blueprint } = base;
  const migration = migrate(stack, base, {
    ...{ blueprint, title: 'Edit by hand', renames: new Map(), values: new Map() },
  });
  const made = new Map(base.generated.map(({ path, content }) => [path, content]));
  return {
    files: inPathOrder(code),
    conflicts: [],
    kept: code.flatMap(({ path, content }) => (made.get(path) === content ? [] : [path])),
    generated: inPathOrder(base.generated),
    migration,
  };
}

/** An earlier version again, with the migration that leads to it from the one that is there. */
export function goBack(
  stack: Stack,
  base: AppVersion,
  earlier: AppVersion,
  change: Change,
): NextVersion {
  const migration = migrate(stack, base, change);
  const files = withSchema(stack, earlier.code, migration);
  const made = new Map(earlier.generated.map(({ path, content }) => [path, content]));
  return {
    files,
    conflicts: [],
    kept: earlier.code.flatMap(({ path, content }) => (made.get(path) === content ? [] : [path])),
    generated: withSchema(stack, earlier.generated, migration),
    migration,
  };
}

function migrate(stack: Stack, base: AppVersion, { blueprint, ...rest }: Change): AppMigration {
  return stack.migrate(blueprint, { blueprint: base.blueprint, files: base.generated, ...rest });
}

/** The files with the migrations that were applied and the next one, in place of those that a new app has. */
function withSchema(
  { isSchemaFile }: Stack,
  files: readonly GeneratedFile[],
  { files: schema }: AppMigration,
): GeneratedFile[] {
  return inPathOrder([...files.filter(({ path }) => !isSchemaFile(path)), ...schema]);
}

function inPathOrder(files: readonly GeneratedFile[]): GeneratedFile[] {
  return files.toSorted((left, right) => (left.path < right.path ? -1 : 1));
}
