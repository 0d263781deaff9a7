import { z } from 'zod';
import { isStorable } from '../fields/storable.ts';
import { Problem } from './problem.ts';

const sortValue = z.union([z.string().refine(isStorable), z.number(), z.null()]);
export type SortValue = z.infer<typeof sortValue>;

const cursor = z.strictObject({ sort: z.string(), value: sortValue, id: z.uuid() });

/** The place after a row in a list; opaque to clients, so that it may change. */
export function encodeCursor(sort: string, value: unknown, id: string): string {
  return Buffer.from(JSON.stringify({ sort, value, id })).toString('base64url');
}

export function decodeCursor(text: string, sort: string): { value: SortValue; id: string } {
  const result = cursor.safeParse(parse(Buffer.from(text, 'base64url').toString()));
  if (!result.success || result.data.sort !== sort) {
    const detail = 'is not the nextCursor of a list with the same sort';
    throw new Problem(422, 'request-invalid', detail, [{ pointer: '/cursor', detail }]);
  }
  return result.data;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
