import type { Blueprint, Design, GeneratedFile } from '@quantumlayer/contracts';

/** An independent part of an app; units can be generated in any order and in parallel. */
export type Unit = { id: string; title: string };

/** Programs of a generated app as argv; the working directory is the root of the app. */
export type StackCommands = {
  typecheck: string[];
  lint: string[];
  tests: string[];
  start: string[];
};

export type TestReport = { passed: number; failed: number; skipped: number; coverageLines: number };

/** Where the tests leave their report, and how to read it. */
export type TestReportFormat = {
  /** Paths below the root of the app that `commands.tests` writes. */
  files: readonly string[];
  /** Takes the content of `files` by path; throws when a report is missing or cannot be read. */
  read(files: Readonly<Record<string, string>>): TestReport;
};

/** A target that turns a blueprint into files. Pure: the same blueprint gives the same bytes. */
export interface Stack {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  /** Throws BlueprintUnsound when the blueprint contradicts itself. */
  design(blueprint: Blueprint): Design;
  codeUnits(blueprint: Blueprint): Unit[];
  generateUnit(blueprint: Blueprint, unitId: string): GeneratedFile[];
  generateTests(blueprint: Blueprint): GeneratedFile[];
  /** What to install once for every app of this stack. */
  dependencySet(): { packageJson: string; lockFile: string };
  readonly commands: StackCommands;
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
