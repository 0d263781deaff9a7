import type { RangeVar } from 'libpg-query';
import type { Ddl, QualifiedName } from '../ddl.ts';
import type { Places } from './to-column.ts';

export function nameOf(relation: RangeVar | undefined): QualifiedName {
  return { schema: relation?.schemaname ?? null, name: relation?.relname ?? '' };
}

export const other = (what: string, places: Places, why: string, location?: number): Ddl => ({
  kind: 'out-of-scope',
  what,
  line: places.lineAt(location),
  why,
});
