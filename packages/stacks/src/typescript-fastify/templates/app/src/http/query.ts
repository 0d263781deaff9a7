import { z } from 'zod';
import { isStorable, STORABLE } from '../fields/storable.ts';

export const idParams = z.object({ id: z.uuid() });

/** Parameters that every list takes. */
export const pageParameters = {
  limit: z
    .string()
    .regex(/^(100|[1-9]\d?)$/, 'must be a whole number from 1 to 100')
    .default('20')
    .transform(Number),
  cursor: z.string().min(1).max(4_000).optional().describe('`nextCursor` of the page before'),
};

export const searchText = z
  .string()
  .min(1)
  .max(200)
  .refine(isStorable, STORABLE)
  .describe('Finds this text in any text field, whatever its case')
  .optional();

/** A sort parameter: the name of a field, `-` before it for descending. */
export function sortBy<const Names extends readonly [string, ...string[]]>(names: Names) {
  const values = names.flatMap((name) => [name, `-${name}`]);
  return z.enum(values).default('createdAt');
}

export const queryBoolean = z.enum(['true', 'false']).transform((text) => text === 'true');

/** A page of a list. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}
