import { z } from 'zod';

/** A set of these values, each at most once; kept in the order in which they stand here. */
export function choices<const Values extends readonly [string, ...string[]]>(
  { min }: { min: number },
  values: Values,
) {
  return z
    .array(z.enum(values))
    .min(min)
    .max(values.length)
    .refine((chosen) => new Set(chosen).size === chosen.length, 'must not name a value twice')
    .overwrite((chosen) => values.filter((value) => chosen.includes(value)))
    .meta({ uniqueItems: true });
}
