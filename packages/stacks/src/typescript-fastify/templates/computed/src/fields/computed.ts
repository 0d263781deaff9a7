import type { z } from 'zod';

/** A member that the app works out: it is given, and never taken. */
export function computed<Schema extends z.ZodType>(schema: Schema, description: string): Schema {
  return schema.meta({ readOnly: true, description });
}
