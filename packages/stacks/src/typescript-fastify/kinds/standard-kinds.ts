import type { Field, FieldType } from '@quantumlayer/contracts';
import type { FieldKind } from '../field-kind.ts';
import { country } from '../templates/app/src/fields/country.ts';
import { ipAddress } from '../templates/app/src/fields/ip-address.ts';
import { locale } from '../templates/app/src/fields/locale.ts';
import { sqlString, tsString } from '../text.ts';
import { NUMBER_IS_NOT_TEXT, ordinary, textDefault } from './common.ts';

type StandardType = Extract<FieldType, 'colour' | 'country' | 'locale' | 'ip-address'>;
type Reader = (field: Field, path: string) => FieldKind;

const COUNTRIES = ['AT', 'BR', 'CA', 'NZ'];
const LOCALES = ['de-AT', 'en-GB', 'ja'];

function oneOf(values: readonly string[]): Pick<FieldKind, 'sample' | 'capacity'> {
  return { sample: `pick(n, [${values.map(tsString).join(', ')}])`, capacity: values.length };
}

function defaultOf(field: Field, path: string, isValid: (value: string) => boolean) {
  const value = textDefault(field, path, isValid);
  return value === null ? null : { typescript: tsString(value), sql: sqlString(value) };
}

const colour: Reader = (field, path) => ({
  ...ordinary,
  module: 'colour',
  imports: ['colour'],
  schema: 'colour()',
  builder: 'varchar',
  builderArguments: '{ length: 7 }',
  sqlType: 'varchar(7)',
  check: (column) => `${column} ~ '^#[0-9a-f]{6}$'`,
  sample: "`#${(n % 16_777_216).toString(16).padStart(6, '0')}`",
  invalid: [
    NUMBER_IS_NOT_TEXT,
    { what: 'the name of a colour', value: "'red'" },
    { what: 'three digits', value: "'#fff'" },
  ],
  defaultValue: defaultOf(field, path, (value) => /^#[0-9a-f]{6}$/.test(value)),
});

const countryKind: Reader = (field, path) => ({
  ...ordinary,
  module: 'country',
  imports: ['country'],
  schema: 'country()',
  builder: 'varchar',
  builderArguments: '{ length: 2 }',
  sqlType: 'varchar(2)',
  check: (column) => `${column} ~ '^[A-Z]{2}$'`,
  ...oneOf(COUNTRIES),
  invalid: [
    NUMBER_IS_NOT_TEXT,
    { what: 'the name of a country', value: "'Kenya'" },
    { what: 'a code that no country has', value: "'ZZ'" },
  ],
  defaultValue: defaultOf(field, path, (value) => country().safeParse(value).success),
});

const localeKind: Reader = (field, path) => ({
  ...ordinary,
  module: 'locale',
  imports: ['locale'],
  schema: 'locale()',
  builder: 'varchar',
  builderArguments: '{ length: 35 }',
  sqlType: 'varchar(35)',
  ...oneOf(LOCALES),
  invalid: [
    NUMBER_IS_NOT_TEXT,
    { what: 'the name of a language', value: "'English please'" },
    { what: 'an underscore', value: "'en_GB'" },
  ],
  defaultValue: defaultOf(field, path, (value) => locale().safeParse(value).data === value),
});

const ipAddressKind: Reader = (field, path) => ({
  ...ordinary,
  module: 'ip-address',
  imports: ['ipAddress'],
  schema: 'ipAddress()',
  builder: 'varchar',
  builderArguments: '{ length: 43 }',
  sqlType: 'varchar(43)',
  check: (column) => `${column} ~ '^[0-9a-f:.]+(/[0-9]+)?$'`,
  sample: '`10.${Math.floor(n / 65_536) % 256}.${Math.floor(n / 256) % 256}.${n % 256}`',
  invalid: [
    NUMBER_IS_NOT_TEXT,
    { what: 'a name', value: "'example.com'" },
    { what: 'a byte that is too large', value: "'192.0.2.256'" },
    { what: 'a prefix that is too long', value: "'192.0.2.0/33'" },
  ],
  defaultValue: defaultOf(field, path, (value) => ipAddress().safeParse(value).data === value),
});

/** Values that a standard names: colours of CSS, countries of ISO 3166-1, locales of BCP 47, addresses of IP. */
export const standardKinds: Readonly<Record<StandardType, Reader>> = {
  colour,
  country: countryKind,
  locale: localeKind,
  'ip-address': ipAddressKind,
};
