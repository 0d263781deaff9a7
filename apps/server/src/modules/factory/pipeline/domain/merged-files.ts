import type { EditsByHand, GeneratedFile } from '@quantumlayer/contracts';
import { collectFiles } from './collect-files.ts';
import { StageFailed } from './stage-failed.ts';
import {
  codeOutputSchema,
  filesOutputSchema,
  type MergeOutput,
  mergeOutputSchema,
} from './stage-outputs.ts';

type Merged = {
  files: GeneratedFile[];
  byHand: EditsByHand;
  /** Absent for a first version. */
  migration?: MergeOutput['migration'];
};

/** The files that a run is about: as they were merged, or as they were generated where there was nothing before. */
export function mergedIn({ merge, code, tests }: Record<string, unknown>): Merged {
  if (merge === undefined) {
    const parts = [...codeOutputSchema.parse(code), filesOutputSchema.parse(tests)];
    return { files: collectFiles(parts), byHand: { added: [], generated: [] } };
  }
  const { files, byHand, conflicts, migration } = mergeOutputSchema.parse(merge);
  if (conflicts.length === 0) return { files, byHand, migration };
  throw new StageFailed({
    code: 'conflicts-unresolved',
    message: `${conflicts.length} files have conflicts that nobody has resolved.`,
    next: 'Retry the run from the stage "merge" and resolve them.',
  });
}
