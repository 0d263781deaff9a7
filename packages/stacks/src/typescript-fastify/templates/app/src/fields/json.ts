import { z } from 'zod';
import { isStorable } from './storable.ts';

const DEPTH = 32;

/** A JSON object that PostgreSQL can keep, nested no deeper than 32 levels. */
export function jsonObject() {
  return z
    .record(z.string(), z.unknown())
    .refine(
      (value) => isStorableJson(value, DEPTH),
      `must be storable JSON of depth ${DEPTH} or less`,
    );
}

function isStorableJson(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return isStorable(value);
  if (typeof value !== 'object' || value === null) return true;
  if (depth === 0) return false;
  return Object.entries(value).every(
    ([key, member]) => isStorable(key) && isStorableJson(member, depth - 1),
  );
}
