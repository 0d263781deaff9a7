import { z } from 'zod';
import { name } from './contract-words.ts';

/** How a list is ordered, and by which parameters of the query. */
export const sortSchema = z
  .strictObject({
    parameter: name.nullable(),
    direction: name.nullable(),
    /** What a value of the parameter sorts by. */
    by: z.array(z.strictObject({ value: name, member: name, descending: z.boolean().optional() })),
    initial: z.strictObject({ member: name, descending: z.boolean() }).nullable(),
  })
  .meta({ id: 'ContractSort' });
/** The part of a list that a request asks for. */
export const pagingSchema = z
  .strictObject({
    by: z.enum(['offset', 'page', 'cursor']),
    at: name.nullable(),
    size: name.nullable(),
    first: z.int().min(0),
    initial: z.int().min(1),
    most: z.int().min(1),
  })
  .meta({ id: 'ContractPaging' });

/** Texts of which one has what the request looks for; of several words all are somewhere. */
export const searchSchema = z
  .strictObject({
    parameter: name,
    members: z.array(name),
    /** A member of the body says it, and not the query. */
    in: z.literal('body').optional(),
  })
  .meta({ id: 'ContractSearch' });
