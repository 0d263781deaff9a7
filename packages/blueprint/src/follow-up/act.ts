import { belonging } from '../grammar/statements.ts';
import { toEntityName, toFieldName } from '../names.ts';
import { askMove, askReplace, askSplit } from './ask-moves.ts';
import { askRenamedValue, askValuesAmong } from './ask-values.ts';
import { askVarying } from './ask-varying.ts';
import { editMeant } from './edit-meant.ts';
import { editOfMember } from './edit-member.ts';
import type { Instruction } from './instruction.ts';
import { observe } from './observe.ts';
import { perform } from './perform.ts';
import { type Clause, refuse, type State } from './state.ts';
import { tell } from './tell.ts';
import { tellAddition } from './tell-addition.ts';

/** Does what an instruction wants, or asks what is meant. */
export function act(state: State, instruction: Instruction, clause: Clause): void {
  switch (instruction.kind) {
    case 'add':
      tellAddition(state, instruction, clause);
      return;
    case 'name-app':
      perform(state, { kind: 'name-app', words: instruction.words }, clause);
      return;
    case 'add-role': {
      const name = toFieldName(instruction.words);
      if (name === null) refuse(state, clause, 'this is no name of a role');
      else perform(state, { kind: 'add-role', name }, clause);
      return;
    }
    case 'no-people':
      perform(state, { kind: 'no-people' }, clause);
      return;
    case 'sign-up':
      perform(state, { kind: 'sign-up', to: instruction.to }, clause);
      return;
    case 'unsupported':
      refuse(state, clause, instruction.reason);
      return;
    case 'move':
      askMove(state, instruction, clause);
      return;
    case 'replace':
      askReplace(state, instruction, clause);
      return;
    case 'split':
      askSplit(state, instruction, clause);
      return;
    case 'vary':
      askVarying(state, instruction, clause);
      return;
    case 'rename-value':
      askRenamedValue(state, instruction, clause);
      return;
    case 'observe':
      observe(state, instruction, clause);
      return;
    case 'belong':
      belong(state, instruction, clause);
      return;
    case 'values-among':
      askValuesAmong(state, instruction, clause);
      return;
    case 'drop':
      for (const target of instruction.targets)
        editMeant(state, target, clause, {
          wants: 'any',
          make: (place) => ({ kind: 'drop', place }),
        });
      return;
    case 'rename':
      rename(state, instruction, clause);
      return;
    default:
      for (const target of 'targets' in instruction ? instruction.targets : [instruction.target])
        editMeant(state, target, clause, {
          wants: 'member',
          make: (place) => editOfMember(state, instruction, place),
        });
  }
}

/** The subject is there; what it belongs to is made where it is new. */
function belong(
  state: State,
  { subject, target, start, end }: Extract<Instruction, { kind: 'belong' }>,
  clause: Clause,
): void {
  const noun = { words: subject.words, plural: false, start, end };
  tell(state, [belonging([noun], [target], { start, end })], { ...clause, isWhole: true });
}

function rename(
  state: State,
  { target, to }: Extract<Instruction, { kind: 'rename' }>,
  clause: Clause,
): void {
  editMeant(state, target, clause, {
    wants: 'entity-first',
    make: (place) => {
      const name = place.member === null ? toEntityName(to) : toFieldName(to);
      return name === null ? `"${to.join(' ')}" is no name` : { kind: 'rename', place, to: name };
    },
  });
}
