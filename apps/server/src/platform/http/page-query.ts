import type { Page } from '@quantumlayer/contracts';
import { z } from 'zod';

const LIMIT_DEFAULT = 20;
const LIMIT_MAX = 100;
const LIST_MAX = 20;
const ID = /^[a-z]{2,10}_[0-9a-f]{32}$/;

/**
 * Query of every list: `?cursor=…&limit=…`. A cursor is what `nextCursor` of the page before said. Ids grow with
 * time, so the id of the last item is a cursor that stays right when items come and go.
 */
export const pageQuery = z.strictObject({
  cursor: z
    .string()
    .regex(ID, 'is not a cursor; take nextCursor of the page before')
    .nullable()
    .default(null)
    .describe('`nextCursor` of the page before; the first page when absent'),
  limit: z.coerce.number().int().min(1).max(LIMIT_MAX).default(LIMIT_DEFAULT),
});
export type PageQuery = z.infer<typeof pageQuery>;

/** Query of a list that only grows at its end: the cursor counts the items before the page. */
export const countQuery = z.strictObject({
  cursor: z
    .string()
    .regex(/^\d{1,7}$/, 'is not a cursor; take nextCursor of the page before')
    .default('0')
    .describe('`nextCursor` of the page before; the first page when absent'),
  limit: z.coerce.number().int().min(1).max(LIMIT_MAX).default(LIMIT_MAX),
});

/** A filter that takes several values: `?status=failed&status=running` or `?status=failed,running`. */
export function listOf<T extends z.ZodType>(item: T) {
  const split = (value: unknown) =>
    [value].flat().flatMap((one) => (typeof one === 'string' ? one.split(',') : one));
  return z.preprocess(
    (value) => (value === undefined ? [] : split(value)),
    z.array(item).max(LIST_MAX).default([]),
  );
}

/** Makes a page of `limit + 1` found items: the one too many says that there is a next page. */
export function toPage<T extends { id: string }>(found: readonly T[], limit: number): Page<T> {
  const items = found.slice(0, limit);
  const last = found.length > limit ? items.at(-1) : undefined;
  return { items, nextCursor: last?.id ?? null };
}
