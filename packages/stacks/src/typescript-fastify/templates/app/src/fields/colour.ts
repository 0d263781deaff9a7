import { z } from 'zod';

/** A colour as #rrggbb; kept in lower case, so that two spellings are one colour. */
export function colour() {
  return z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/, 'must be a colour such as #1e90ff')
    .toLowerCase();
}
