import { z } from 'zod';

export const name = z.string().min(1).max(200);
/** A name in generated TypeScript. */
export const identifier = z.string().regex(/^[a-z][A-Za-z0-9]{0,79}$/);

/** A value that a member has, or does not have. */
export const stateSchema = z.strictObject({
  member: name,
  value: z.unknown(),
  not: z.literal(true).optional(),
});
