import type { Check, Page, Run, StageAttempt } from '@quantumlayer/contracts';
import type { BlobStore } from '#platform/blob-store.ts';
import { CheckNotFound } from './domain/run-errors.ts';
import type { AttemptRecord } from './domain/stage-attempt.ts';
import type { StageAttempts } from './ports.ts';

type Dependencies = {
  attempts: StageAttempts;
  blobs: Pick<BlobStore, 'get'>;
  /** Throws `RunNotFound`. */
  get: (organisationId: string, id: string) => Promise<Run>;
  /** Throws `RunNotFound`. */
  requireRun: (organisationId: string, id: string) => Promise<unknown>;
};

export type CheckQuery = {
  checkId: Check['id'];
  /** Of the quality stage; what the run itself shows when absent. */
  attempt?: number | undefined;
};

/** What stages of a run executed: every attempt, and the whole output of each check. */
export function createRunChecks({ attempts, blobs, get, requireRun }: Dependencies) {
  async function findCheck(
    organisationId: string,
    id: string,
    { checkId, attempt }: CheckQuery,
  ): Promise<Check> {
    const run = await get(organisationId, id);
    const checks =
      attempt === undefined
        ? run.evidence?.checks
        : await attempts.findChecks(organisationId, id, attempt);
    const check = checks?.find((one) => one.id === checkId);
    if (check === undefined) throw new CheckNotFound(id, checkId);
    return check;
  }

  return {
    /** Oldest first; the cursor counts, since attempts are only ever added at the end. */
    async listAttempts(
      organisationId: string,
      id: string,
      { cursor, limit }: { cursor: string; limit: number },
    ): Promise<Page<StageAttempt>> {
      await requireRun(organisationId, id);
      const skip = Number(cursor);
      const page = { skip, limit: limit + 1 };
      const found = await attempts.list(organisationId, id, page);
      const nextCursor = found.length > limit ? String(skip + limit) : null;
      return { items: found.slice(0, limit).map(presentAttempt), nextCursor };
    },

    /** Throws `RunNotFound`, `CheckNotFound`, and `BlobNotFound` when the output itself is lost. */
    async checkOutput(organisationId: string, id: string, query: CheckQuery) {
      const check = await findCheck(organisationId, id, query);
      return { check, digest: check.outputDigest, content: await blobs.get(check.outputDigest) };
    },
  };
}

function presentAttempt(record: AttemptRecord): StageAttempt {
  const { stage, attempt, kind, status, startedAt, finishedAt, failure, checks } = record;
  return {
    stage,
    attempt,
    kind,
    status,
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
    durationMs: finishedAt === null ? null : finishedAt.getTime() - startedAt.getTime(),
    failure,
    checks,
  };
}
