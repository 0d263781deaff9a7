import { useDeferredValue } from 'react';
import type { Entity } from '../lib/entity.ts';
import { useRecords } from '../lib/records.ts';
import { labelOf } from '../lib/text-of.ts';

export type Match = { id: string; label: string };

const SHOWN = 20;

/** Records that hold a text; null asks for none. Where the API does not search, the first hundred are looked through. */
export function useMatches(entity: Entity, text: string | null): Match[] | null {
  const wanted = useDeferredValue(text)?.trim() ?? null;
  const parameters = new URLSearchParams({ limit: entity.search ? String(SHOWN) : '100' });
  if (entity.search && wanted) parameters.set('q', wanted);
  const { data } = useRecords(entity.path, parameters, wanted !== null);
  if (wanted === null || data === undefined) return null;
  const matches = data.items.map((row) => ({ id: row.id, label: labelOf(entity, row) }));
  if (entity.search) return matches;
  return matches
    .filter(({ label }) => label.toLowerCase().includes(wanted.toLowerCase()))
    .slice(0, SHOWN);
}
