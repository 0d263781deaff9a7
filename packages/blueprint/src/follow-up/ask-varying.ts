import { say, sayOne } from '../answers.ts';
import { toEntityName } from '../names.ts';
import { findEntity } from '../policy/things.ts';
import type { InstructionOf } from './instruction.ts';
import { resolve } from './resolve.ts';
import { wordsOf } from './seed-draft.ts';
import { askAbout, type Clause, refuse, type State } from './state.ts';

/** One row has one value: what differs for another thing as well is a thing between the two. */
export function askVarying(
  state: State,
  { field, by }: InstructionOf<'vary'>,
  clause: Clause,
): void {
  const { blueprint, near } = state;
  const other = findEntity(blueprint, by.words)?.name;
  const [found] = resolve(blueprint, field, { near, wants: 'member' });
  const places = found?.kind === 'found' ? [found.place] : (found?.places ?? []);
  if (other === undefined || places.length === 0) {
    refuse(state, clause, `it is not clear what is different for each ${by.words.join(' ')}`);
    return;
  }
  const made: string[] = [];
  const answers = places.flatMap(({ entity, member }) => {
    if (member === null || entity === other) return [];
    const words = [...wordsOf(other), ...wordsOf(member)];
    const thing = words.join(' ');
    const sentence = `A ${thing} has a ${say(member)} and belongs to ${sayOne(entity)} and ${sayOne(other)}.`;
    made.push(`add ${toEntityName(words)}`);
    return [{ label: `Keep each ${thing} of ${sayOne(entity)}`, sentence }];
  });
  const what = say(places[0]?.member ?? '');
  const text = `There is one ${what} for everybody. One that is different for each ${say(other)} is a thing of its own; which one is used where is not compiled. Shall it be kept?`;
  askAbout(state, clause, { remark: { path: other, text, answers }, answers: made });
}
