import { z } from 'zod';

/** An e-mail address; kept in lower case, so that two spellings are one address. */
export function email({ max }: { max: number }) {
  return z.email().max(max).toLowerCase();
}
