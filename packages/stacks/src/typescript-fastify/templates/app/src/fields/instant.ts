import { z } from 'zod';

const iso = z.iso.datetime({ offset: true });

/** An instant: ISO 8601 with a time zone; kept in UTC with milliseconds. */
export function instantText() {
  return z
    .string()
    .refine(isInstant, { error: 'must be an instant such as 2026-01-31T09:30:00Z', abort: true })
    .overwrite((text) => new Date(text).toISOString())
    .meta({ format: 'date-time' });
}

function isInstant(text: string): boolean {
  const year = new Date(text).getUTCFullYear();
  return iso.safeParse(text).success && year >= 1 && year <= 9999;
}
