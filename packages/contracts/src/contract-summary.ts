import { z } from 'zod';
import { sourceSchema } from './contract-places.ts';
import { name, stateSchema } from './contract-words.ts';

const when = z.array(stateSchema).max(3).optional();

/** A value of a summary: counted or worked out over rows, or what the request itself says. */
export const summaryFigureSchema = z
  .strictObject({
    name,
    /** The object within the answer that holds it. */
    within: name.optional(),
    take: z.enum(['count', 'sum', 'average', 'least', 'most', 'given']),
    /** What is taken of each row: a member, or something derived or gathered there. */
    member: name.optional(),
    /** Only rows that have these values. */
    when,
    /** Decimal places. */
    round: z.int().min(0).max(10).optional(),
    /** What it is over no rows. */
    none: z.union([z.literal(0), z.null()]).optional(),
    /** Of `given`. */
    source: sourceSchema.optional(),
  })
  .meta({ id: 'ContractSummaryFigure' });
export type SummaryFigure = z.infer<typeof summaryFigureSchema>;

/** Rows with the same values of some members are put together, and figures are taken of each group. */
export const summarySchema = z
  .strictObject({
    /** Of a moment only the day, the month or the year. */
    by: z
      .array(
        z.strictObject({ name, member: name, part: z.enum(['day', 'month', 'year']).optional() }),
      )
      .max(3),
    figures: z.array(summaryFigureSchema).max(40),
    /** Groups of which a figure is less than a parameter of the query says are left out. */
    atLeast: z.array(z.strictObject({ figure: name, parameter: name })).max(3),
    order: z.array(z.strictObject({ name, descending: z.boolean() })).max(4),
    limit: z
      .strictObject({ parameter: name.nullable(), initial: z.int().min(1), most: z.int().min(1) })
      .nullable(),
  })
  .meta({ id: 'ContractSummary' });
export type Summary = z.infer<typeof summarySchema>;
