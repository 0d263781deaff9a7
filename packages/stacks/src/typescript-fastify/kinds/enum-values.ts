import type { Field } from '@quantumlayer/contracts';
import { BlueprintUnsound } from '../../stack.ts';

/** The members of an enumeration, each once. */
export function enumValues(field: Field, path: string): string[] {
  const values = [...new Set(field.values ?? [])];
  if (values.length === 0) throw new BlueprintUnsound(path, 'an enum needs at least one value');
  if (!values.every((value) => !value.includes('\0') && value.isWellFormed())) {
    throw new BlueprintUnsound(path, 'an enum value holds characters that a database cannot store');
  }
  return values;
}
