import { say, sayField, upper } from '../answers.ts';
import { findEntity } from '../policy/things.ts';
import { type Edit, keyOf } from './edit.ts';
import type { InstructionOf } from './instruction.ts';
import { resolve } from './resolve.ts';
import { sayEdit } from './say-edit.ts';
import { askAbout, type Clause, refuse, type State } from './state.ts';

/** A thing with several lists of values: in which one the new values are to stand, only the person knows. */
export function askValuesAmong(
  state: State,
  { owner, fields, added }: InstructionOf<'values-among'>,
  clause: Clause,
): void {
  const entity = findEntity(state.blueprint, owner.words)?.name;
  if (entity === undefined) {
    refuse(state, clause, `there is no "${owner.words.join(' ')}"`);
    return;
  }
  const edits = fields.map(
    (field): Edit => ({ kind: 'values', entity, field, added, removed: [] }),
  );
  const places = fields.map((field) => sayField(entity, field)).join(' or ');
  const text = `Of what is ${added.join(' and ')} a value: ${places}?`;
  const answers = edits.map((edit) => {
    const sentence = sayEdit(edit);
    return { label: sentence.replace(/\.$/, ''), sentence };
  });
  askAbout(state, clause, {
    remark: { path: entity, text, answers },
    answers: edits.map(keyOf),
  });
}

/** What rows have stays as it is: the new value can stand beside the old one, and the old one goes when no row has it. */
export function askRenamedValue(
  state: State,
  { target, from, to }: InstructionOf<'rename-value'>,
  clause: Clause,
): void {
  const [found] = resolve(state.blueprint, target, { near: state.near, wants: 'member' });
  if (found?.kind !== 'found' || found.place.member === null) {
    refuse(state, clause, `there is no "${from}"`);
    return;
  }
  const { entity, member: field } = found.place;
  const beside = { side: 'after', value: from } as const;
  const edit: Edit = { kind: 'values', entity, field, added: [to], removed: [], beside };
  const sentence = sayEdit(edit);
  const text = `Rows have ${from} as their ${say(field)}, and values of rows are not renamed. ${upper(to)} can be added beside it; once no row is ${from} any more, it can be removed.`;
  askAbout(state, clause, {
    remark: {
      ...{ path: `${entity}.${field}`, text },
      answers: [{ label: sentence.replace(/\.$/, ''), sentence }],
    },
    answers: [keyOf(edit)],
  });
}
