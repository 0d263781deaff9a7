import { z } from 'zod';

/** A time of day as HH:MM or HH:MM:SS; kept with seconds. */
export function timeOfDay() {
  return z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/, 'must be a time such as 09:30 or 09:30:00')
    .overwrite((text) => (text.length === 5 ? `${text}:00` : text));
}
