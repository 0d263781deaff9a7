import { z } from 'zod';

/** What other rows come to, as a list is asked for it: an exact decimal that nothing bounds. */
export function total({ scale }: { scale: number }) {
  return z
    .string()
    .regex(
      new RegExp(`^-?\\d{1,40}(\\.\\d{1,${scale}})?$`),
      `must be a decimal number with at most ${scale} decimals`,
    )
    .meta({ format: 'decimal' });
}
