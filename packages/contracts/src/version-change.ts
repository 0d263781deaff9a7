import { z } from 'zod';

export const versionChangeKinds = ['prompt', 'document', 'form', 'hand-edit', 'restore'] as const;

/** Who or what made a version what it is. */
export const versionChangeSchema = z.strictObject({
  kind: z.enum(versionChangeKinds),
  /** In words: the prompt, the name of the document, what was changed. */
  text: z.string(),
  /** Id of the version it was made from; null for a first one. */
  base: z.string().nullable(),
});
export type VersionChange = z.infer<typeof versionChangeSchema>;
