import type { Entity } from '@quantumlayer/contracts';

const TIMES: ReadonlySet<string> = new Set(['date', 'datetime', 'time']);
const PAIRS: readonly (readonly [RegExp, RegExp])[] = [
  [/^start|Start|^starts|^begin|^begins/, /^end|End|^ends|^finish/],
  [/^from|From/, /^until|Until|^to$|To$|^till/],
  [/^first/, /^last/],
  [/^checkIn|^pickup|^pickUp|^arriv/, /^checkOut|^return|^dropOff|^depart/],
  [/^opens/, /^closes/],
];

/** The two fields of an entity that are the ends of a span of time; null when none or several may be. */
export function findSpan({ fields }: Entity): { start: string; end: string } | null {
  const times = fields.filter(({ type }) => TIMES.has(type));
  for (const [first, last] of PAIRS) {
    const start = times.find(({ name }) => first.test(name));
    const end = times.find(
      (field) => last.test(field.name) && field.type === start?.type && field !== start,
    );
    if (start !== undefined && end !== undefined) return { start: start.name, end: end.name };
  }
  return null;
}
