import { z } from 'zod';

/** Lower-case words joined by single hyphens, as in a URL. */
export function slug({ min = 1, max }: { min?: number; max: number }) {
  return z
    .string()
    .min(min)
    .max(max)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case letters, digits and single hyphens');
}
