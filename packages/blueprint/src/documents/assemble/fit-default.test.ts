import type { FieldType } from '@quantumlayer/contracts';
import { expect, it } from 'vitest';
import { fitDefault } from './fit-default.ts';

const cases: [FieldType, string | number, unknown][] = [
  ['country', 'at', 'AT'],
  ['country', 'QQ', undefined],
  ['country', 'Austria', undefined],
  ['locale', 'de-AT', 'de-AT'],
  ['locale', 'de_AT', undefined],
  ['ip-address', '192.0.2.1', '192.0.2.1'],
  ['ip-address', '192.0.2.256', undefined],
  ['colour', '#FF8800', '#ff8800'],
  ['colour', 'red', undefined],
  ['boolean', 'Y', true],
  ['boolean', 'perhaps', undefined],
  ['time', '24:00', undefined],
  ['date', '2024-02-31', undefined],
  ['datetime', '2024-01-31 09:30:00', '2024-01-31T09:30:00Z'],
  ['integer', '1e3', undefined],
  ['password', 'secret', undefined],
];

it.each(cases)('a %s by default %s is %s', (type, given, taken) => {
  expect(fitDefault({ type, required: false, unique: false }, given)).toBe(taken);
});
