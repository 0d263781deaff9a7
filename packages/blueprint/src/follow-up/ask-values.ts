import { sayField } from '../answers.ts';
import { findEntity } from '../policy/things.ts';
import { type Edit, keyOf } from './edit.ts';
import type { InstructionOf } from './instruction.ts';
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
