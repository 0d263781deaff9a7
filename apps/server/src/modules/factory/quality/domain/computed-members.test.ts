import { describe, expect, it } from 'vitest';
import { type Computed, estimate, exceedComputed, fitComputed } from './computed-members.ts';
import { flattenSchema } from './json-schema.ts';

const rule = (
  member: string,
  operation: Computed['operation'],
  of: string[],
  more: Partial<Computed> = {},
): Computed => ({
  ...{ kind: 'computed', member, operation, of, factor: 1, least: -1000, most: 1000 },
  ...more,
});
const properties: Record<string, object> = {
  count: { type: 'integer', minimum: 2, maximum: 500 },
  price: { type: 'string', format: 'decimal' },
  share: { type: 'string', format: 'decimal', minimum: 0, maximum: 100 },
};
const schemaOf = (name: string) => flattenSchema({}, { ...properties[name] });
const total = rule('total', 'product', ['count', 'price']);
const fee = rule('fee', 'product', ['total', 'share'], { factor: 0.01 });
const left = rule('left', 'difference', ['price', 'share']);

describe('what an app works out', () => {
  it.each([
    [[total], 'total', { count: 3, price: '1.50' }, 4.5],
    [[total, fee], 'fee', { count: 2, price: '10.00', share: '50.00' }, 10],
    [[left], 'left', { price: '3.00', share: '1.00' }, 2],
    [[rule('all', 'sum', ['count', 'price'])], 'all', { count: 3, price: '1.50' }, 4.5],
    [[total], 'total', { count: 3, price: null }, null],
    [[total], 'total', { count: 3 }, null],
  ])('is estimated: %#', (all, name, members, value) => {
    expect(estimate(all, members, name)).toBe(value);
  });

  it('is brought within its bounds by small members, within theirs', () => {
    const far = { count: 400, price: '900.00', note: 'x' };
    expect(fitComputed([total], far, schemaOf)).toEqual({ count: 2, price: '1.00', note: 'x' });
  });

  it('leaves a body alone that fits', () => {
    const near = { count: 4, price: '2.00' };
    expect(fitComputed([total, fee], near, schemaOf)).toEqual(near);
  });

  it('is brought beyond its bounds by what its members can hold at most', () => {
    const body = { count: 4, price: '2.00' };
    expect(exceedComputed([total], body, total, schemaOf)).toEqual({
      count: 500,
      price: '999999999999999.00',
    });
  });

  it('makes small what is taken away', () => {
    const body = { price: '2.00', share: '1.00' };
    expect(exceedComputed([left], body, left, schemaOf)).toEqual({
      price: '999999999999999.00',
      share: '0.00',
    });
  });

  it('cannot be brought beyond them where a member is left out or too small', () => {
    const small = rule('small', 'product', ['count', 'share'], { most: 1e9 });
    expect(exceedComputed([small], { count: 2, share: '1.00' }, small, schemaOf)).toBeNull();
    expect(exceedComputed([total], { count: 2, price: null }, total, schemaOf)).toBeNull();
  });
});
