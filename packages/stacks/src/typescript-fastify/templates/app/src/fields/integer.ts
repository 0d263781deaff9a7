import { z } from 'zod';

type Bounds = { min: number; max: number };

/** A whole number within the range of its column. */
export function integer({ min, max }: Bounds) {
  return z.int().min(min).max(max);
}

/** The same as a query parameter. */
export function queryInteger(bounds: Bounds) {
  return z
    .string()
    .regex(/^-?\d{1,16}$/, 'must be a whole number')
    .transform(Number)
    .pipe(integer(bounds))
    .meta({ type: 'integer', minimum: bounds.min, maximum: bounds.max });
}
