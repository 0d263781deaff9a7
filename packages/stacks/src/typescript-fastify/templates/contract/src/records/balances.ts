import type { Resource, Row } from './resource.ts';

/** What is worked out of numbers that other rows have a part in, once these are gathered. */
export function withBalances({ derived = [] }: Resource, rows: Row[]): Row[] {
  return rows.map((row) => {
    const whole = { ...row };
    for (const one of derived)
      if (one.take === 'balance')
        whole[one.name] = one.terms.reduce(
          (sum, { of, minus }) => sum + (minus ? -1 : 1) * Number(whole[of] ?? 0),
          0,
        );
    return whole;
  });
}
