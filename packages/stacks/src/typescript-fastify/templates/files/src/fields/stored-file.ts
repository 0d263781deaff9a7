import { z } from 'zod';

/** What a record shows of its file. */
export const storedFile = z.object({
  name: z.string(),
  type: z.string(),
  size: z.int().describe('Bytes'),
  url: z.string().describe('Where it is fetched'),
});
export type StoredFile = z.output<typeof storedFile>;
