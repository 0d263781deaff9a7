import { BlueprintUnsound } from '../../stack.ts';
import { sentence } from '../identifiers.ts';
import type { EntityModel } from '../model.ts';
import { sqlName, sqlString } from '../text.ts';
import { listed } from './listed.ts';
import { memberNamed } from './rule-model.ts';

type Condition = { field: string; values: readonly (string | boolean)[] };

/** Rows whose `enum` or `boolean` has one of the values, in SQL, in the API and in words. */
export function conditionOf(entity: EntityModel, { field, values }: Condition) {
  const { name, column, field: model } = memberNamed(entity, field, 'rules');
  const type = model?.field.type;
  if (type !== 'enum' && type !== 'boolean') {
    throw new BlueprintUnsound(
      `${entity.name}.${field}`,
      'only an enum or a boolean decides a rule',
    );
  }
  const list = values.map((value) =>
    typeof value === 'string' ? sqlString(value) : String(value),
  );
  return {
    name,
    column,
    /** `new."status" in ('open')`, of the row that `row` names. */
    sql: (row: string) => `${row}${sqlName(column)} in (${list.join(', ')})`,
    document: { member: name, values: [...values] },
    words: `${sentence(field)} is ${listed(values.map(String), 'or')}`,
  };
}
