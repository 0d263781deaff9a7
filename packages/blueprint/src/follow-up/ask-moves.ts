import type { Answer } from '@quantumlayer/contracts';
import { say, sayField, sayOne } from '../answers.ts';
import { findEntity } from '../policy/things.ts';
import { pathOf } from './edit.ts';
import type { InstructionOf } from './instruction.ts';
import { resolve } from './resolve.ts';
import { askAbout, type Clause, refuse, type State } from './state.ts';

const answer = (sentence: string): Answer => ({ label: sentence.replace(/\.$/, ''), sentence });

/** Rows of one table have no single row of another to take their values to, so that it is asked what is to become of them. */
export function askMove(
  state: State,
  { targets, to }: InstructionOf<'move'>,
  clause: Clause,
): void {
  const target = findEntity(state.blueprint, to.words);
  for (const reference of targets) {
    const [found] = resolve(state.blueprint, reference, { near: state.near, wants: 'member' });
    if (target === null || found?.kind !== 'found' || found.place.member === null) {
      refuse(state, clause, 'it is not clear what is to be moved, and where to');
      continue;
    }
    const { entity, member } = found.place;
    const add = `Add a ${say(member)} to the ${say(target.name)}.`;
    const drop = `Drop ${sayField(entity, member)}.`;
    askAbout(state, clause, {
      remark: {
        path: pathOf(found.place),
        text: `What is in ${sayField(entity, member)} cannot follow to ${sayOne(target.name)}: which row of one belongs to which of the other is not settled. What is to be done?`,
        answers: [answer(add), answer(`${add} ${drop}`)],
      },
      answers: [`add ${target.name}.${member}`],
    });
  }
}

/** The values of one field are not taken apart: only the person knows how. */
export function askSplit(
  state: State,
  { target, into }: InstructionOf<'split'>,
  clause: Clause,
): void {
  const [found] = resolve(state.blueprint, target, { near: state.near, wants: 'member' });
  const place = found?.kind === 'found' ? found.place : null;
  if (place === null || place.member === null) {
    refuse(state, clause, 'it is not clear what is to be split');
    return;
  }
  const names = into.map((words) => `a ${words.join(' ')}`);
  const list = `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
  askAbout(state, clause, {
    remark: {
      path: pathOf(place),
      text: `What is in ${sayField(place.entity, place.member)} is not taken apart: how is not known. New fields can be added beside it, empty at first.`,
      answers: [answer(`Add ${list} to the ${say(place.entity)}.`)],
    },
    answers: into.map((words) => `add ${place.entity}.${words.join(' ')}`),
  });
}
