import { z } from 'zod';

const iso = z.iso.date();
const isDate = (text: string) => iso.safeParse(text).success && !text.startsWith('0000');

/** A day of the calendar as YYYY-MM-DD. */
export function calendarDate() {
  return z.string().refine(isDate, 'must be a date such as 2026-01-31').meta({ format: 'date' });
}
