import { z } from 'zod';
import { isStorable, STORABLE } from './storable.ts';

/** An absolute http or https address. */
export function url({ max }: { max: number }) {
  return z
    .url({ protocol: /^https?$/, error: 'must be an http or https URL' })
    .max(max)
    .refine(isStorable, STORABLE);
}
