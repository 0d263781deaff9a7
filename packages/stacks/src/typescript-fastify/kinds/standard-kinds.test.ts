import { isIP } from 'node:net';
import type { Field } from '@quantumlayer/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { BlueprintUnsound } from '../../stack.ts';
import { kindOf } from '../kind-of.ts';
import { colour } from '../templates/app/src/fields/colour.ts';
import { country } from '../templates/app/src/fields/country.ts';
import { ipAddress } from '../templates/app/src/fields/ip-address.ts';
import { locale } from '../templates/app/src/fields/locale.ts';

const field = (type: Field['type'], rest: Partial<Field> = {}): Field => ({
  name: 'value',
  type,
  required: true,
  unique: false,
  ...rest,
});
const accepts = (schema: z.ZodType, value: string) => schema.safeParse(value).success;

describe('a colour', () => {
  it('is kept in lower case', () => {
    expect(colour().parse('#1E90FF')).toBe('#1e90ff');
  });

  it.each(['red', '#fff', '1e90ff', '#1e90ff ', '#1e90fg', '#1e90ff\n'])('is not %j', (value) => {
    expect(accepts(colour(), value)).toBe(false);
  });
});

describe('a country', () => {
  it('is one of the 249 of ISO 3166-1', () => {
    expect(country().options).toHaveLength(249);
    for (const code of ['NZ', 'GB', 'AX', 'SS']) expect(accepts(country(), code)).toBe(true);
  });

  it.each(['nz', 'NZL', 'ZZ', 'XK', 'EU', 'UK', 'YU', 'Kenya', ''])('is not %j', (value) => {
    expect(accepts(country(), value)).toBe(false);
  });
});

describe('a locale', () => {
  it('is kept in its canonical form', () => {
    expect(locale().parse('EN-us')).toBe('en-US');
    expect(locale().parse('ZH-hant-tw')).toBe('zh-Hant-TW');
  });

  it.each(['english please', 'en_GB', 'e', 'en-', '', 'en-GB-u-ca-buddhist'])(
    'is not %j',
    (value) => {
      expect(accepts(locale(), value)).toBe(false);
    },
  );

  it('accepts whatever its published pattern allows, and fits its column', () => {
    const { pattern } = z.toJSONSchema(locale(), { io: 'input' });
    fc.assert(
      fc.property(fc.stringMatching(new RegExp(pattern ?? '')), (tag) => {
        expect(locale().parse(tag).length).toBeLessThanOrEqual(35);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('an IP address', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['0.0.0.0/0', '0.0.0.0/0'],
    ['192.0.2.1/32', '192.0.2.1'],
    ['10.0.0.0/8', '10.0.0.0/8'],
    ['2001:DB8:0:0:0:0:0:1', '2001:db8::1'],
    ['2001:db8::/32', '2001:db8::/32'],
    ['::1/128', '::1'],
    ['::', '::'],
    ['::ffff:192.0.2.1', '::ffff:c000:201'],
  ])('%s is kept as %s', (given, kept) => {
    expect(ipAddress().parse(given)).toBe(kept);
  });

  it.each([
    ...['', 'example.com', '192.0.2', '192.0.2.256', '192.0.2.01', '192.0.2.1/33', '192.0.2.1/'],
    ...['1:2:3:4:5:6:7', '1::2::3', '1:2:3:4:5:6:7:8:9', 'g::', '::1/129', '12345::', ':::'],
    ...['192.0.2.1\n', ' ::1', 'fe80::1%eth0', '[::1]'],
  ])('is not %j', (value) => {
    expect(accepts(ipAddress(), value)).toBe(false);
  });

  it('is whatever the platform takes for one, and nothing else', () => {
    const group = fc.stringMatching(/^[0-9a-fA-F]{0,4}$/);
    const near = fc.array(group, { minLength: 2, maxLength: 9 }).map((all) => all.join(':'));
    fc.assert(
      fc.property(
        fc.oneof(
          fc.ipV4(),
          fc.ipV6().filter((one) => !one.includes('.')),
          near,
        ),
        (text) => {
          expect(accepts(ipAddress(), text)).toBe(isIP(text) !== 0);
        },
      ),
      { numRuns: 5_000 },
    );
  });

  it('accepts whatever its published pattern allows, fits its column and stays as it is kept', () => {
    const { pattern } = z.toJSONSchema(ipAddress(), { io: 'input' });
    fc.assert(
      fc.property(fc.stringMatching(new RegExp(pattern ?? '')), (text) => {
        const kept = ipAddress().parse(text);
        expect(kept.length).toBeLessThanOrEqual(43);
        expect(kept).toMatch(/^[0-9a-f:.]+(\/[0-9]+)?$/);
        expect(ipAddress().parse(kept)).toBe(kept);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('defaults and scales', () => {
  it.each([
    field('colour', { default: 'red' }),
    field('colour', { default: '#1E90FF' }),
    field('country', { default: 'ZZ' }),
    field('locale', { default: 'en_GB' }),
    field('locale', { default: 'en-us' }),
    field('ip-address', { default: '::FFFF' }),
    field('rating', { default: 6 }),
  ])('refuses $type with default $default', (unsound) => {
    expect(() => kindOf(unsound, 'Thing.value')).toThrow(BlueprintUnsound);
  });

  it('bounds a rating by 1 and 5, or its own greatest', () => {
    expect(kindOf(field('rating'), 'Thing.value').schema).toBe('integer({ min: 1, max: 5 })');
    const ten = kindOf(field('rating', { max: 10 }), 'Thing.value');
    expect(ten.check?.('"value"')).toBe('"value" >= 1 and "value" <= 10');
  });
});
