import { type Field, RATING_MAX } from '@quantumlayer/contracts';
import { BlueprintUnsound } from '../stack.ts';
import type { FieldKind } from './field-kind.ts';
import { choiceKind } from './kinds/choice-kind.ts';
import { decimalKind } from './kinds/decimal-kinds.ts';
import { geoPointKind } from './kinds/geo-point-kind.ts';
import { integerKind } from './kinds/integer-kind.ts';
import { passwordKind } from './kinds/password-kind.ts';
import { plainKinds } from './kinds/plain-kinds.ts';
import { standardKinds } from './kinds/standard-kinds.ts';
import { textKinds } from './kinds/text-kinds.ts';

/** What the field becomes in this stack. Throws BlueprintUnsound when its rules contradict each other. */
export function kindOf(field: Field, path: string): FieldKind {
  switch (field.type) {
    case 'integer':
      return integerKind(field, path);
    case 'decimal':
    case 'money':
    case 'percentage':
      return decimalKind(field, path);
    case 'string':
    case 'text':
    case 'slug':
    case 'email':
    case 'phone':
    case 'url':
      return textKinds[field.type](field, path);
    case 'rating':
      // The same column and schema as any whole number that has bounds.
      return integerKind({ ...field, min: 1, max: field.max ?? RATING_MAX }, path);
    case 'multi-choice':
      return choiceKind(field, path);
    case 'geo-point':
      return geoPointKind(field, path);
    case 'password':
      return passwordKind(field, path);
    case 'colour':
    case 'country':
    case 'locale':
    case 'ip-address':
      return standardKinds[field.type](field, path);
    case 'file':
    case 'image':
      throw new BlueprintUnsound(path, 'a file is no column');
    default:
      return plainKinds[field.type](field, path);
  }
}
