import { z } from 'zod';
import { digest } from './evidence.ts';
import { runStatuses, timestamp } from './run.ts';

export const projectSchema = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    description: z.string(),
    createdAt: timestamp,
    archivedAt: timestamp.nullable(),
    runs: z.strictObject({
      count: z.int(),
      /** Null before the first. */
      last: z
        .strictObject({
          id: z.string(),
          status: z.enum(runStatuses),
          createdAt: timestamp,
          finishedAt: timestamp.nullable(),
        })
        .nullable(),
    }),
  })
  .meta({ id: 'Project' });
export type Project = z.infer<typeof projectSchema>;

/** A versioned artefact of a stage. `version` counts within (project, stage). */
export const dropSchema = z
  .strictObject({
    id: z.string(),
    projectId: z.string(),
    runId: z.string(),
    stage: z.string(),
    version: z.int(),
    mediaType: z.string(),
    digest,
    size: z.int(),
    createdAt: timestamp,
    /** Set while a person keeps it as a snippet. */
    pin: z.strictObject({ name: z.string(), note: z.string(), pinnedAt: timestamp }).nullable(),
  })
  .meta({ id: 'Drop' });
export type Drop = z.infer<typeof dropSchema>;

export const capsuleSchema = z
  .strictObject({
    id: z.string(),
    projectId: z.string(),
    runId: z.string(),
    name: z.string(),
    digest,
    codeDigest: digest,
    keyId: z.string(),
    size: z.int(),
    createdAt: timestamp,
  })
  .meta({ id: 'Capsule' });
export type Capsule = z.infer<typeof capsuleSchema>;

export const previewStatuses = ['starting', 'running', 'stopped', 'expired', 'failed'] as const;

export const previewSchema = z
  .strictObject({
    id: z.string(),
    projectId: z.string(),
    runId: z.string(),
    capsuleId: z.string(),
    status: z.enum(previewStatuses),
    /** Whoever knows it may open it. */
    url: z.string(),
    /** Where it can be opened: on the machine of the factory alone, or from every machine that reaches it. */
    reach: z.enum(['machine', 'network']),
    createdAt: timestamp,
    expiresAt: timestamp,
    /** Why it is not running; null while it is. */
    reason: z.string().nullable(),
  })
  .meta({ id: 'Preview' });
export type Preview = z.infer<typeof previewSchema>;

/** A page of a list; `nextCursor` is null on the last page. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.strictObject({ items: z.array(item), nextCursor: z.string().nullable() });
}
export type Page<T> = { items: T[]; nextCursor: string | null };
