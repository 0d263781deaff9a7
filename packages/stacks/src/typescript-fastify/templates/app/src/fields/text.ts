import { z } from 'zod';
import { isStorable, STORABLE } from './storable.ts';

/** Any text; lengths count UTF-16 units. */
export function text({ min = 0, max }: { min?: number; max: number }) {
  return z.string().min(min).max(max).refine(isStorable, STORABLE);
}
