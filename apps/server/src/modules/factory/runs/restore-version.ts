import { blueprintSchema, type Reading, type Run, readingSchema } from '@quantumlayer/contracts';
import { z } from 'zod';
import type { RunRecord } from './domain/run.ts';
import { VersionNotFound } from './domain/run-errors.ts';
import type { Capsules, DropIndex } from './ports.ts';
import type { createRunStarter } from './start-run.ts';

type Dependencies = {
  capsules: Capsules;
  drops: DropIndex;
  /** Throws `RunNotFound`. */
  getRecord: (organisationId: string, id: string) => Promise<RunRecord>;
  startRun: ReturnType<typeof createRunStarter>;
  present: (run: RunRecord) => Promise<Run>;
};

const designed = z.looseObject({ blueprint: blueprintSchema });

/** Builds the software of an older version anew, as a new run: nothing that is newer is touched. */
export function createVersionRestorer(dependencies: Dependencies) {
  const { capsules, drops, getRecord, startRun, present } = dependencies;

  async function outputOf(organisationId: string, dropId: string | undefined): Promise<unknown> {
    if (dropId === undefined) return undefined;
    const { content } = await drops.content(organisationId, dropId);
    return JSON.parse(content.toString('utf8'));
  }

  /** What was read, with the blueprint that a person may have put in its place at a checkpoint. */
  async function readingOf(organisationId: string, runId: string): Promise<Reading | null> {
    const ids = await drops.idsByStage(organisationId, runId);
    const reading = readingSchema.safeParse(await outputOf(organisationId, ids.get('parse')));
    const design = designed.safeParse(await outputOf(organisationId, ids.get('design')));
    if (!reading.success) return null;
    return { ...reading.data, ...(design.success && { blueprint: design.data.blueprint }) };
  }

  return {
    /** Throws `VersionNotFound` where the capsule is of another project or its blueprint is gone. */
    async restoreVersion(organisationId: string, projectId: string, capsuleId: string) {
      const capsule = await capsules.get(organisationId, capsuleId);
      if (capsule.projectId !== projectId) throw new VersionNotFound(projectId, capsuleId);
      const { prompt, options } = await getRecord(organisationId, capsule.runId);
      const reading = await readingOf(organisationId, capsule.runId);
      if (reading === null) throw new VersionNotFound(projectId, capsuleId);
      const request = { prompt, options: { ...options, review: false } };
      return await present(await startRun(organisationId, projectId, request, reading));
    },
  };
}
