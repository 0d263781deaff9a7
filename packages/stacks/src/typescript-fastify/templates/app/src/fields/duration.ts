import { z } from 'zod';

/** A length of time in ISO 8601, such as PT1H30M. */
export function duration() {
  return z
    .string()
    .max(64)
    .refine(
      (text) => z.iso.duration().safeParse(text).success,
      'must be a duration such as PT1H30M',
    )
    .meta({ format: 'duration' });
}
