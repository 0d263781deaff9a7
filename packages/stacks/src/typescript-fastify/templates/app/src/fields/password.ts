import { z } from 'zod';

/** A secret that is only ever taken: it is kept as a hash, and no answer holds it. */
export function password({ min, max }: { min: number; max: number }) {
  return z.string().min(min).max(max).meta({ format: 'password', writeOnly: true });
}
