import type { AppChanges, BlueprintChange, GeneratedFile } from '@quantumlayer/contracts';
import type { NextVersion } from '@quantumlayer/stacks';
import { diffFiles } from '#modules/factory/drops/index.ts';

/** The three diffs from the code of a version to the next one. Where there are conflicts, the code shows what is generated. */
export function describeChanges(
  code: readonly GeneratedFile[],
  next: NextVersion,
  changes: BlueprintChange[],
): AppChanges {
  const { migration, losses, unfilled } = next.migration;
  const open = new Set(next.conflicts.map(({ path }) => path));
  const files = [...next.files, ...next.generated.filter(({ path }) => open.has(path))];
  return {
    blueprint: { changes },
    schema: {
      migration: migration === null ? null : { path: migration.path, sql: migration.content },
      losses,
      unfilled,
    },
    code: diffFiles(contentByPath(code), contentByPath(files)),
    conflicts: next.conflicts,
    kept: next.kept,
  };
}

function contentByPath(files: readonly GeneratedFile[]): Map<string, string> {
  return new Map(files.map(({ path, content }) => [path, content]));
}
