import type { Page } from '@quantumlayer/contracts';
import { z } from 'zod';

const LIMIT = 1_000;
export const MAX_PATH_LENGTH = 400;

/** Query of a list of files: the cursor is the path of the last one of the page before. */
export const pathPageQuery = z.strictObject({
  cursor: z
    .string()
    .max(MAX_PATH_LENGTH)
    .default('')
    .describe('`nextCursor` of the page before; the first page when absent'),
  limit: z.coerce.number().int().min(1).max(LIMIT).default(LIMIT),
});
export type PathPageQuery = z.infer<typeof pathPageQuery>;

/** A page of files in the order of their paths, which is the same on every machine. */
export function pageByPath<T extends { path: string }>(
  files: readonly T[],
  { cursor, limit }: PathPageQuery,
): Page<T> {
  const behind = files
    .filter(({ path }) => path > cursor)
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const items = behind.slice(0, limit);
  return { items, nextCursor: behind.length > limit ? (items.at(-1)?.path ?? null) : null };
}
