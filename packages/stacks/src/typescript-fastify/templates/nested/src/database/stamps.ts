import { sql } from 'drizzle-orm';

/** Rows that are made together keep their order: each counts as made a millisecond after the one before. */
export function stampsAt(place: number) {
  const at = sql`now() + ${place}::integer * interval '1 millisecond'`;
  return { createdAt: at, updatedAt: at };
}
