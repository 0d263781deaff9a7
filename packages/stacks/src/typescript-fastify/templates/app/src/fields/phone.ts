import { z } from 'zod';

/** A telephone number: digits, spaces and punctuation, optionally with a leading plus. */
export function phone({ max }: { max: number }) {
  return z
    .string()
    .max(max)
    .regex(/^[+]?[0-9][0-9 ().-]{2,}$/, 'must be a telephone number such as +44 20 7946 0018');
}
