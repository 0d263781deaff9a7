import { z } from 'zod';
import { dropSchema } from './resources.ts';

export const changeKinds = ['added', 'removed', 'changed'] as const;

/** What differs between two drops. */
export const dropDiffSchema = z
  .strictObject({
    from: dropSchema,
    to: dropSchema,
    identical: z.boolean(),
    /** Values that differ, outside of files. `path` leads there: `/entities/Invoice/fields/number/required`. */
    changes: z.array(
      z.strictObject({
        path: z.string(),
        kind: z.enum(changeKinds),
        /** JSON text, shortened when long; null when there was or is nothing. */
        before: z.string().nullable(),
        after: z.string().nullable(),
      }),
    ),
    /** Files that differ, by path; `patch` is a unified diff, null when it would be too large. */
    files: z.array(
      z.strictObject({ path: z.string(), kind: z.enum(changeKinds), patch: z.string().nullable() }),
    ),
    /** True when something was left out or shortened because there is too much of it. */
    truncated: z.boolean(),
  })
  .meta({ id: 'DropDiff' });
export type DropDiff = z.infer<typeof dropDiffSchema>;
