import type { Field } from '@quantumlayer/contracts';
import { BlueprintUnsound } from '../../stack.ts';
import type { FieldKind } from '../field-kind.ts';
import { NUMBER_IS_NOT_TEXT, ordinary } from './common.ts';

/** What NIST SP 800-63B asks for, unless the blueprint says another; below four anybody guesses it. */
const USUAL = 8;
const SHORTEST = 4;
/** What is longer would only cost time. */
const LONGEST = 128;

/** A secret that is taken and never given; the column holds its hash, and the database refuses anything else. */
export function passwordKind(field: Field, path: string): FieldKind {
  if (field.unique) throw new BlueprintUnsound(path, 'a password cannot be unique');
  if (field.default !== undefined) throw new BlueprintUnsound(path, 'a password has no default');
  const max = Math.min(field.maxLength ?? LONGEST, LONGEST);
  const min = Math.max(field.minLength ?? Math.min(USUAL, max), SHORTEST);
  if (min > max) {
    throw new BlueprintUnsound(
      path,
      `a password needs ${min} characters, but may have only ${max}`,
    );
  }
  return {
    ...ordinary,
    module: 'password',
    imports: ['password'],
    schema: `password({ min: ${min}, max: ${max} })`,
    builder: 'text',
    sqlType: 'text',
    // scrypt is what rows of earlier versions of the app have.
    check: (column) => `${column} ~ '^([$]argon2id[$]v=19|scrypt[$][0-9]+)[$]'`,
    filter: 'none',
    sortable: false,
    writeOnly: true,
    sample: `\`\${n}\`.padStart(${min}, '-')`,
    invalid: [
      NUMBER_IS_NOT_TEXT,
      { what: 'too short', value: `'x'.repeat(${min - 1})` },
      { what: 'too long', value: `'x'.repeat(${max + 1})` },
    ],
  };
}
