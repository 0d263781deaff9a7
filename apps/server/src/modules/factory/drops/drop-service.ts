import {
  type Blueprint,
  blueprintSchema,
  type Drop,
  type DropDiff,
  type Page,
} from '@quantumlayer/contracts';
import { z } from 'zod';
import type { Clock } from '#kernel/clock.ts';
import type { NewId } from '#kernel/ids.ts';
import type { BlobStore } from '#platform/blob-store.ts';
import type { Database } from '#platform/database.ts';
import { toPage } from '#platform/http/page-query.ts';
import { type DropContent, diffDrops } from './diff-drops.ts';
import type { DropRecord, NewDrop } from './domain/drop.ts';
import { DropNotFound } from './domain/drop-errors.ts';
import { createPins } from './drop-pins.ts';
import type { DropRepository, Projects, RunSearch } from './ports.ts';
import { presentDrop } from './present-drop.ts';

export type DropService = ReturnType<typeof createDropService>;

type Dependencies = {
  drops: DropRepository;
  projects: Projects;
  runs: RunSearch;
  blobs: BlobStore;
  clock: Clock;
  newId: NewId;
};

/** A drop to record. `size` may be left out when the bytes are in the blob store already. */
export type RecordDrop = Omit<NewDrop, 'size'> & { size?: number };

export type DropFilter = {
  projectId?: string | undefined;
  stage?: string | undefined;
  run?: string | undefined;
  mediaType?: string | undefined;
  pinned?: boolean | undefined;
  /** Part of the name of the stage, or of the prompt of the run. */
  q?: string | undefined;
  cursor: string | null;
  limit: number;
};

const designSchema = z.looseObject({ blueprint: blueprintSchema });

/** More runs than these with the same words are not looked through. */
const SEARCHED_RUNS = 1_000;

export function createDropService(dependencies: Dependencies) {
  const { drops, projects, runs, blobs, clock, newId } = dependencies;

  async function find(organisationId: string, id: string): Promise<DropRecord> {
    const drop = await drops.find(organisationId, id);
    if (drop === null) throw new DropNotFound(id);
    return drop;
  }

  async function contentOf({ mediaType, digest }: DropRecord): Promise<DropContent> {
    return { mediaType, content: await blobs.get(digest) };
  }

  return {
    /**
     * Records a result in the caller's transaction: the drop exists if and only if what it belongs to does. The
     * bytes must be in the blob store before. Recording the same run, stage and key again answers the first drop.
     */
    async recordDrop(tx: Database, drop: RecordDrop): Promise<Drop> {
      const size = drop.size ?? (await blobs.get(drop.digest)).length;
      const made = { id: newId('drop'), createdAt: clock() };
      return presentDrop(await drops.record(tx, { ...drop, size }, made));
    },

    async get(organisationId: string, id: string): Promise<Drop> {
      return presentDrop(await find(organisationId, id));
    },

    /** Newest first, of one project or of all. */
    async list(organisationId: string, filter: DropFilter): Promise<Page<Drop>> {
      const { projectId, stage, run, mediaType, pinned, q, cursor, limit } = filter;
      if (projectId !== undefined) await projects.get(organisationId, projectId);
      const found = await drops.list(organisationId, {
        ...{ projectId, stage, runId: run, mediaType, isPinned: pinned },
        ...(q !== undefined && {
          found: { text: q, runIds: await runs.idsByPrompt(organisationId, q, SEARCHED_RUNS) },
        }),
        ...{ before: cursor, limit: limit + 1 },
      });
      return toPage(found.map(presentDrop), limit);
    },

    ...createPins({ drops, clock, find }),

    /** What the run designed; null where that is no longer there. */
    async blueprintOfRun(organisationId: string, runId: string): Promise<Blueprint | null> {
      const ids = await drops.newestIdsByStage(organisationId, runId);
      const id = ids.get('design');
      if (id === undefined) return null;
      const { content } = await contentOf(await find(organisationId, id));
      return designSchema.safeParse(JSON.parse(content.toString('utf8'))).data?.blueprint ?? null;
    },

    /** Id of the newest drop of each stage of a run. */
    idsByStage: (organisationId: string, runId: string): Promise<ReadonlyMap<string, string>> =>
      drops.newestIdsByStage(organisationId, runId),

    async content(organisationId: string, id: string): Promise<DropContent & { digest: string }> {
      const drop = await find(organisationId, id);
      return { ...(await contentOf(drop)), digest: drop.digest };
    },

    /** What changed from the drop `against` to the drop `id`. */
    async diff(organisationId: string, id: string, against: string): Promise<DropDiff> {
      const [from, to] = [await find(organisationId, against), await find(organisationId, id)];
      const drops = { from: presentDrop(from), to: presentDrop(to) };
      if (from.digest === to.digest && from.mediaType === to.mediaType) {
        return { ...drops, identical: true, changes: [], files: [], truncated: false };
      }
      const differences = diffDrops(await contentOf(from), await contentOf(to));
      return { ...drops, identical: false, ...differences };
    },
  };
}
