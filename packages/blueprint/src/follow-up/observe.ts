import { sayField, sayOne } from '../answers.ts';
import { type Edit, keyOf, pathOf } from './edit.ts';
import { editMeant } from './edit-meant.ts';
import { editOfMember } from './edit-member.ts';
import type { InstructionOf } from './instruction.ts';
import { resolve } from './resolve.ts';
import { sayEdit } from './say-edit.ts';
import { askAbout, type Clause, markWhole, refuse, type State } from './state.ts';

/** What is told as a reason says what "it" is in the wish that follows; alone it is cured where there is one cure. */
export function observe(
  state: State,
  { target, cure, start, end }: InstructionOf<'observe'>,
  clause: Clause,
): void {
  const scope = { near: state.near, wants: 'any' } as const;
  const [found] = target === null ? [] : resolve(state.blueprint, target, scope);
  const place = found?.kind === 'found' ? found.place : null;
  if (clause.isBesideOthers) {
    if (target !== null) state.last = target;
    state.near = place?.entity ?? state.near;
    markWhole(
      state,
      clause,
      place === null ? '' : pathOf(place),
      'the reason for what is wished beside it',
    );
  } else if (target === null || cure === null) {
    refuse(state, clause, 'this says what is the case, and not what is to be different');
  } else if (cure !== 'drop') {
    const wish = { kind: 'describe' as const, targets: [target], ...cure, start, end };
    editMeant(state, target, clause, {
      wants: 'member',
      make: (meant) => editOfMember(state, wish, meant),
    });
  } else if (place === null) refuse(state, clause, 'it is not clear what is meant');
  else {
    const edit: Edit = { kind: 'drop', place };
    const { entity, member } = place;
    const what = member === null ? sayOne(entity) : sayField(entity, member);
    const sentence = sayEdit(edit);
    const answer = { label: sentence.replace(/\.$/, ''), sentence };
    const text = `Is ${what} to be dropped, with what is in it?`;
    askAbout(state, clause, {
      remark: { path: pathOf(place), text, answers: [answer] },
      answers: [keyOf(edit)],
    });
  }
}
