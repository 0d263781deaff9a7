import { runStatuses } from '@quantumlayer/contracts';
import type { SQL } from 'drizzle-orm';
import { z } from 'zod';
import type { Database } from '#platform/database.ts';

export const runStatusColumn = z.enum(runStatuses);

export const spreadColumns = {
  count: z.int(),
  medianMs: z.number().nullable(),
  p90Ms: z.number().nullable(),
};

const resultSchema = z.object({ rows: z.array(z.unknown()) });

/** The rows of a question written by hand, checked, since no table describes them. */
export async function readRows<Row extends z.ZodType>(
  database: Database,
  row: Row,
  question: SQL,
): Promise<z.output<Row>[]> {
  const { rows } = resultSchema.parse(await database.execute(question));
  return z.array(row).parse(rows);
}
