import { z } from 'zod';
import { fieldName } from './names.ts';

const operands = z.array(fieldName).min(2).max(10);

/**
 * What an app works out instead of taking it. Product, sum and difference are of own number fields, which may be
 * computed as well; a percentage counts as hundredths in a product, and money is rounded to its minor unit, half away
 * from zero. A difference takes the others from the first. An empty operand makes the result empty.
 */
export const computedSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('product'), of: operands }),
  z.strictObject({ kind: z.literal('sum'), of: operands }),
  z.strictObject({ kind: z.literal('difference'), of: operands }),
  /** The sum of a number field over the rows of a `has-many` relation; 0 where there are none. */
  z.strictObject({ kind: z.literal('total'), of: fieldName, field: fieldName }),
  /** How many rows a `has-many` or `many-to-many` relation has. */
  z.strictObject({ kind: z.literal('count'), of: fieldName }),
]);
export type Computed = z.infer<typeof computedSchema>;
