import type { Field } from '@quantumlayer/contracts';
import { BlueprintUnsound } from '../../stack.ts';
import type { FieldKind } from '../field-kind.ts';
import { sqlString, tsString } from '../text.ts';
import { NUMBER_IS_NOT_TEXT, ordinary, textDefault } from './common.ts';
import { enumValues } from './enum-values.ts';

/** Examples count through all sets of the first so many values. */
const SHOWN = 16;

/** A set of the members of an enumeration: an array of text whose elements the database checks. */
export function choiceKind(field: Field, path: string): FieldKind {
  const values = enumValues(field, path);
  const list = `[${values.map(tsString).join(', ')}]`;
  const [first = ''] = values.map(tsString);
  const chosen = textDefault(field, path, (text) => values.includes(text));
  if (values.length < 2) throw new BlueprintUnsound(path, 'a choice needs at least two values');
  return {
    ...ordinary,
    module: 'multi-choice',
    imports: ['choices'],
    schema: `choices({ min: ${field.required ? 1 : 0} }, ${list})`,
    output: null,
    columnModule: 'choices',
    builder: 'choiceColumn',
    builderArguments: list,
    sqlType: 'text[]',
    check: (column) => checkOf(column, values, field.required),
    filter: 'holds',
    sortable: false,
    sample: `someOf(n, ${list})`,
    capacity: 2 ** Math.min(values.length, SHOWN) - 1,
    invalid: [
      { ...NUMBER_IS_NOT_TEXT, what: 'no list' },
      { what: 'not one of the values', value: `[${tsString(`not ${values[0]}`.slice(0, 80))}]` },
      { what: 'a value twice', value: `[${first}, ${first}]` },
      ...(field.required ? [{ what: 'no value', value: '[]' }] : []),
    ],
    defaultValue:
      chosen === null
        ? null
        : { typescript: `[${tsString(chosen)}]`, sql: `array[${sqlString(chosen)}]` },
  };
}

/** Only members, and as many elements as there are members among them: none twice. */
function checkOf(column: string, values: readonly string[], required: boolean): string {
  const texts = values.map(sqlString);
  const found = texts.map((text) => `(${text} = any(${column}))::int`).join(' + ');
  const some = required ? `cardinality(${column}) > 0 and ` : '';
  return `${some}${column} <@ array[${texts.join(', ')}] and cardinality(${column}) = ${found}`;
}
