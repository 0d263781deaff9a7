import type { Entity } from '@quantumlayer/contracts';

const TIMES: ReadonlySet<string> = new Set(['date', 'datetime', 'time']);
const PAIRS: readonly (readonly [RegExp, RegExp])[] = [
  [/^start|Start|^starts|^begin|^begins/, /^end|End|^ends|^finish/],
  [/^from|From/, /^until|Until|^to$|To$|^till/],
  [/^first/, /^last/],
  [/^check[iI]n|^pickup|^pickUp|^arriv/, /^check[oO]ut|^return|^dropOff|^depart/],
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

const GIVEN_UP = /^(cancel|reject|declin|no[- ]?show|withdraw)/i;

/**
 * The fields that say when a booking without an end is: a moment, or a day and a time of it. Null where there is no one
 * such moment, and where a booking that was given up would keep others from its time.
 */
export function findMoment({ fields }: Entity): string[] | null {
  if (fields.some(({ values }) => values?.some((value) => GIVEN_UP.test(value)))) return null;
  const [moment, more] = fields.filter(({ type }) => type === 'datetime');
  // What starts also ends, though the end was not understood.
  if (moment !== undefined)
    return more === undefined && !/^(start|from|begin)/.test(moment.name) ? [moment.name] : null;
  const days = fields.filter(({ type }) => type === 'date');
  const times = fields.filter(({ type }) => type === 'time');
  if (days.length !== 1 || times.length !== 1) return null;
  return [...days, ...times].map(({ name }) => name);
}
