import type { Field, FieldType } from '@quantumlayer/contracts';
import { BlueprintUnsound } from '../../stack.ts';
import type { FieldKind } from '../field-kind.ts';
import { sqlString, tsString } from '../text.ts';
import { NUMBER_IS_NOT_TEXT, ordinary, textDefault } from './common.ts';
import { enumValues } from './enum-values.ts';

type PlainType = Extract<
  FieldType,
  'boolean' | 'date' | 'time' | 'datetime' | 'duration' | 'uuid' | 'enum' | 'json'
>;
type Reader = (field: Field, path: string) => FieldKind;

function quoted(value: string | null): FieldKind['defaultValue'] {
  return value === null ? null : { typescript: tsString(value), sql: sqlString(value) };
}

const boolean: Reader = (field, path) => {
  if (field.default !== undefined && typeof field.default !== 'boolean') {
    throw new BlueprintUnsound(path, 'the default of a boolean is true or false');
  }
  const value = field.default === undefined ? null : String(field.default);
  return {
    ...ordinary,
    schema: 'z.boolean()',
    output: 'z.boolean()',
    query: 'queryBoolean',
    builder: 'boolean',
    sqlType: 'boolean',
    sortable: false,
    sample: 'n % 2 === 0',
    capacity: 2,
    invalid: [{ what: 'text', value: "'yes'" }],
    defaultValue: value === null ? null : { typescript: value, sql: value },
  };
};

const date: Reader = (field, path) => {
  const moving = field.default === 'today' || field.default === 'now';
  const isDate = (text: string) =>
    /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
  return {
    ...ordinary,
    module: 'calendar-date',
    imports: ['calendarDate'],
    schema: 'calendarDate()',
    output: "z.string().meta({ format: 'date' })",
    builder: 'date',
    sqlType: 'date',
    filter: 'range',
    sample: 'new Date(Date.UTC(2026, 0, 1 + (n % 100_000))).toISOString().slice(0, 10)',
    capacity: 100_000,
    invalid: [NUMBER_IS_NOT_TEXT, { what: 'a day that does not exist', value: "'2026-02-30'" }],
    defaultValue: moving
      ? { typescript: '() => new Date().toISOString().slice(0, 10)', sql: 'current_date' }
      : quoted(textDefault(field, path, isDate)),
  };
};

const time: Reader = (field, path) => ({
  ...ordinary,
  module: 'time-of-day',
  imports: ['timeOfDay'],
  schema: 'timeOfDay()',
  output: "z.string().meta({ format: 'time' })",
  builder: 'time',
  builderArguments: '{ precision: 0 }',
  sqlType: 'time(0)',
  filter: 'range',
  sample: 'new Date(Date.UTC(2026, 0, 1, 8, 0, n % 50_000)).toISOString().slice(11, 19)',
  capacity: 50_000,
  invalid: [NUMBER_IS_NOT_TEXT, { what: 'an hour that does not exist', value: "'25:00'" }],
  defaultValue: quoted(
    textDefault(field, path, (text) => /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(text)),
  ),
});

const datetime: Reader = (field, path) => ({
  ...ordinary,
  module: 'instant',
  imports: ['instantText'],
  schema: 'instantText()',
  output: 'timestamp',
  builder: 'instant',
  sqlType: 'timestamptz(3)',
  filter: 'range',
  sample: 'new Date(Date.UTC(2026, 0, 1, 9, n % 1_000_000)).toISOString()',
  invalid: [NUMBER_IS_NOT_TEXT, { what: 'no time zone', value: "'2026-01-31T09:30:00'" }],
  defaultValue:
    field.default === 'now'
      ? { typescript: '() => new Date().toISOString()', sql: 'now()' }
      : quoted(
          textDefault(
            field,
            path,
            (text) =>
              /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/.test(text) &&
              !Number.isNaN(Date.parse(text)),
          ),
        ),
});

const duration: Reader = (field, path) => ({
  ...ordinary,
  module: 'duration',
  imports: ['duration'],
  schema: 'duration()',
  output: "z.string().meta({ format: 'duration' })",
  builder: 'varchar',
  builderArguments: '{ length: 64 }',
  sqlType: 'varchar(64)',
  sortable: false,
  sample: '`PT${1 + n}M`',
  invalid: [NUMBER_IS_NOT_TEXT, { what: 'not ISO 8601', value: "'two hours'" }],
  defaultValue: quoted(
    textDefault(field, path, (text) => /^P(?=.)(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/.test(text)),
  ),
});

const uuid: Reader = (field, path) => ({
  ...ordinary,
  schema: 'z.uuid()',
  output: "z.string().meta({ format: 'uuid' })",
  builder: 'uuid',
  sqlType: 'uuid',
  sortable: false,
  sample: "`00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`",
  invalid: [NUMBER_IS_NOT_TEXT, { what: 'not a UUID', value: "'1234'" }],
  defaultValue: quoted(
    textDefault(field, path, (text) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)),
  ),
});

const enumeration: Reader = (field, path) => {
  const values = enumValues(field, path);
  const list = values.map(tsString).join(', ');
  const schema = `z.enum([${list}])`;
  return {
    ...ordinary,
    schema,
    output: null,
    builder: 'text',
    builderArguments: `{ enum: [${list}] }`,
    sqlType: 'text',
    check: (column) => `${column} in (${values.map(sqlString).join(', ')})`,
    sample: values.length === 1 ? `${tsString(values[0] ?? '')} as const` : `pick(n, [${list}])`,
    capacity: values.length,
    invalid: [{ what: 'not one of the values', value: tsString(`not ${values[0]}`.slice(0, 80)) }],
    defaultValue: quoted(textDefault(field, path, (text) => values.includes(text))),
  };
};

const json: Reader = (field, path) => {
  if (field.default !== undefined) {
    throw new BlueprintUnsound(path, 'a json field cannot have a default; remove it');
  }
  return {
    ...ordinary,
    module: 'json',
    imports: ['jsonObject'],
    schema: 'jsonObject()',
    output: 'z.record(z.string(), z.unknown())',
    builder: 'jsonb',
    builderArguments: '',
    sqlType: 'jsonb',
    check: (column) => `jsonb_typeof(${column}) = 'object'`,
    filter: 'none',
    sortable: false,
    sample: '{ note: `Note ${n}`, tags: [n] }',
    invalid: [
      { what: 'text', value: "'{}'" },
      { what: 'a NUL character inside', value: "{ note: ['\\0'] }" },
    ],
  };
};

export const plainKinds: Readonly<Record<PlainType, Reader>> = {
  boolean,
  date,
  time,
  datetime,
  duration,
  uuid,
  enum: enumeration,
  json,
};
