import type { Column, Tables } from '../tables/tables.ts';
import { inferSampleType, type Sample } from './infer-type.ts';

/** All that a sample shows of one field. */
export type Shown = { name: string; line: number; values: Sample[]; missing: number };

/** The column of a field; what is only guessed from the sample is said. */
export function columnOfSample({ name, line, values, missing }: Shown, isText: boolean): Column {
  const type = inferSampleType(name, values, isText);
  return {
    name,
    line,
    type,
    isRequired: missing === 0 && values.length > 0,
    isUnique: false,
    isCounted: false,
  };
}

/** A field without a single value says nothing of its type. */
export function noteEmpty(
  { outOfScope }: Tables,
  table: string,
  { name, line, values }: Shown,
): void {
  if (values.length > 0) return;
  outOfScope.push({
    what: `type of ${table.slice(0, 60)}.${name.slice(0, 60)}`,
    line,
    why: 'The sample has no value for it; it is an optional text.',
  });
}
