import type { AppKind, Blueprint, Design, Field, GeneratedFile } from '@quantumlayer/contracts';

/** An independent part of an app; units can be generated in any order and in parallel. */
export type Unit = { id: string; title: string };

/** Programs of a generated app as argv; the working directory is the root of the app. */
export type StackCommands = {
  typecheck: string[];
  lint: string[];
  tests: string[];
  start: string[];
  /** Makes what the app serves and Node does not run as it is; absent where there is nothing of that kind. */
  build?: string[];
};

export type TestReport = { passed: number; failed: number; skipped: number; coverageLines: number };

/** Where the tests leave their report, and how to read it. */
export type TestReportFormat = {
  /** Paths below the root of the app that `commands.tests` writes. */
  files: readonly string[];
  /** Takes the content of `files` by path; throws when a report is missing or cannot be read. */
  read(files: Readonly<Record<string, string>>): TestReport;
};

/** An app that was built before, and what its blueprint and the next one do not say about the way between them. */
export type PreviousApp = {
  blueprint: Blueprint;
  /** As they were generated. */
  files: readonly GeneratedFile[];
  /** What is changed, as a person says it; the migration is called so. */
  title: string;
  /** What entities (`Client`), fields and relations (`Client.fullName`) were called, by what they are called now. */
  renames: ReadonlyMap<string, string>;
  /** Values of fields that become required, for the rows that are there: `Invoice.code`. */
  values: ReadonlyMap<string, Exclude<Field['default'], undefined>>;
};

/** A table that stays, and where it and its columns were before. Columns that are worked out are left out. */
export type KeptTable = {
  name: string;
  was: string;
  columns: {
    name: string;
    was: string;
    /** Rows where it was empty get a value. */
    isFilled: boolean;
  }[];
};

export type AppMigration = {
  /** All migrations of the next version: those that there were, as they were, and the new one. */
  files: GeneratedFile[];
  /** The new one; null where the database stays as it is. */
  migration: GeneratedFile | null;
  /** What is dropped with all that is in it, in the words of the old blueprint: `Invoice.faxNumber`. */
  losses: string[];
  /** What is required now and has no value for the rows that are there: with such rows the migration fails. */
  unfilled: string[];
  /** What stays, as the database calls it. */
  kept: KeptTable[];
  /** What is dropped with all that is in it, as the database called it: `invoice.fax_number`. */
  dropped: string[];
};

/** How the rows of an app are made and looked at, for a proof that they stay. */
export type DataAccess = {
  /** Environment in which the app fills an empty database with example rows at its start. */
  seeding: Readonly<Record<string, string>>;
  /** Program that puts rows into every table of an app that is not running; for apps that have no example rows of their own. */
  fill?: string[];
  /** Program that prints the tables of an app that is not running, as `readTableRows` takes them. */
  dump: string[];
};

/** A target that turns a blueprint into files. Pure: the same blueprint gives the same bytes. */
export interface Stack {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly kind: AppKind;
  /** Throws BlueprintUnsound when the blueprint contradicts itself. */
  design(blueprint: Blueprint): Design;
  codeUnits(blueprint: Blueprint): Unit[];
  generateUnit(blueprint: Blueprint, unitId: string): GeneratedFile[];
  generateTests(blueprint: Blueprint): GeneratedFile[];
  /**
   * What brings the database of an app from its last version to this one and keeps what is in it. A value that would be
   * cut, rounded or against a rule makes the migration fail as a whole. Throws BlueprintUnsound.
   */
  migrate(blueprint: Blueprint, previous: PreviousApp): AppMigration;
  /** Whether the file makes the database what it is. Nobody but `migrate` changes such files. */
  isSchemaFile(path: string): boolean;
  /** The same migration, but one that fails when it has done everything. */
  failingMigration(migration: GeneratedFile): GeneratedFile;
  /** What to install once for every app of this stack. */
  dependencySet(): { packageJson: string; lockFile: string };
  readonly commands: StackCommands;
  readonly data: DataAccess;
  /** The folder of text files that `commands.build` writes, below the root of the app. */
  readonly built?: string;
  readonly testReport: TestReportFormat;
}

/** The blueprint cannot be built; the message names the entity and what to change. */
export class BlueprintUnsound extends Error {
  readonly path: string;

  constructor(path: string, message: string) {
    super(`${path}: ${message}`);
    this.name = 'BlueprintUnsound';
    this.path = path;
  }
}
