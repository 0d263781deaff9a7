import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lastDays } from './calendar.ts';

it('ends with today and begins at midnight in UTC', () => {
  const days = lastDays(new Date('2026-03-01T00:30:00Z'), 2);
  expect(days.map(({ day }) => day)).toEqual(['2026-02-28', '2026-03-01']);
  expect(days[0]?.since.toISOString()).toBe('2026-02-28T00:00:00.000Z');
  expect(days[1]?.until.toISOString()).toBe('2026-03-02T00:00:00.000Z');
});

it('leaves no moment out and counts none twice', () => {
  const moment = fc.date({
    min: new Date('2020-01-01'),
    max: new Date('2040-01-01'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(moment, fc.integer({ min: 1, max: 365 }), (now, count) => {
      const days = lastDays(now, count);
      expect(days).toHaveLength(count);
      for (const [index, { since }] of days.entries()) {
        if (index > 0) expect(since).toEqual(days[index - 1]?.until);
      }
      expect(days.at(-1)?.since.getTime()).toBeLessThanOrEqual(now.getTime());
      expect(days.at(-1)?.until.getTime()).toBeGreaterThan(now.getTime());
    }),
  );
});
