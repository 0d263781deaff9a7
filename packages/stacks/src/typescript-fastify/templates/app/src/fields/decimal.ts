import { z } from 'zod';

type Bounds = { scale: number; min?: string; max?: string };

/**
 * An exact decimal number as a string such as "12.50", never a binary fraction.
 * A JSON number is accepted too, as long as it has no more decimals than `scale`.
 */
export function decimal({ scale, min, max }: Bounds) {
  const digits = new RegExp(`^-?(0|[1-9]\\d{0,14})(\\.\\d{1,${scale}})?$`);
  const units = (value: string) => toUnits(value, scale);
  const schema = z
    .string()
    .regex(digits, {
      error: `must be a decimal number with at most ${scale} decimals`,
      abort: true,
    })
    .refine((value) => min === undefined || units(value) >= units(min), `must be at least ${min}`)
    .refine((value) => max === undefined || units(value) <= units(max), `must be at most ${max}`);
  return z
    .preprocess((value) => (typeof value === 'number' ? String(value) : value), schema)
    .meta({
      type: ['string', 'number'],
      format: 'decimal',
      ...(min !== undefined && { minimum: Number(min) }),
      ...(max !== undefined && { maximum: Number(max) }),
    });
}

/** "1.5" with scale 2 is 150n. */
function toUnits(value: string, scale: number): bigint {
  const [whole = '0', fraction = ''] = value.split('.');
  return BigInt(whole + fraction.padEnd(scale, '0'));
}
