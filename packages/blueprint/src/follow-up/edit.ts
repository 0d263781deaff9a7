import type { Blueprint } from '@quantumlayer/contracts';
import type { Qualities } from '../grammar/statements.ts';
import type { Lack, Value, ValuePlace } from './instruction.ts';
import type { Place } from './resolve.ts';

/** One change of a blueprint, with the names that it has there. */
export type Edit =
  | { kind: 'drop'; place: Place }
  | { kind: 'rename'; place: Place; to: string }
  | { kind: 'name-app'; words: string[] }
  | { kind: 'no-people' }
  | { kind: 'add-role'; name: string }
  | { kind: 'sign-up'; to: 'open' | 'closed' }
  | {
      kind: 'describe';
      entity: string;
      field: string;
      qualities: Qualities;
      lacks: Lack[];
      /** The member that it is unique together with. */
      within?: string;
    }
  | { kind: 'relate'; entity: string; relation: string; required: boolean }
  | {
      kind: 'values';
      entity: string;
      field: string;
      added: string[];
      removed: string[];
      beside?: ValuePlace;
    }
  | { kind: 'default'; entity: string; field: string; value: Value }
  | { kind: 'fill'; entity: string; field: string; value: Value };

/** What an edit makes of a blueprint, or why it makes nothing. */
export type Outcome = { blueprint: Blueprint } | { reason: string };

export function pathOf({ entity, member }: Place): string {
  return member === null ? entity : `${entity}.${member}`;
}

/** What an edit is about: `Invoice.discount`. */
export function targetOf(edit: Edit): string {
  switch (edit.kind) {
    case 'name-app':
      return 'name';
    case 'no-people':
    case 'add-role':
    case 'sign-up':
      return 'people';
    case 'drop':
    case 'rename':
      return pathOf(edit.place);
    case 'relate':
      return `${edit.entity}.${edit.relation}`;
    default:
      return `${edit.entity}.${edit.field}`;
  }
}

/** The same wish about the same thing, whatever its details: by it an answer is known to belong to a question. */
export function keyOf(edit: Edit): string {
  return `${edit.kind === 'relate' ? 'describe' : edit.kind} ${targetOf(edit)}`;
}
