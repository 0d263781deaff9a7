import type { Field } from '@quantumlayer/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { BlueprintUnsound } from '../../stack.ts';
import { kindOf } from '../kind-of.ts';
import { circle, geoPoint } from '../templates/app/src/fields/geo-point.ts';

const field = (rest: Partial<Field> = {}): Field => ({
  ...{ name: 'place', type: 'geo-point', required: true, unique: false },
  ...rest,
});

describe('a geo-point', () => {
  it.each([
    { latitude: 90, longitude: -180 },
    { latitude: -0.1276474, longitude: 51.5073219 },
  ])('is %j', (point) => {
    expect(geoPoint().parse(point)).toEqual(point);
  });

  it.each([
    { latitude: 90.000001, longitude: 0 },
    { latitude: 0, longitude: 181 },
    { latitude: Number.NaN, longitude: 0 },
    { latitude: 0, longitude: Number.POSITIVE_INFINITY },
    { latitude: '1', longitude: 0 },
    { latitude: 1, longitude: 1, altitude: 1 },
    { latitude: 1 },
  ])('is not %j', (point) => {
    expect(geoPoint().safeParse(point).success).toBe(false);
  });

  it.each([{ unique: true }, { default: '1,2' }])('is refused with %j', (rest) => {
    expect(() => kindOf(field(rest), 'Thing.place')).toThrow(BlueprintUnsound);
  });
});

describe('a circle', () => {
  it.each(['51.5,-0.12,10', '-90,180.0,0.5', '0,0,20015'])('is %j', (text) => {
    expect(circle().parse(text)).toBe(text);
  });

  it.each(['91,0,1', '0,181,1', '1,2', 'NaN,0,1', '1,2,-3', '1,2,3,4', '90.1,0,1', '1e1,0,1', ''])(
    'is not %j',
    (text) => {
      expect(circle().safeParse(text).success).toBe(false);
    },
  );

  it('lies on the globe, whatever its published pattern allows', () => {
    const { pattern } = z.toJSONSchema(circle());
    fc.assert(
      fc.property(fc.stringMatching(new RegExp(pattern ?? '')), (text) => {
        const [latitude = Number.NaN, longitude = Number.NaN, kilometres] = text
          .split(',')
          .map(Number);
        expect(geoPoint().parse({ latitude, longitude })).toEqual({ latitude, longitude });
        expect(kilometres).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 2_000 },
    );
  });
});
