import type { Field } from '@quantumlayer/contracts';
import { BlueprintUnsound } from '../../stack.ts';
import type { FieldKind } from '../field-kind.ts';

/** What most kinds have in common; a kind spreads it and adds its own. */
export const ordinary = {
  module: null,
  imports: [],
  output: 'z.string()',
  query: null,
  columnModule: null,
  builderArguments: '',
  check: null,
  filter: 'equals',
  sortable: true,
  searchable: false,
  writeOnly: false,
  capacity: 1_000_000,
  defaultValue: null,
} as const satisfies Partial<FieldKind>;

/** The default of a field when it is text that passes `isValid`. */
export function textDefault(
  field: Field,
  path: string,
  isValid: (value: string) => boolean,
): string | null {
  if (field.default === undefined) return null;
  if (typeof field.default === 'string' && isValid(field.default)) return field.default;
  throw new BlueprintUnsound(
    path,
    `the default ${JSON.stringify(field.default)} is not a valid ${field.type}`,
  );
}

/** Text of a field's name for examples: `unitPrice` gives `Unit price`. */
export const NUMBER_IS_NOT_TEXT = { what: 'a number', value: '42' };
